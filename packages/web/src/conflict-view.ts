import type { Conflict } from '@copydesk/contracts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { count, page } from './layout.ts';

const bySeverity = { high: 0, medium: 1, low: 2 } as const;

/** Conflicts with the gravest first. */
export function gravestFirst(conflicts: readonly Conflict[]): Conflict[] {
  return [...conflicts].sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity] || (a.id < b.id ? -1 : 1));
}

/**
 * One conflict: its sides next to each other, the better supported one marked.
 * @param names what to call a root that is an article of unknown publisher.
 */
export function conflictView(conflict: Conflict, names: ReadonlyMap<string, string> = new Map()): Html {
  const sides = conflict.sides.map(
    (side, index) =>
      html`<li class="${conflict.preferred === index ? 'preferred' : 'side'}">
        <strong>${side.value}</strong>
        <span class="meta"
          >${count(side.articles.length, 'article')}, ${side.roots.length}
          independent${side.roots.length > 0 ? `: ${side.roots.map((root) => names.get(root) ?? root).join(', ')}` : ''}</span
        >
        ${conflict.preferred === index ? html`<em>better supported</em>` : null}
      </li>`,
  );
  return html`<article class="conflict ${conflict.severity}" id="${conflict.id}">
    <h3>${conflict.type} · ${conflict.class} · ${conflict.severity}</h3>
    <p>${conflict.explanation}</p>
    <ul class="sides">
      ${sides}
    </ul>
  </article>`;
}

/** How many conflicts the page of conflicts shows. */
export const conflictsPageSize = 200;

/** All conflicts of all stories. */
export function renderConflicts(conflicts: readonly Conflict[]): string {
  return page(
    'Conflicts',
    html`<h1>Conflicts</h1>
      ${
        conflicts.length === 0
          ? html`<p>No values disagree.</p>`
          : conflicts.map(
              (conflict) =>
                html`${conflictView(conflict)}
                  <p class="meta"><a href="/stories/${conflict.storyId}">to the story</a></p>`,
            )
      }`,
  );
}
