import type { Span } from '@copydesk/text';

/** Index of the sentence that holds a character, or that comes next behind it; sentences are in order. The last one for what lies behind them all, 0 where there is none. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset < (sentences[middle]?.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** Index of the first of some things, in order of `start`, that begins at or behind an offset. */
export function firstFrom<T>(things: readonly T[], offset: number, start: (thing: T) => number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && start(thing) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
