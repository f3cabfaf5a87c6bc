import type { ArticleContext } from '../article-context.ts';
import type { ValueGroup } from '../fact/values.ts';
import type { Testimony } from '../fact/testimony.ts';

const HOUR = 3_600_000;
/** Two reports this close in time are of one state of knowledge. */
const LEAST_GAP = HOUR / 2;

/** When an article was told, in ms: its own date where that is plausible (not after it was seen), else when it was seen. */
export function toldAt(article: ArticleContext): number {
  const seen = Date.parse(article.observedAt);
  const published = article.published === null ? Number.NaN : Date.parse(article.published);
  return Number.isFinite(published) && published <= seen ? published : seen;
}

const timeOf = ({ article }: Testimony): number => toldAt(article);

/** True where the larger of two numbers was told only after the smaller one was told last: a count that rose. */
export function isUpdate(a: ValueGroup, b: ValueGroup): boolean {
  const [x, y] = [a.interval.stated, b.interval.stated];
  if (x === null || y === null || x === y) return false;
  const [smaller, larger] = x < y ? [a, b] : [b, a];
  return larger.told.span(timeOf).first - smaller.told.span(timeOf).last >= LEAST_GAP;
}
