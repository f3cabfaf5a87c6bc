import type { WeighedView } from './measure.ts';
import { contentHash, hashText } from './hash.ts';
import { fromColumns, withdrawIn } from './thin-columns.ts';
import type { ArticleRecord, Segment } from './window.ts';

/** The hours of the window, oldest first: dense ones keep the words of their articles, thin ones only fingerprints. */
export interface Segments {
  list: Segment[];
  /** Index of the first dense hour. */
  firstDense: number;
  /** Number the next article gets. */
  next: number;
  /** Number of the oldest article with its words. */
  denseStart(): number;
  segmentOf(number: number): Segment | undefined;
  recordOf(number: number): ArticleRecord | undefined;
  idOf(number: number): string | undefined;
  contentOf(number: number): number | undefined;
  /** The article is no one's origin any more. */
  withdraw(number: number): void;
  /** Number of an article's publisher family, 0 when unknown. */
  sourceOf(number: number): number;
  /** Hashes of the id and of the words in order of an article; known without a look at its record while the article is dense. */
  idHashOf: (number: number) => number;
  contentHashOf: (number: number) => number;
  /** Notes these of an article that is dense, or about to come. */
  note(number: number, source: number, idHash: number, contentHash: number): void;
  /** The words of a dense article's text. */
  viewOf(number: number): WeighedView | undefined;
}

export function createSegments(): Segments {
  // By number of dense articles, modulo their length.
  let sources = new Uint32Array(1 << 12);
  let idHashes = new Uint32Array(1 << 12);
  let contentHashes = new Uint32Array(1 << 12);
  const widened = (old: Uint32Array, to: number): Uint32Array<ArrayBuffer> => {
    const next = new Uint32Array(old.length * 2);
    for (let n = self.denseStart(); n < to; n += 1) next[n & (next.length - 1)] = old[n & (old.length - 1)] ?? 0;
    return next;
  };

  const self: Segments = {
    list: [],
    firstDense: 0,
    next: 0,
    denseStart: () => self.list[self.firstDense]?.first ?? self.next,
    segmentOf(number) {
      const { list } = self;
      let low = 0; // the first hour that begins after the number
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle]?.first ?? 0) <= number) low = middle + 1;
        else high = middle;
      }
      return list[low === 0 ? 0 : low - 1];
    },
    recordOf(number) {
      const segment = self.segmentOf(number);
      if (segment === undefined || number < segment.first) return undefined;
      const at = number - segment.first;
      return segment.thin === null ? segment.records[at] : fromColumns(segment.thin, at, number);
    },
    idOf(number) {
      const segment = self.segmentOf(number);
      const at = number - (segment?.first ?? 0);
      return segment?.thin == null ? segment?.records[at]?.id : segment.thin.ids[at];
    },
    contentOf(number) {
      const segment = self.segmentOf(number);
      const at = number - (segment?.first ?? 0);
      return segment?.thin == null ? segment?.records[at]?.content : segment.thin.content[at];
    },
    withdraw(number) {
      const segment = self.segmentOf(number);
      const at = number - (segment?.first ?? 0);
      if (segment?.thin != null) withdrawIn(segment.thin, at);
      else if (segment?.records[at] !== undefined) segment.records[at].withdrawn = true;
    },
    sourceOf: (number) => sources[number & (sources.length - 1)] ?? 0,
    idHashOf: (number) =>
      number >= self.denseStart() ? (idHashes[number & (idHashes.length - 1)] ?? 0) : hashText(self.idOf(number) ?? ''),
    contentHashOf: (number) =>
      number >= self.denseStart() ? (contentHashes[number & (contentHashes.length - 1)] ?? 0) : contentHash(self.contentOf(number) ?? 0),
    note(number, source, idHash, content) {
      if (number - self.denseStart() >= sources.length)
        [sources, idHashes, contentHashes] = [widened(sources, number), widened(idHashes, number), widened(contentHashes, number)];
      const at = number & (sources.length - 1);
      sources[at] = source;
      idHashes[at] = idHash;
      contentHashes[at] = content;
    },
    viewOf(number) {
      if (number < self.denseStart()) return undefined;
      const segment = self.segmentOf(number);
      const at = number - (segment?.first ?? 0);
      const record = segment?.records[at];
      const from = segment?.offsets[at];
      const to = segment?.offsets[at + 1];
      if (segment === undefined || record === undefined || from === undefined || to === undefined) return undefined;
      return {
        words: segment.words,
        flags: segment.flags,
        weights: segment.weights,
        from: from + record.bodyFrom,
        count: to - from - record.bodyFrom,
      };
    },
  };
  return self;
}
