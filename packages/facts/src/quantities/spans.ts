import type { Span } from '@copydesk/text';
import type { Words } from './candidate.ts';

/** Characters of the tokens from `from` up to `to`, exclusive. */
export function spanOf(words: Words, from: number, to: number): Span {
  const start = words.tokens[from]?.start ?? 0;
  return { start, end: words.tokens[to - 1]?.end ?? start };
}
