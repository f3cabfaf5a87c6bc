import type { CopyDecision } from './article.ts';

/** A copy group: the article that founded it leads it. */
export interface CopyGroup {
  id: string;
  leader: number;
  members: number;
}

/** What is kept of one article as long as it is in the window. */
export interface ArticleRecord {
  /** Sequence number in the window, one more for each article. */
  number: number;
  id: string;
  revision: number;
  content: string;
  observedAt: number;
  published: number | null;
  /** Publisher family, empty when unknown. */
  source: string;
  group: CopyGroup;
  decision: CopyDecision;
  /** Set when the publisher took it back: it is no one's origin any more. */
  withdrawn: boolean;
  /** Many words of it are known from nowhere else: a bad scan. */
  garbled: boolean;
}

/** All of one hour: its articles and the words of each while the hour is dense. */
export interface Segment {
  hour: number;
  /** Number of the hour's first article. */
  first: number;
  records: ArticleRecord[];
  /** Words of the hour's articles one after the other; article i has those from `offsets[i]` to `offsets[i + 1]`. */
  words: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  flags: Uint8Array;
  /** Rarity of each word when it came in, in steps. */
  weights: Uint8Array;
  offsets: number[];
  /** Postings the hour put into the index. */
  postings: number;
}

export function createSegment(hour: number, first: number): Segment {
  const ints = (): Uint32Array => new Uint32Array(1024);
  return {
    hour,
    first,
    records: [],
    words: ints(),
    starts: ints(),
    ends: ints(),
    flags: new Uint8Array(1024),
    weights: new Uint8Array(1024),
    offsets: [0],
    postings: 0,
  };
}

/** Makes room for `count` more words. */
export function reserve(segment: Segment, count: number): void {
  const filled = segment.offsets.at(-1) ?? 0;
  let size = segment.words.length;
  if (filled + count <= size) return;
  while (filled + count > size) size *= 2;
  const grown = (old: Uint32Array): Uint32Array => {
    const next = new Uint32Array(size);
    next.set(old);
    return next;
  };
  const flags = new Uint8Array(size);
  flags.set(segment.flags);
  const weights = new Uint8Array(size);
  weights.set(segment.weights);
  segment.weights = weights;
  segment.words = grown(segment.words);
  segment.starts = grown(segment.starts);
  segment.ends = grown(segment.ends);
  segment.flags = flags;
}
