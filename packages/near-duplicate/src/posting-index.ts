import { createPostingLists, MOST_KEPT } from './posting-lists.ts';

/**
 * Inverted index from a 32-bit key (of two neighbouring words, or of one word) to the newest documents that hold it, newest first.
 * Document counts are exact; beyond `bucketCap` a key counts on but takes no more postings. The table is in parts that grow each on its own: no growth is a long pause.
 */
export interface PostingIndex {
  /** Fetches the places of keys that are looked up next: reads that do not wait for each other overlap. */
  fetch(keys: Uint32Array, count: number): void;
  /** Slot of a key, -1 when it is unknown. Slots hold until the key's part grows or loses a key: `push` takes one as a hint. */
  find(key: number): number;
  /** Live documents that hold the key of a slot just found. */
  countAt(key: number, slot: number): number;
  /** Copies up to `limit` newest documents of a slot just found into `out`; returns how many. */
  walk(key: number, slot: number, out: Uint32Array, limit: number): number;
  /**
   * Up to `limits[k]` newest documents of each key k: the newest of every key, then the next of every key and so on, each written to `out` with k in `of`.
   * Returns how many were written.
   */
  walkAll(keys: Uint32Array, count: number, limits: Uint8Array, out: Uint32Array, of: Uint16Array): number;
  /** Counts a document under a key and, when `listed`, adds its posting. `hint`: where the key lay, or -1. */
  push(key: number, document: number, listed: boolean, hint?: number): void;
  /** Takes a document's count of one key back. */
  forget(key: number): void;
  /** @param firstLive number of the oldest document that is still live. */
  dropOldest(firstLive: number): void;
  readonly keys: number;
  readonly postings: number;
  readonly bytes: number;
  readonly parts: number;
  /** The keys of one part in order with their live documents, newest first: key, documents counted, postings, and these. Where things lie in the tables does not show. */
  dump(part: number): Uint32Array;
  /** Takes in what `dump` gave, part by part, into an empty index. */
  load(state: Uint32Array, firstLive: number): void;
}

/** Numbers per table slot: key, documents (0: empty slot), list of postings. */
const SLOT = 3;
const [COUNT, LIST] = [1, 2];
const PART_BITS = 7;
const PARTS = 1 << PART_BITS;
const IN_PART = 2 ** (32 - PART_BITS);
const PART_MASK = IN_PART - 1;
const FIRST_SLOTS = 16;
/** A part is at most filled to this, and grows by so much: half as much again leaves little room empty. */
const FULL = 0.7;
const GROWTH = 1.5;
const NO_PART = new Uint32Array(SLOT);

/** @param keep newest postings of a key that are kept: no walk gives more. */
export function createPostingIndex(bucketCap: number, seed: number, keep: number): PostingIndex {
  const parts = Array.from({ length: PARTS }, () => new Uint32Array(FIRST_SLOTS * SLOT));
  const sizes = new Uint32Array(PARTS).fill(FIRST_SLOTS);
  const filled = new Uint32Array(PARTS);
  const lists = createPostingLists(Math.min(keep, MOST_KEPT));
  let used = 0;
  let fetched = 0;
  let listOf = new Uint32Array(64);
  let row = new Uint32Array(64);
  let counts = new Uint8Array(64);

  const spread = (key: number): number => {
    const h = Math.imul(key ^ seed, 0x9e3779b1);
    return (h ^ (h >>> 15)) >>> 0;
  };
  const homeOf = (h: number, size: number): number => ((h & PART_MASK) * size * (1 / IN_PART)) | 0;
  /** Slot of a key in its part, or the complement of the empty slot where it would go. */
  const findIn = (part: Uint32Array, h: number, key: number): number => {
    const size = sizes[h >>> (32 - PART_BITS)] ?? 1;
    let at = homeOf(h, size);
    while (part[at * SLOT + COUNT] !== 0) {
      if (part[at * SLOT] === key) return at;
      at = at + 1 === size ? 0 : at + 1;
    }
    return ~at;
  };
  const partOf = (h: number): Uint32Array => parts[h >>> (32 - PART_BITS)] ?? NO_PART;
  const grow = (number: number): Uint32Array => {
    const old = parts[number] ?? NO_PART;
    sizes[number] = Math.ceil((sizes[number] ?? 1) * GROWTH);
    const part = new Uint32Array((sizes[number] ?? 1) * SLOT);
    for (let i = 0; i < old.length; i += SLOT) {
      if (old[i + COUNT] === 0) continue;
      const key = old[i] ?? 0;
      const at = ~findIn(part, spread(key), key) * SLOT;
      for (let k = 0; k < SLOT; k += 1) part[at + k] = old[i + k] ?? 0;
    }
    parts[number] = part;
    return part;
  };
  const remove = (part: Uint32Array, size: number, slot: number): void => {
    let hole = slot;
    for (let at = slot + 1 === size ? 0 : slot + 1; part[at * SLOT + COUNT] !== 0; at = at + 1 === size ? 0 : at + 1) {
      const home = homeOf(spread(part[at * SLOT] ?? 0), size);
      const [fromHome, fromHole] = [at - home, at - hole];
      if ((fromHome < 0 ? fromHome + size : fromHome) < (fromHole < 0 ? fromHole + size : fromHole)) continue;
      part.copyWithin(hole * SLOT, at * SLOT, at * SLOT + SLOT);
      hole = at;
    }
    part[hole * SLOT + COUNT] = 0;
  };
  /** A slot for a key that is not there. */
  const insert = (key: number, h: number, slot: number): number => {
    const number = h >>> (32 - PART_BITS);
    let part: Uint32Array = parts[number] ?? NO_PART;
    let at = slot;
    if ((filled[number] ?? 0) + 1 > (sizes[number] ?? 1) * FULL) {
      part = grow(number);
      at = ~findIn(part, h, key);
    }
    part[at * SLOT] = key;
    part[at * SLOT + LIST] = 0;
    filled[number] = (filled[number] ?? 0) + 1;
    used += 1;
    return at;
  };

  return {
    fetch(keys, count) {
      let sum = 0;
      for (let i = 0; i < count; i += 1) {
        const h = spread(keys[i] ?? 0);
        const number = h >>> (32 - PART_BITS);
        sum += (parts[number] ?? NO_PART)[homeOf(h, sizes[number] ?? 1) * SLOT] ?? 0;
      }
      fetched = sum;
    },
    find(key) {
      const h = spread(key);
      const at = findIn(partOf(h), h, key);
      return at < 0 ? -1 : at;
    },
    countAt: (key, slot) => partOf(spread(key))[slot * SLOT + COUNT] ?? 0,
    walk: (key, slot, out, limit) => lists.read(partOf(spread(key))[slot * SLOT + LIST] ?? 0, out, 0, limit),
    walkAll(keys, count, limits, out, of) {
      if (count > counts.length) {
        listOf = new Uint32Array(count);
        counts = new Uint8Array(count);
      }
      let sum = 0;
      let most = 0;
      for (let k = 0; k < count; k += 1) {
        const key = keys[k] ?? 0;
        const h = spread(key);
        const part = partOf(h);
        const slot = findIn(part, h, key);
        const list = slot < 0 ? 0 : (part[slot * SLOT + LIST] ?? 0);
        listOf[k] = list;
        most = Math.max(most, limits[k] ?? 0);
        sum += lists.touch(list);
      }
      fetched = sum;
      if (row.length < count * most) row = new Uint32Array(count * most);
      let longest = 0;
      for (let k = 0; k < count; k += 1) {
        const n = lists.read(listOf[k] ?? 0, row, k * most, limits[k] ?? 0);
        counts[k] = n;
        longest = Math.max(longest, n);
      }
      let n = 0;
      for (let step = 0; step < longest; step += 1) {
        for (let k = 0; k < count; k += 1) {
          if (step >= (counts[k] ?? 0)) continue;
          out[n] = row[k * most + step] ?? 0;
          of[n] = k;
          n += 1;
        }
      }
      return n;
    },
    push(key, document, listed, hint = -1) {
      const h = spread(key);
      let part = partOf(h);
      let slot = hint >= 0 && part[hint * SLOT] === key && part[hint * SLOT + COUNT] !== 0 ? hint : findIn(part, h, key);
      if (slot < 0) {
        slot = insert(key, h, ~slot);
        part = partOf(h);
      }
      const at = slot * SLOT;
      const n = (part[at + COUNT] ?? 0) + 1;
      part[at + COUNT] = n;
      if (listed && n <= bucketCap) part[at + LIST] = lists.push(part[at + LIST] ?? 0, document);
    },
    forget(key) {
      const h = spread(key);
      const number = h >>> (32 - PART_BITS);
      const part = parts[number] ?? NO_PART;
      const slot = findIn(part, h, key);
      if (slot < 0) return;
      const n = part[slot * SLOT + COUNT] ?? 0;
      if (n > 1) {
        part[slot * SLOT + COUNT] = n - 1;
        return;
      }
      lists.free(part[slot * SLOT + LIST] ?? 0);
      remove(part, sizes[number] ?? 1, slot);
      filled[number] = (filled[number] ?? 1) - 1;
      used -= 1;
    },
    dropOldest(firstLive) {
      lists.live = firstLive;
    },
    get keys() {
      return used;
    },
    get postings() {
      return lists.entries;
    },
    get bytes() {
      return parts.reduce((sum, part) => sum + part.byteLength, lists.bytes + (fetched & 0));
    },
    parts: PARTS,
    dump(number) {
      const part = parts[number] ?? NO_PART;
      const order = new Uint32Array(filled[number] ?? 0);
      let n = 0;
      for (let i = 0; i < part.length; i += SLOT) if (part[i + COUNT] !== 0) order[n++] = part[i] ?? 0;
      order.sort();
      const out = new Uint32Array(n * (3 + Math.min(keep, MOST_KEPT)));
      let to = 0;
      for (const key of order) {
        const at = findIn(part, spread(key), key) * SLOT;
        const postings = lists.read(part[at + LIST] ?? 0, out, to + 3, keep);
        out[to] = key;
        out[to + 1] = part[at + COUNT] ?? 0;
        out[to + 2] = postings;
        to += 3 + postings;
      }
      return out.slice(0, to);
    },
    load(state, firstLive) {
      lists.live = firstLive;
      for (let i = 0; i < state.length;) {
        const key = state[i] ?? 0;
        const h = spread(key);
        const at = insert(key, h, ~findIn(partOf(h), h, key)) * SLOT;
        const part = partOf(h);
        part[at + COUNT] = state[i + 1] ?? 0;
        const last = i + 2 + (state[i + 2] ?? 0);
        if (last >= state.length) throw new TypeError('a key without its postings');
        for (let k = last; k > i + 2; k -= 1) part[at + LIST] = lists.push(part[at + LIST] ?? 0, state[k] ?? 0);
        i = last + 1;
      }
    },
  };
}
