import type { Mention, Span } from '@copydesk/contracts';
import type { ArticleSummary } from '@copydesk/contracts';
import { html, safeHref } from './html.ts';
import type { Html } from './html.ts';
import { page } from './layout.ts';
import { articleName } from './story-view.ts';

/** Merges overlapping spans so that marks never nest. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

function markedText(text: string, mentions: readonly Mention[]): Html[] {
  const parts: Html[] = [];
  let at = 0;
  for (const span of merged(
    mentions.map((mention) => ({ start: mention.evidence.selectors[1].start, end: mention.evidence.selectors[1].end })),
  )) {
    parts.push(html`${text.slice(at, span.start)}<mark id="c${span.start}">${text.slice(span.start, span.end)}</mark>`);
    at = span.end;
  }
  return [...parts, html`${text.slice(at)}`];
}

/** One article with every stretch of evidence marked in its text. */
export function renderArticle(article: ArticleSummary & { text: string; mentions: readonly Mention[] }): string {
  const href = safeHref(article.url);
  return page(
    article.title ?? 'Article',
    html`<h1>${article.title ?? 'Untitled article'}</h1>
      <p class="meta">
        ${href === undefined ? articleName(article) : html`<a rel="noreferrer" href="${href}">${articleName(article)}</a>`} ·
        <a href="/stories/${article.storyId}">to the story</a>
        ${article.reasons.length > 0 ? html`<br />Why there: ${article.reasons.join('; ')}` : null}
      </p>
      <div class="text">${markedText(article.text, article.mentions)}</div>`,
  );
}
