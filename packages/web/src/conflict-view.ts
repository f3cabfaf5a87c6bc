import type { Conflict, Fact } from '@copydesk/contracts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { count, page } from './layout.ts';

/** What a story's page knows beside its conflicts. */
interface Surroundings {
  /** What to call a root that is an article of unknown publisher. */
  names: ReadonlyMap<string, string>;
  /** The facts that stand on the same page. */
  facts: readonly Pick<Fact, 'id' | 'statement'>[];
}

/** One conflict: the claim it is about, its sides next to each other, the better supported one marked. */
export function conflictView(conflict: Conflict, { names, facts }: Surroundings = { names: new Map(), facts: [] }): Html {
  // Sides of a polarity conflict are the whole claims.
  const about = conflict.type === 'polarity' ? undefined : facts.find(({ id }) => conflict.facts.includes(id));
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
    ${about === undefined ? null : html`<p class="meta">About: <a href="#${about.id}">${about.statement}</a></p>`}
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
