import type { Evidence } from '@copydesk/contracts';
import type { Span } from '@copydesk/text';
import type { ArticleToRead } from './article.ts';

/** Characters kept on either side of the words, as in the W3C Web Annotation examples: enough to find them again in a changed text. */
const CONTEXT = 32;

/** Moves an offset off the middle of a surrogate pair, so that no lone surrogate is cut out. */
function whole(text: string, offset: number, step: -1 | 1): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + step : offset;
}

/** The evidence for the words at a span of an article. */
export function evidenceAt(article: ArticleToRead, { start, end }: Span, sentence: number): Evidence {
  const { text } = article;
  const headline = article.headlines.some((line) => start >= line.start && end <= line.end);
  return {
    articleId: article.articleId,
    revision: article.revision,
    textHash: article.textHash,
    selectors: [
      {
        type: 'TextQuote',
        exact: text.slice(start, end),
        prefix: text.slice(whole(text, Math.max(0, start - CONTEXT), 1), start),
        suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT), -1)),
      },
      { type: 'TextPosition', start, end },
    ],
    sentence,
    role: headline ? 'headline' : 'body',
  };
}
