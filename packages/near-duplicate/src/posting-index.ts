import { mix32 } from './hash.ts';

/**
 * Inverted index from a pair of numbers (two neighbouring words) to the documents that hold it, newest first.
 * Postings lie in one ring in order of arrival and are chained per key, so that dropping the oldest documents only moves the ring's tail;
 * a chain ends where it runs behind the tail. Document counts are exact; beyond `bucketCap` a key counts on but takes no more postings.
 */
export interface PostingIndex {
  /** Live documents that hold the key; the slot for `walk` and `push`, valid until the next change, is left in `slot`. */
  count(a: number, b: number): number;
  /** Slot of the last `count`, -1 when the key is unknown. */
  slot: number;
  /** Copies up to `limit` newest documents of `slot` into `out`; returns how many. */
  walk(slot: number, out: Uint32Array, limit: number): number;
  /** Counts a document under a key and, when `listed`, appends its posting. */
  push(a: number, b: number, document: number, listed: boolean): void;
  /** Takes a document's count of one key back. */
  forget(a: number, b: number): void;
  /** Postings appended since the last call: a segment keeps the number and hands it to `dropOldest`. */
  takeAppended(): number;
  dropOldest(postings: number): void;
  readonly keys: number;
  readonly postings: number;
  readonly bytes: number;
  dump(): { keys: Uint32Array; postings: Uint32Array };
  load(state: { keys: Uint32Array; postings: Uint32Array }): void;
}

export function createPostingIndex(bucketCap: number, seed: number): PostingIndex {
  let keyA = new Uint32Array(1 << 12);
  let keyB = new Uint32Array(1 << 12);
  let counts = new Uint32Array(1 << 12); // 0: the slot is empty
  let heads = new Uint32Array(1 << 12); // sequence of the newest posting + 1, 0: none
  let used = 0;
  let documents = new Uint32Array(1 << 12);
  let previous = new Uint32Array(1 << 12);
  let tail = 0; // sequence numbers are counted modulo 2^32, beginning at 1 so that 0 means none
  let next = 0;
  let appended = 0;

  const home = (a: number, b: number): number => mix32(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77) ^ seed);
  const find = (a: number, b: number): number => {
    const mask = keyA.length - 1;
    let at = home(a, b) & mask;
    while (counts[at] !== 0) {
      if (keyA[at] === a && keyB[at] === b) return at;
      at = (at + 1) & mask;
    }
    return ~at;
  };
  const rehash = (size: number): void => {
    const [oldA, oldB, oldCounts, oldHeads] = [keyA, keyB, counts, heads];
    keyA = new Uint32Array(size);
    keyB = new Uint32Array(size);
    counts = new Uint32Array(size);
    heads = new Uint32Array(size);
    for (let i = 0; i < oldCounts.length; i += 1) {
      if (oldCounts[i] === 0) continue;
      const at = ~find(oldA[i] ?? 0, oldB[i] ?? 0);
      keyA[at] = oldA[i] ?? 0;
      keyB[at] = oldB[i] ?? 0;
      counts[at] = oldCounts[i] ?? 0;
      heads[at] = oldHeads[i] ?? 0;
    }
  };
  const live = (sequence: number): boolean => sequence !== 0 && (sequence - 1 - tail) >>> 0 < (next - tail) >>> 0;
  const remove = (hole: number): void => {
    const mask = keyA.length - 1;
    let at = hole;
    for (;;) {
      at = (at + 1) & mask;
      if (counts[at] === 0) break;
      const origin = home(keyA[at] ?? 0, keyB[at] ?? 0) & mask;
      if (((at - origin) & mask) >= ((at - hole) & mask)) {
        keyA[hole] = keyA[at] ?? 0;
        keyB[hole] = keyB[at] ?? 0;
        counts[hole] = counts[at] ?? 0;
        heads[hole] = heads[at] ?? 0;
        hole = at;
      }
    }
    counts[hole] = 0;
    heads[hole] = 0;
    used -= 1;
  };
  const append = (document: number, before: number): number => {
    if ((next - tail) >>> 0 >= documents.length) {
      const [oldDocuments, oldPrevious, oldMask] = [documents, previous, documents.length - 1];
      documents = new Uint32Array(oldDocuments.length * 2);
      previous = new Uint32Array(oldDocuments.length * 2);
      const mask = documents.length - 1;
      for (let s = tail; s !== next; s = (s + 1) >>> 0) {
        documents[s & mask] = oldDocuments[s & oldMask] ?? 0;
        previous[s & mask] = oldPrevious[s & oldMask] ?? 0;
      }
    }
    const at = next & (documents.length - 1);
    documents[at] = document;
    previous[at] = before;
    next = (next + 1) >>> 0;
    appended += 1;
    return next;
  };

  const self: PostingIndex = {
    slot: -1,
    count(a, b) {
      const at = find(a, b);
      self.slot = at < 0 ? -1 : at;
      return at < 0 ? 0 : (counts[at] ?? 0);
    },
    walk(slot, out, limit) {
      let n = 0;
      let sequence = heads[slot] ?? 0;
      const mask = documents.length - 1;
      while (n < limit && live(sequence)) {
        out[n] = documents[(sequence - 1) & mask] ?? 0;
        sequence = previous[(sequence - 1) & mask] ?? 0;
        n += 1;
      }
      return n;
    },
    push(a, b, document, listed) {
      let at = find(a, b);
      if (at < 0) {
        if ((used + 1) * 5 > keyA.length * 3) {
          rehash(keyA.length * 2);
          at = find(a, b);
        }
        at = ~at;
        keyA[at] = a;
        keyB[at] = b;
        heads[at] = 0;
        used += 1;
      }
      const n = (counts[at] ?? 0) + 1;
      counts[at] = n;
      if (listed && n <= bucketCap) heads[at] = append(document, heads[at] ?? 0);
    },
    forget(a, b) {
      const at = find(a, b);
      if (at < 0) return;
      const n = (counts[at] ?? 0) - 1;
      counts[at] = n;
      if (n === 0) {
        counts[at] = 1; // kept non-empty while the chain is repaired
        remove(at);
      }
    },
    takeAppended() {
      const n = appended;
      appended = 0;
      return n;
    },
    dropOldest(postings) {
      tail = (tail + postings) >>> 0;
    },
    get keys() {
      return used;
    },
    get postings() {
      return (next - tail) >>> 0;
    },
    get bytes() {
      return keyA.length * 16 + documents.length * 8;
    },
    dump() {
      // Canonical: chains written key by key in the order of their newest posting, then by key; table places do not show.
      const mask = documents.length - 1;
      const out: number[] = [];
      const order: number[] = [];
      for (let i = 0; i < counts.length; i += 1) if (counts[i] !== 0) order.push(i);
      order.sort((x, y) => (keyA[x] ?? 0) - (keyA[y] ?? 0) || (keyB[x] ?? 0) - (keyB[y] ?? 0));
      const keys = new Uint32Array(order.length * 4);
      order.forEach((at, i) =>
        keys.set([keyA[at] ?? 0, keyB[at] ?? 0, counts[at] ?? 0, live(heads[at] ?? 0) ? ((heads[at] ?? 0) - tail) >>> 0 : 0], i * 4),
      );
      for (let s = tail; s !== next; s = (s + 1) >>> 0) {
        const before = previous[s & mask] ?? 0;
        out.push(documents[s & mask] ?? 0, live(before) ? (before - tail) >>> 0 : 0);
      }
      return { keys, postings: Uint32Array.from(out) };
    },
    load(state) {
      used = 0;
      tail = 0;
      next = state.postings.length / 2;
      appended = 0;
      let ring = 1 << 12;
      while (ring <= next) ring *= 2;
      documents = new Uint32Array(ring);
      previous = new Uint32Array(ring);
      for (let s = 0; s < next; s += 1) {
        documents[s] = state.postings[s * 2] ?? 0;
        previous[s] = state.postings[s * 2 + 1] ?? 0;
      }
      const n = state.keys.length / 4;
      let size = 1 << 12;
      while ((n + 1) * 5 > size * 3) size *= 2;
      keyA = new Uint32Array(size);
      keyB = new Uint32Array(size);
      counts = new Uint32Array(size);
      heads = new Uint32Array(size);
      for (let i = 0; i < n; i += 1) {
        const at = ~find(state.keys[i * 4] ?? 0, state.keys[i * 4 + 1] ?? 0);
        keyA[at] = state.keys[i * 4] ?? 0;
        keyB[at] = state.keys[i * 4 + 1] ?? 0;
        counts[at] = state.keys[i * 4 + 2] ?? 0;
        heads[at] = state.keys[i * 4 + 3] ?? 0;
        used += 1;
      }
    },
  };
  return self;
}
