import { createPostingLists, MOST_KEPT } from './posting-lists.ts';

/**
 * Inverted index from a 32-bit key (of two neighbouring words, or of one word) to the newest documents that hold it, newest first.
 * Document counts are exact; beyond `bucketCap` a key counts on but takes no more postings. The table is in parts that grow each on its own: no growth is a long pause.
 */
export interface PostingIndex {
  /** Fetches the places of keys that are looked up next: reads that do not wait for each other overlap. */
  fetch(keys: Uint32Array, count: number): void;
  /** Finds the first `count` keys at once: writes the slot of each (-1: unknown), the live documents that hold it and its list of postings (0: none). */
  lookUp(keys: Uint32Array, count: number, found: Found): void;
  /** Slot of a key, -1 when it is unknown. Slots hold until the key's part grows or loses a key. `hint`: where the key lay, or -1. */
  find(key: number, hint?: number): number;
  /** Live documents that hold the key of a slot just found. */
  countAt(key: number, slot: number): number;
  /** Copies up to `limit` newest documents of a slot just found into `out`; returns how many. */
  walk(key: number, slot: number, out: Uint32Array, limit: number): number;
  /**
   * Up to `limits[k]` newest documents of each list k: the newest of every list, then the next of every list and so on, each written to `out` with k in `of`.
   * Returns how many were written.
   */
  walkAll(lists: Int32Array, count: number, limits: Uint8Array, out: Uint32Array, of: Uint16Array): number;
  /** Counts a document under a key and, when `listed`, adds its posting. `hint`: where the key lay, or -1. */
  push(key: number, document: number, listed: boolean, hint?: number): void;
  /** Takes a document's count of one key back. */
  forget(key: number): void;
  /** @param firstLive number of the oldest document that is still live. */
  dropOldest(firstLive: number): void;
  keys(): number;
  postings(): number;
  bytes(): number;
  readonly parts: number;
  /** The keys of one part in order with their live documents, newest first: key, documents counted, postings, and these. Where things lie in the tables does not show. */
  dump(part: number): Uint32Array;
  /** Takes in what `dump` gave, part by part, into an empty index. */
  load(state: Uint32Array, firstLive: number): void;
}

/** What `lookUp` finds, key by key. */
export interface Found {
  slots: Int32Array;
  counts: Uint32Array;
  lists: Int32Array;
}

/** Arrays for as many keys. */
export function roomForFound(keys: number): Found {
  return { slots: new Int32Array(keys), counts: new Uint32Array(keys), lists: new Int32Array(keys) };
}

/** Numbers per table slot: key, documents (0: empty slot), list of postings. All are signed: an unsigned one of 32 bits may cost an object of its own on its way. */
const SLOT = 3;
const [COUNT, LIST] = [1, 2];
const PART_BITS = 7;
const PARTS = 1 << PART_BITS;
const PART_SHIFT = 32 - PART_BITS;
const IN_PART = 2 ** PART_SHIFT;
const PART_MASK = IN_PART - 1;
const FIRST_SLOTS = 16;
/** A part is at most filled to this, and grows by so much: half as much again leaves little room empty. */
const FULL = 0.7;
const GROWTH = 1.5;
const NO_PART = new Int32Array(SLOT);

/** @param keep newest postings of a key that are kept: no walk gives more. */
export function createPostingIndex(bucketCap: number, seed: number, keep: number): PostingIndex {
  const parts = Array.from({ length: PARTS }, () => new Int32Array(FIRST_SLOTS * SLOT));
  /** Slots of each part, and of them those per step of a hash. */
  const sizes = new Uint32Array(PARTS).fill(FIRST_SLOTS);
  const scales = new Float64Array(PARTS).fill(FIRST_SLOTS / IN_PART);
  const filled = new Uint32Array(PARTS);
  const lists = createPostingLists(Math.min(keep, MOST_KEPT));
  let used = 0;
  let fetched = 0;
  let row = new Uint32Array(64);
  let counts = new Uint8Array(64);
  /** Of the keys looked up: their part and the place in it where they would be. */
  let partsOf = new Uint8Array(64);
  let homes = new Uint32Array(64);

  const spread = (key: number): number => {
    const h = Math.imul(key ^ seed, 0x9e3779b1);
    return h ^ (h >>> 15);
  };
  /** Place of a hash's slot in its part. */
  const homeOf = (h: number): number => (((h & PART_MASK) * (scales[h >>> PART_SHIFT] ?? 0)) | 0) * SLOT;
  const partOf = (h: number): Int32Array => parts[h >>> PART_SHIFT] ?? NO_PART;
  /** Place of a key's slot, or the complement of the empty one where it would go, looked for from `home` on. */
  const findFrom = (part: Int32Array, home: number, key: number): number => {
    const own = key | 0;
    let at = home;
    while (part[at + COUNT] !== 0) {
      if (part[at] === own) return at;
      at += SLOT;
      if (at === part.length) at = 0;
    }
    return ~at;
  };
  const grow = (number: number): Int32Array => {
    const old = parts[number] ?? NO_PART;
    const size = Math.ceil((sizes[number] ?? 1) * GROWTH);
    sizes[number] = size;
    scales[number] = size / IN_PART;
    const part = new Int32Array(size * SLOT);
    for (let i = 0; i < old.length; i += SLOT) {
      const count = old[i + COUNT] ?? 0;
      if (count === 0) continue;
      const key = old[i] ?? 0;
      let at = homeOf(spread(key));
      while (part[at + COUNT] !== 0) {
        at += SLOT;
        if (at === part.length) at = 0;
      }
      part[at] = key;
      part[at + COUNT] = count;
      part[at + LIST] = old[i + LIST] ?? 0;
    }
    parts[number] = part;
    return part;
  };
  const remove = (part: Int32Array, slot: number): void => {
    const end = part.length;
    let hole = slot;
    for (let at = slot + SLOT === end ? 0 : slot + SLOT; part[at + COUNT] !== 0; at = at + SLOT === end ? 0 : at + SLOT) {
      const home = homeOf(spread(part[at] ?? 0));
      const fromHome = at - home;
      const fromHole = at - hole;
      if ((fromHome < 0 ? fromHome + end : fromHome) < (fromHole < 0 ? fromHole + end : fromHole)) continue;
      part.copyWithin(hole, at, at + SLOT);
      hole = at;
    }
    part[hole + COUNT] = 0;
  };
  /** A slot for a key that is not there. */
  const insert = (key: number, h: number, slot: number): number => {
    const number = h >>> PART_SHIFT;
    let part: Int32Array = parts[number] ?? NO_PART;
    let at = slot;
    if ((filled[number] ?? 0) + 1 > (sizes[number] ?? 1) * FULL) {
      part = grow(number);
      at = ~findFrom(part, homeOf(h), key);
    }
    part[at] = key;
    part[at + LIST] = 0;
    filled[number] = (filled[number] ?? 0) + 1;
    used += 1;
    return at;
  };
  /** Works out where keys would be, then reads there: a short loop of reads that do not wait for each other. */
  const fetch = (keys: Uint32Array, count: number): void => {
    if (homes.length < count) {
      homes = new Uint32Array(count * 2);
      partsOf = new Uint8Array(count * 2);
    }
    for (let k = 0; k < count; k += 1) {
      const h = spread(keys[k] ?? 0);
      partsOf[k] = h >>> PART_SHIFT;
      homes[k] = homeOf(h);
    }
    let sum = 0;
    for (let k = 0; k < count; k += 1) sum ^= (parts[partsOf[k] ?? 0] ?? NO_PART)[homes[k] ?? 0] ?? 0;
    fetched = sum;
  };

  return {
    fetch,
    lookUp(keys, count, { slots, counts: documents, lists: listsOf }) {
      fetch(keys, count);
      let sum = 0;
      for (let k = 0; k < count; k += 1) {
        const part = parts[partsOf[k] ?? 0] ?? NO_PART;
        const at = findFrom(part, homes[k] ?? 0, keys[k] ?? 0);
        const known = at >= 0;
        const list = known ? (part[at + LIST] ?? 0) : 0;
        slots[k] = known ? at : -1;
        documents[k] = known ? (part[at + COUNT] ?? 0) : 0;
        listsOf[k] = list;
      }
      for (let k = 0; k < count; k += 1) sum ^= lists.touch(listsOf[k] ?? 0);
      fetched ^= sum;
    },
    find(key, hint = -1) {
      const h = spread(key);
      const part = partOf(h);
      if (hint >= 0 && part[hint] === (key | 0) && part[hint + COUNT] !== 0) return hint;
      const at = findFrom(part, homeOf(h), key);
      return at < 0 ? -1 : at;
    },
    countAt: (key, slot) => partOf(spread(key))[slot + COUNT] ?? 0,
    walk: (key, slot, out, limit) => lists.read(partOf(spread(key))[slot + LIST] ?? 0, out, 0, limit),
    walkAll(listsOf, count, limits, out, of) {
      let most = 0;
      for (let k = 0; k < count; k += 1) most = Math.max(most, limits[k] ?? 0);
      if (count > counts.length) counts = new Uint8Array(count);
      if (row.length < count * most) row = new Uint32Array(count * most);
      let longest = 0;
      for (let k = 0; k < count; k += 1) {
        const n = lists.read(listsOf[k] ?? 0, row, k * most, limits[k] ?? 0);
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
      let at = hint >= 0 && part[hint] === (key | 0) && part[hint + COUNT] !== 0 ? hint : findFrom(part, homeOf(h), key);
      if (at < 0) {
        at = insert(key, h, ~at);
        part = partOf(h);
      }
      const n = (part[at + COUNT] ?? 0) + 1;
      part[at + COUNT] = n;
      if (listed && n <= bucketCap) part[at + LIST] = lists.push(part[at + LIST] ?? 0, document);
    },
    forget(key) {
      const h = spread(key);
      const number = h >>> PART_SHIFT;
      const part = parts[number] ?? NO_PART;
      const at = findFrom(part, homeOf(h), key);
      if (at < 0) return;
      const n = part[at + COUNT] ?? 0;
      if (n > 1) {
        part[at + COUNT] = n - 1;
        return;
      }
      lists.free(part[at + LIST] ?? 0);
      remove(part, at);
      filled[number] = (filled[number] ?? 1) - 1;
      used -= 1;
    },
    dropOldest(firstLive) {
      lists.live = firstLive;
    },
    keys() {
      return used;
    },
    postings() {
      return lists.entries();
    },
    bytes() {
      return parts.reduce((sum, part) => sum + part.byteLength, lists.bytes() + (fetched & 0));
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
        const at = findFrom(part, homeOf(spread(key)), key);
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
        const at = insert(key, h, ~findFrom(partOf(h), homeOf(h), key));
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
