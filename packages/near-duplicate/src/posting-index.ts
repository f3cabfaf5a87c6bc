import { doubled } from './arrays.ts';

/**
 * Inverted index from a 32-bit key (of two neighbouring words, or of one word) to the documents that hold it, newest first.
 * The newest document stands in the key's own slot: most keys have no other. The ones before lie in one ring in the order in which they were overtaken and are chained per key;
 * dropping the oldest documents moves the ring's tail, and a chain ends where its documents are older than the first live one.
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
   * Walks several keys at once, a step of each in turn, so that their reads overlap: up to `limits[k]` newest documents of key k, each written to `out` with k in `of`.
   * Returns how many were written.
   */
  walkAll(keys: Uint32Array, count: number, limits: Uint8Array, out: Uint32Array, of: Uint16Array): number;
  /** Counts a document under a key and, when `listed`, adds its posting. `hint`: where the key lay, or -1. */
  push(key: number, document: number, listed: boolean, hint?: number): void;
  /** Takes a document's count of one key back. */
  forget(key: number): void;
  /** Postings that came into the ring since the last call: a segment keeps the number and hands it to `dropOldest`. */
  takeAppended(): number;
  /** @param firstLive number of the oldest document that is still live. */
  dropOldest(postings: number, firstLive: number): void;
  readonly keys: number;
  readonly postings: number;
  readonly bytes: number;
  dump(): { keys: Uint32Array; postings: Uint32Array };
  load(state: { keys: Uint32Array; postings: Uint32Array }, firstLive: number): void;
}

/** Numbers per table slot, side by side, so that a look-up touches one cache line: key, documents (0: empty slot), newest document, posting before it + 1. */
const SLOT = 4;
const [COUNT, NEWEST, OLDER] = [1, 2, 3];
const PART_BITS = 6;
const FIRST_SLOTS = 1 << 6;
const FIRST_RING = 1 << 10;
/** Keys that can be walked at once. */
const MOST_CHAINS = 512;
const NO_PART = new Uint32Array(SLOT);

export function createPostingIndex(bucketCap: number, seed: number): PostingIndex {
  const parts = Array.from({ length: 1 << PART_BITS }, () => new Uint32Array(FIRST_SLOTS * SLOT));
  const filled = new Uint32Array(1 << PART_BITS);
  let used = 0;
  let ring = new Uint32Array(FIRST_RING * 2); // document, and the posting before + 1
  let ringMask = FIRST_RING - 1;
  let tail = 0; // sequence numbers are counted modulo 2^32
  let next = 0;
  let appended = 0;
  let live = 0; // number of the first live document
  let fetched = 0;
  const chains = new Uint32Array(MOST_CHAINS);
  const chainOf = new Uint16Array(MOST_CHAINS);

  const spread = (key: number): number => {
    const h = Math.imul(key ^ seed, 0x9e3779b1);
    return h ^ (h >>> 15);
  };
  const partOf = (spreadKey: number): Uint32Array => parts[spreadKey >>> (32 - PART_BITS)] ?? NO_PART;
  /** Slot of a key in its part, or the complement of the empty slot where it would go. */
  const findIn = (part: Uint32Array, h: number, key: number): number => {
    const mask = (part.length >> 2) - 1;
    let at = h & mask;
    while (part[at * SLOT + COUNT] !== 0) {
      if (part[at * SLOT] === key) return at;
      at = (at + 1) & mask;
    }
    return ~at;
  };
  const grow = (number: number): Uint32Array => {
    const old = parts[number] ?? NO_PART;
    const part = new Uint32Array(old.length * 2);
    for (let i = 0; i < old.length; i += SLOT) {
      if (old[i + COUNT] === 0) continue;
      const key = old[i] ?? 0;
      const at = ~findIn(part, spread(key), key) * SLOT;
      for (let k = 0; k < SLOT; k += 1) part[at + k] = old[i + k] ?? 0;
    }
    parts[number] = part;
    return part;
  };
  const remove = (part: Uint32Array, slot: number): void => {
    const mask = (part.length >> 2) - 1;
    let hole = slot;
    for (let at = (hole + 1) & mask; part[at * SLOT + COUNT] !== 0; at = (at + 1) & mask) {
      const home = spread(part[at * SLOT] ?? 0) & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      part.copyWithin(hole * SLOT, at * SLOT, at * SLOT + SLOT);
      hole = at;
    }
    part[hole * SLOT + COUNT] = 0;
  };
  const inRing = (sequence: number): boolean => sequence !== 0 && (sequence - 1 - tail) >>> 0 < (next - tail) >>> 0;
  const append = (document: number, before: number): number => {
    if ((next - tail) >>> 0 > ringMask) {
      const [old, oldMask] = [ring, ringMask];
      ring = doubled(old);
      ringMask = oldMask * 2 + 1;
      // Both halves now hold all postings; each stays where its sequence number belongs.
      ring.copyWithin(old.length, 0, old.length);
    }
    const at = (next & ringMask) * 2;
    ring[at] = document;
    ring[at + 1] = before;
    next = (next + 1) >>> 0;
    appended += 1;
    return next;
  };
  const fromTail = (sequence: number): number => (inRing(sequence) ? (sequence - tail) >>> 0 : 0);

  const self: PostingIndex = {
    fetch(keys, count) {
      let sum = 0;
      for (let i = 0; i < count; i += 1) {
        const h = spread(keys[i] ?? 0);
        const part = partOf(h);
        sum += part[(h & ((part.length >> 2) - 1)) * SLOT] ?? 0;
      }
      fetched = sum;
    },
    find(key) {
      const h = spread(key);
      const at = findIn(partOf(h), h, key);
      return at < 0 ? -1 : at;
    },
    countAt: (key, slot) => partOf(spread(key))[slot * SLOT + COUNT] ?? 0,
    walk(key, slot, out, limit) {
      const part = partOf(spread(key));
      const newest = part[slot * SLOT + NEWEST] ?? 0;
      if (limit === 0 || newest < live) return 0;
      out[0] = newest;
      let n = 1;
      let sequence = part[slot * SLOT + OLDER] ?? 0;
      while (n < limit && inRing(sequence)) {
        const at = ((sequence - 1) & ringMask) * 2;
        const document = ring[at] ?? 0;
        if (document < live) break;
        out[n] = document;
        sequence = ring[at + 1] ?? 0;
        n += 1;
      }
      return n;
    },
    walkAll(keys, count, limits, out, of) {
      let n = 0;
      let open = 0;
      for (let k = 0; k < count; k += 1) {
        const key = keys[k] ?? 0;
        const h = spread(key);
        const part = partOf(h);
        const slot = findIn(part, h, key);
        const newest = slot < 0 ? 0 : (part[slot * SLOT + NEWEST] ?? 0);
        if (slot < 0 || newest < live) continue;
        out[n] = newest;
        of[n] = k;
        n += 1;
        chains[open] = part[slot * SLOT + OLDER] ?? 0;
        chainOf[open] = k;
        open += 1;
      }
      for (let step = 1; open > 0; step += 1) {
        let still = 0;
        for (let c = 0; c < open; c += 1) {
          const [sequence, k] = [chains[c] ?? 0, chainOf[c] ?? 0];
          if (step >= (limits[k] ?? 0) || !inRing(sequence)) continue;
          const at = ((sequence - 1) & ringMask) * 2;
          const document = ring[at] ?? 0;
          if (document < live) continue;
          out[n] = document;
          of[n] = k;
          n += 1;
          chains[still] = ring[at + 1] ?? 0;
          chainOf[still] = k;
          still += 1;
        }
        open = still;
      }
      return n;
    },
    push(key, document, listed, hint = -1) {
      const h = spread(key);
      const number = h >>> (32 - PART_BITS);
      let part: Uint32Array = parts[number] ?? NO_PART;
      let slot = hint >= 0 && part[hint * SLOT] === key && part[hint * SLOT + COUNT] !== 0 ? hint : findIn(part, h, key);
      if (slot < 0) {
        if (((filled[number] ?? 0) + 1) * 5 * SLOT > part.length * 3) {
          part = grow(number);
          slot = findIn(part, h, key);
        }
        const at = ~slot * SLOT;
        part[at] = key;
        part[at + COUNT] = 1;
        part[at + NEWEST] = listed ? document : 0;
        part[at + OLDER] = 0;
        filled[number] = (filled[number] ?? 0) + 1;
        used += 1;
        return;
      }
      const at = slot * SLOT;
      const n = (part[at + COUNT] ?? 0) + 1;
      part[at + COUNT] = n;
      if (!listed || n > bucketCap) return;
      part[at + OLDER] = append(part[at + NEWEST] ?? 0, part[at + OLDER] ?? 0);
      part[at + NEWEST] = document;
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
      remove(part, slot);
      filled[number] = (filled[number] ?? 1) - 1;
      used -= 1;
    },
    takeAppended() {
      const n = appended;
      appended = 0;
      return n;
    },
    dropOldest(postings, firstLive) {
      tail = (tail + postings) >>> 0;
      live = firstLive;
    },
    get keys() {
      return used;
    },
    get postings() {
      return used + ((next - tail) >>> 0);
    },
    get bytes() {
      return parts.reduce((sum, part) => sum + part.byteLength, ring.byteLength + (fetched & 0));
    },
    dump() {
      // Canonical: keys in order, postings counted from the oldest; where things lie in the tables does not show.
      const keys = new Uint32Array(used * SLOT);
      const order = new Uint32Array(used);
      let n = 0;
      for (const part of parts) {
        for (let i = 0; i < part.length; i += SLOT) if (part[i + COUNT] !== 0) order[n++] = part[i] ?? 0;
      }
      order.sort();
      order.forEach((key, i) => {
        const h = spread(key);
        const part = partOf(h);
        const at = findIn(part, h, key) * SLOT;
        keys.set([key, part[at + COUNT] ?? 0, part[at + NEWEST] ?? 0, fromTail(part[at + OLDER] ?? 0)], i * SLOT);
      });
      const count = (next - tail) >>> 0;
      const postings = new Uint32Array(count * 2);
      for (let s = tail, i = 0; s !== next; s = (s + 1) >>> 0, i += 2) {
        postings[i] = ring[(s & ringMask) * 2] ?? 0;
        postings[i + 1] = fromTail(ring[(s & ringMask) * 2 + 1] ?? 0);
      }
      return { keys, postings };
    },
    load({ keys, postings }, firstLive) {
      [used, tail, next, appended, live] = [0, 0, postings.length / 2, 0, firstLive];
      let size = FIRST_RING;
      while (size <= next) size *= 2;
      ring = new Uint32Array(size * 2);
      ring.set(postings);
      ringMask = size - 1;
      parts.forEach((_, number) => {
        parts[number] = new Uint32Array(FIRST_SLOTS * SLOT);
      });
      filled.fill(0);
      for (let i = 0; i < keys.length; i += SLOT) {
        const key = keys[i] ?? 0;
        self.push(key, keys[i + NEWEST] ?? 0, true);
        const h = spread(key);
        const part = partOf(h);
        part.set(keys.subarray(i, i + SLOT), findIn(part, h, key) * SLOT);
      }
    },
  };
  return self;
}
