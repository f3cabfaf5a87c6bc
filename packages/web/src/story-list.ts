import type { StorySummary } from '@copydesk/contracts';
import { html } from './html.ts';
import { count, moment, page } from './layout.ts';

/** The front page: every story, newest first. */
export function renderStoryList(stories: readonly StorySummary[]): string {
  const items = stories.map(
    (story) =>
      html`<li>
        <a href="/stories/${story.id}">${story.title ?? 'Untitled story'}</a>
        <p class="meta">
          ${count(story.articles, 'article')} · ${count(story.facts, 'fact')} · ${count(story.conflicts, 'conflict')} · last seen
          ${moment(story.lastSeen)}
        </p>
      </li>`,
  );
  return page(
    'Stories',
    html`<h1>Stories</h1>
      ${
        stories.length === 0
          ? html`<p>No articles have been read yet.</p>`
          : html`<ol class="stories">
              ${items}
            </ol>`
      }`,
  );
}
