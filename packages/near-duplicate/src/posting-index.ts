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
  /** Whether a slot of before still holds the key. */
  isAt(slot: number, a: number, b: number): boolean;
  /** Counts a document under a key and, when `listed`, appends its posting. `hint`: where the key lay, or -1. */
  push(a: number, b: number, document: number, listed: boolean, hint?: number): void;
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

/**
 * Half of all word pairs stand for a text, chosen by the pair itself, so the same ones in every copy.
 * Word numbers do not depend on the hash seed, so neither does the choice.
 */
export function isSampled(a: number, b: number): boolean {
  return (Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) & 0x10000) === 0;
}

/** Numbers per table slot: both halves of the key, documents, newest posting + 1. Side by side, so that a look-up touches one cache line. */
const SLOT = 4;
const [B, COUNT, HEAD] = [1, 2, 3];
const FIRST_SLOTS = 1 << 12;

export function createPostingIndex(bucketCap: number, seed: number): PostingIndex {
  let table = new Uint32Array(FIRST_SLOTS * SLOT); // a slot with no documents is empty
  let mask = FIRST_SLOTS - 1;
  let used = 0;
  let ring = new Uint32Array(FIRST_SLOTS * 2); // document, and the posting before + 1
  let ringMask = FIRST_SLOTS - 1;
  let tail = 0; // sequence numbers are counted modulo 2^32
  let next = 0;
  let appended = 0;

  const home = (a: number, b: number): number => mix32(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77) ^ seed);
  /** Slot of a key, or the complement of the empty slot where it would go. */
  const find = (a: number, b: number): number => {
    let at = home(a, b) & mask;
    while (table[at * SLOT + COUNT] !== 0) {
      if (table[at * SLOT] === a && table[at * SLOT + B] === b) return at;
      at = (at + 1) & mask;
    }
    return ~at;
  };
  const resize = (slots: number): void => {
    const old = table;
    table = new Uint32Array(slots * SLOT);
    mask = slots - 1;
    for (let i = 0; i < old.length; i += SLOT) {
      if (old[i + COUNT] === 0) continue;
      const at = ~find(old[i] ?? 0, old[i + B] ?? 0) * SLOT;
      for (let k = 0; k < SLOT; k += 1) table[at + k] = old[i + k] ?? 0;
    }
  };
  const live = (sequence: number): boolean => sequence !== 0 && (sequence - 1 - tail) >>> 0 < (next - tail) >>> 0;
  const remove = (slot: number): void => {
    let hole = slot;
    for (let at = (hole + 1) & mask; table[at * SLOT + COUNT] !== 0; at = (at + 1) & mask) {
      const origin = home(table[at * SLOT] ?? 0, table[at * SLOT + B] ?? 0) & mask;
      if (((at - origin) & mask) < ((at - hole) & mask)) continue;
      table.copyWithin(hole * SLOT, at * SLOT, at * SLOT + SLOT);
      hole = at;
    }
    table[hole * SLOT + COUNT] = 0;
    used -= 1;
  };
  const append = (document: number, before: number): number => {
    if ((next - tail) >>> 0 > ringMask) {
      const [old, oldMask] = [ring, ringMask];
      ring = new Uint32Array(old.length * 2);
      ringMask = oldMask * 2 + 1;
      for (let s = tail; s !== next; s = (s + 1) >>> 0) {
        ring[(s & ringMask) * 2] = old[(s & oldMask) * 2] ?? 0;
        ring[(s & ringMask) * 2 + 1] = old[(s & oldMask) * 2 + 1] ?? 0;
      }
    }
    const at = (next & ringMask) * 2;
    ring[at] = document;
    ring[at + 1] = before;
    next = (next + 1) >>> 0;
    appended += 1;
    return next;
  };

  const self: PostingIndex = {
    slot: -1,
    count(a, b) {
      const at = find(a, b);
      self.slot = at < 0 ? -1 : at;
      return at < 0 ? 0 : (table[at * SLOT + COUNT] ?? 0);
    },
    walk(slot, out, limit) {
      let n = 0;
      let sequence = table[slot * SLOT + HEAD] ?? 0;
      while (n < limit && live(sequence)) {
        const at = ((sequence - 1) & ringMask) * 2;
        out[n] = ring[at] ?? 0;
        sequence = ring[at + 1] ?? 0;
        n += 1;
      }
      return n;
    },
    isAt: (slot, a, b) => table[slot * SLOT + COUNT] !== 0 && table[slot * SLOT] === a && table[slot * SLOT + B] === b,
    push(a, b, document, listed, hint = -1) {
      let slot = hint >= 0 && self.isAt(hint, a, b) ? hint : find(a, b);
      if (slot < 0) {
        if ((used + 1) * 5 > (mask + 1) * 3) {
          resize((mask + 1) * 2);
          slot = find(a, b);
        }
        slot = ~slot;
        table[slot * SLOT] = a;
        table[slot * SLOT + B] = b;
        table[slot * SLOT + HEAD] = 0;
        used += 1;
      }
      const at = slot * SLOT;
      const n = (table[at + COUNT] ?? 0) + 1;
      table[at + COUNT] = n;
      if (listed && n <= bucketCap) table[at + HEAD] = append(document, table[at + HEAD] ?? 0);
    },
    forget(a, b) {
      const slot = find(a, b);
      if (slot < 0) return;
      const n = table[slot * SLOT + COUNT] ?? 0;
      if (n > 1) table[slot * SLOT + COUNT] = n - 1;
      else remove(slot);
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
      return table.length * 4 + ring.length * 4;
    },
    dump() {
      // Canonical: keys in order, postings counted from the oldest; where things lie in the tables does not show.
      const order: number[] = [];
      for (let i = 0; i < table.length; i += SLOT) if (table[i + COUNT] !== 0) order.push(i);
      order.sort((x, y) => (table[x] ?? 0) - (table[y] ?? 0) || (table[x + B] ?? 0) - (table[y + B] ?? 0));
      const fromTail = (sequence: number): number => (live(sequence) ? (sequence - tail) >>> 0 : 0);
      const keys = new Uint32Array(order.length * SLOT);
      order.forEach((at, i) =>
        keys.set([table[at] ?? 0, table[at + B] ?? 0, table[at + COUNT] ?? 0, fromTail(table[at + HEAD] ?? 0)], i * SLOT),
      );
      const postings = new Uint32Array(self.postings * 2);
      for (let s = tail, i = 0; s !== next; s = (s + 1) >>> 0, i += 2) {
        postings[i] = ring[(s & ringMask) * 2] ?? 0;
        postings[i + 1] = fromTail(ring[(s & ringMask) * 2 + 1] ?? 0);
      }
      return { keys, postings };
    },
    load({ keys, postings }) {
      [used, tail, next, appended] = [0, 0, postings.length / 2, 0];
      let size = FIRST_SLOTS;
      while (size <= next) size *= 2;
      ring = new Uint32Array(size * 2);
      ring.set(postings);
      ringMask = size - 1;
      size = FIRST_SLOTS;
      while ((keys.length / SLOT + 1) * 5 > size * 3) size *= 2;
      table = new Uint32Array(size * SLOT);
      mask = size - 1;
      for (let i = 0; i < keys.length; i += SLOT) {
        const at = ~find(keys[i] ?? 0, keys[i + B] ?? 0) * SLOT;
        table.set(keys.subarray(i, i + SLOT), at);
        used += 1;
      }
    },
  };
  return self;
}
