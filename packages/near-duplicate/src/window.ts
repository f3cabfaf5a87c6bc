import type { ClusterDecision } from './clusterer.ts';
import type { ThinColumns } from './thin-columns.ts';
import type { Vote } from './vote.ts';

/** A copy group: the article that founded it leads it. */
export interface CopyGroup {
  /** Id of the founding article. */
  founder: string;
  leader: number;
  members: number;
  /** Its vote in a story; a new one is cast when that one's article has left the window. */
  vote: Vote | null;
}

export function groupIdOf(group: CopyGroup): string {
  return `g_${group.founder}`;
}

/** What is kept of one article revision as long as it is in the window. */
export interface ArticleRecord {
  /** Sequence number in the window, one more for each article. */
  number: number;
  id: string;
  revision: number;
  /** Number of the record of the article's revision before, -1 when there is none in the window. */
  before: number;
  /** Fingerprint of the text's words in order. */
  content: number;
  published: number | null;
  /** Publisher family, empty when unknown. */
  source: string;
  group: CopyGroup;
  vote: Vote;
  /** As it was given out; reasons, copies and events are dropped when the hour thins out. */
  decision: ClusterDecision;
  /** Words of the title that do not count as text. */
  bodyFrom: number;
  /** Set when the publisher took it back or a newer revision took its place: it is no one's origin any more. */
  withdrawn: boolean;
  /** It was the first in the window with its text: exact copies are told of it. */
  firstWithText: boolean;
  /** Many words of it are known from nowhere else: a bad scan. */
  garbled: boolean;
}

/** All of one hour: its articles and the words of each while the hour is dense. */
export interface Segment {
  hour: number;
  /** Number of the hour's first article. */
  first: number;
  /** Articles of the hour. */
  count: number;
  /** While the hour is dense; then they stand in columns. */
  records: ArticleRecord[];
  thin: ThinColumns | null;
  /** Words of the hour's articles one after the other, title first; article i has those from `offsets[i]` to `offsets[i + 1]`. */
  words: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  flags: Uint8Array;
  /** Rarity of each text word when it came in, in steps. */
  weights: Uint8Array;
  offsets: number[];
}

const LEAST_ROOM = 1024;

/** @param room words that the hour will hold, as far as one can tell. */
export function createSegment(hour: number, first: number, room = 0): Segment {
  const size = Math.max(LEAST_ROOM, room);
  const ints = (): Uint32Array => new Uint32Array(size);
  const bytes = (): Uint8Array => new Uint8Array(size);
  return {
    hour,
    first,
    count: 0,
    records: [],
    thin: null,
    words: ints(),
    starts: ints(),
    ends: ints(),
    flags: bytes(),
    weights: bytes(),
    offsets: [0],
  };
}

/** Makes room for `count` more words. */
export function reserve(segment: Segment, count: number): void {
  const filled = segment.offsets.at(-1) ?? 0;
  let size = segment.words.length;
  if (filled + count <= size) return;
  while (filled + count > size) size *= 2;
  resize(segment, size);
}

/** Cuts the arrays of a full hour to what it holds, or drops them when the hour thins out. */
export function resize(segment: Segment, size: number): void {
  const ints = (old: Uint32Array): Uint32Array => {
    const next = new Uint32Array(size);
    next.set(old.subarray(0, size));
    return next;
  };
  const bytes = (old: Uint8Array): Uint8Array => {
    const next = new Uint8Array(size);
    next.set(old.subarray(0, size));
    return next;
  };
  segment.words = ints(segment.words);
  segment.starts = ints(segment.starts);
  segment.ends = ints(segment.ends);
  segment.flags = bytes(segment.flags);
  segment.weights = bytes(segment.weights);
}
