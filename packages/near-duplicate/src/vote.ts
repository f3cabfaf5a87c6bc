/** One vote in a story: the first article of a copy group in it, as a sparse vector of whole numbers, and all articles that go where it goes. */
export interface Vote {
  /** Number of the article that cast it. */
  number: number;
  story: Story;
  /** Words in ascending order and their weights, 1..255. */
  words: Uint32Array;
  weights: Uint8Array;
  /** Sum of the squared weights. */
  square: number;
  /** Ids of the articles of the copy group that came to this story. */
  articles: string[];
  /** False once its article left the window. */
  live: boolean;
}

/** A story: the sum of its votes. Sums are whole numbers, so they are the same in whatever order they were made. */
export interface Story {
  id: string;
  /** Its place in arrays while it lives. */
  place: number;
  /** Number of the article that founded it: of two stories the older one takes the other in. */
  founded: number;
  votes: Vote[];
  /** Sum of the votes' vectors; null while it is cheaper to go through the votes. */
  sum: SparseSum | null;
  /** Squared length of the sum. */
  square: number;
  /** Words of all votes together. */
  words: number;
  /** Number of votes at which it is next looked at for a split. */
  nextLook: number;
  lastSeen: number;
}

/** Whole-number weights by word in an open-addressing table. */
export interface SparseSum {
  keys: Int32Array;
  values: Float64Array;
  used: number;
}

export function createSum(): SparseSum {
  return { keys: new Int32Array(256).fill(-1), values: new Float64Array(256), used: 0 };
}

function place(keys: Int32Array, word: number): number {
  const mask = keys.length - 1;
  let at = (Math.imul(word, 0x9e3779b1) >>> 8) & mask;
  while (keys[at] !== -1 && keys[at] !== word) at = (at + 1) & mask;
  return at;
}

/** Adds `times` a vote's vector. */
export function addToSum(sum: SparseSum, vote: Pick<Vote, 'words' | 'weights'>, times: number): void {
  for (let i = 0; i < vote.words.length; i += 1) {
    const word = vote.words[i] ?? 0;
    let at = place(sum.keys, word);
    if (sum.keys[at] === -1) {
      if ((sum.used + 1) * 2 > sum.keys.length) {
        grow(sum);
        at = place(sum.keys, word);
      }
      sum.keys[at] = word;
      sum.used += 1;
    }
    sum.values[at] = (sum.values[at] ?? 0) + times * (vote.weights[i] ?? 0);
  }
}

function grow(sum: SparseSum): void {
  const { keys, values } = sum;
  sum.keys = new Int32Array(keys.length * 2).fill(-1);
  sum.values = new Float64Array(keys.length * 2);
  sum.used = 0;
  for (let i = 0; i < keys.length; i += 1) {
    if (keys[i] === -1 || values[i] === 0) continue;
    const at = place(sum.keys, keys[i] ?? 0);
    sum.keys[at] = keys[i] ?? 0;
    sum.values[at] = values[i] ?? 0;
    sum.used += 1;
  }
}

/** Weight of a word in the sum. */
export function weightIn(sum: SparseSum, word: number): number {
  return sum.values[place(sum.keys, word)] ?? 0;
}

/** Dot product of two votes: both are sorted by word. */
export function dotVotes(a: Pick<Vote, 'words' | 'weights'>, b: Pick<Vote, 'words' | 'weights'>): number {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i < a.words.length && j < b.words.length) {
    const x = a.words[i] ?? 0;
    const y = b.words[j] ?? 0;
    if (x === y) total += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return total;
}
