/**
 * Article numbers by 32-bit hashes, four bytes an entry: some bits of the hash (its tag) and the low bits of the number.
 * A look-up meets the numbers under a hash and now and then a stranger with the same tag: the article itself tells.
 * Entries lie in buckets of sixteen, as much as a cache line; what finds no room goes on to the next bucket, and each bucket counts the entries that went past it.
 * The table is in parts that grow each on its own: no growth is a long pause.
 */
export interface TagTable {
  add(hash: number, number: number): void;
  /** Makes room in an empty table. */
  reserve(entries: number): void;
  /** Takes one entry away, if it is there. */
  remove(hash: number, number: number): void;
  /** The first number under a hash that `is` the one, -1 when none is. Now and then a number is asked that is not under the hash. */
  find(hash: number, is: (number: number) => boolean): number;
  /** Fetches the places of hashes that are looked up next: reads that do not wait for each other overlap. */
  fetch(hashes: Uint32Array, count: number): void;
  entries(): number;
  bytes(): number;
}

/** What a table asks of those who fill it. */
export interface TagSource {
  /** All numbers in the table lie less than `span` above this one. */
  oldest(): number;
  /** Highest number of live articles, at most 2^28. */
  span: number;
  /** All hashes under which an article's number is in the table. */
  hashesOf(number: number): ArrayLike<number>;
}

const PART_BITS = 5;
const PARTS = 1 << PART_BITS;
const IN_PART = 2 ** (32 - PART_BITS);
const PART_MASK = IN_PART - 1;
const BUCKET = 16;
const FULL = 0.8;
const GROWTH = 1.5;

interface Part {
  /** Tag and number; 0: empty. The entries of a bucket are its first ones. */
  entries: Uint32Array;
  /** Entries that went past each bucket. */
  past: Uint32Array;
  buckets: number;
  /** Buckets per step of a hash. */
  scale: number;
  filled: number;
}

function emptyPart(buckets: number): Part {
  return { entries: new Uint32Array(buckets * BUCKET), past: new Uint32Array(buckets), buckets, scale: buckets / IN_PART, filled: 0 };
}

/** @param seed the installation's hash seed: it moves places and changes nothing that is found. */
export function createTagTable(seed: number, source: TagSource): TagTable {
  const parts = Array.from({ length: PARTS }, () => emptyPart(1));
  let bits = 8;
  while (2 ** bits < source.span && bits < 28) bits += 1;
  const mask = 2 ** bits - 1;
  const tags = 2 ** (32 - bits) - 1;
  let used = 0;
  let fetched = 0;

  const spread = (hash: number): number => {
    const h = Math.imul(hash ^ seed, 0x9e3779b1);
    return h ^ (h >>> 15);
  };
  const partOf = (h: number): Part => parts[h >>> (32 - PART_BITS)] ?? emptyPart(1);
  const bucketOf = (h: number, part: Part): number => ((h & PART_MASK) * part.scale) | 0;
  /** 1 to `tags`. */
  const tagOf = (h: number): number => h & tags || tags;
  const entryOf = (h: number, number: number): number => ((tagOf(h) << bits) | (number & mask)) >>> 0;
  const numberOf = (entry: number, oldest: number): number => oldest + ((entry - oldest) & mask);

  const put = (part: Part, h: number, number: number): void => {
    const { entries, past, buckets } = part;
    const entry = entryOf(h, number);
    for (let bucket = bucketOf(h, part); ; bucket = bucket + 1 === buckets ? 0 : bucket + 1) {
      for (let at = bucket * BUCKET; at < bucket * BUCKET + BUCKET; at += 1) {
        if (entries[at] !== 0) continue;
        entries[at] = entry;
        part.filled += 1;
        return;
      }
      past[bucket] = (past[bucket] ?? 0) + 1;
    }
  };
  /** Which article a hash is of is not in the entry: each is asked for its hashes again. */
  const grow = (place: number): Part => {
    const old = parts[place] ?? emptyPart(1);
    const part = emptyPart(Math.ceil(old.buckets * GROWTH));
    const oldest = source.oldest();
    const numbers = new Uint32Array(old.filled);
    let n = 0;
    for (let at = 0; at < old.entries.length; at += 1) {
      const entry = old.entries[at] ?? 0;
      if (entry !== 0) numbers[n++] = numberOf(entry, oldest);
    }
    numbers.sort();
    let last = -1;
    for (let k = 0; k < numbers.length; k += 1) {
      const number = numbers[k] ?? 0;
      if (number === last) continue;
      last = number;
      const hashes = source.hashesOf(number);
      for (let i = 0; i < hashes.length; i += 1) {
        const h = spread(hashes[i] ?? 0);
        if (h >>> (32 - PART_BITS) === place) put(part, h, number);
      }
    }
    parts[place] = part;
    return part;
  };

  return {
    add(hash, number) {
      const h = spread(hash);
      let part = partOf(h);
      if (part.filled + 1 > part.buckets * BUCKET * FULL) part = grow(h >>> (32 - PART_BITS));
      put(part, h, number);
      used += 1;
    },
    reserve(entries) {
      const buckets = Math.ceil((entries * 1.1) / (PARTS * BUCKET * FULL)) + 1;
      for (let place = 0; place < PARTS; place += 1) parts[place] = emptyPart(buckets);
    },
    remove(hash, number) {
      const h = spread(hash);
      const part = partOf(h);
      const { entries, past, buckets } = part;
      const entry = entryOf(h, number);
      const home = bucketOf(h, part);
      for (let bucket = home; ; bucket = bucket + 1 === buckets ? 0 : bucket + 1) {
        const end = bucket * BUCKET + BUCKET;
        let last = end - 1;
        while (last >= end - BUCKET && entries[last] === 0) last -= 1;
        for (let at = end - BUCKET; at <= last; at += 1) {
          if (entries[at] !== entry) continue;
          entries[at] = entries[last] ?? 0;
          entries[last] = 0;
          part.filled -= 1;
          used -= 1;
          for (let b = home; b !== bucket; b = b + 1 === buckets ? 0 : b + 1) past[b] = (past[b] ?? 1) - 1;
          return;
        }
        if (past[bucket] === 0) return;
      }
    },
    find(hash, is) {
      const h = spread(hash);
      const part = partOf(h);
      const { entries, past, buckets } = part;
      const tag = tagOf(h);
      for (let bucket = bucketOf(h, part); ; bucket = bucket + 1 === buckets ? 0 : bucket + 1) {
        for (let at = bucket * BUCKET; at < bucket * BUCKET + BUCKET; at += 1) {
          const entry = entries[at] ?? 0;
          if (entry === 0) break;
          if (entry >>> bits !== tag) continue;
          const number = numberOf(entry, source.oldest());
          if (is(number)) return number;
        }
        if (past[bucket] === 0) return -1;
      }
    },
    fetch(hashes, count) {
      let sum = 0;
      for (let i = 0; i < count; i += 1) {
        const h = spread(hashes[i] ?? 0);
        const part = partOf(h);
        sum ^= part.entries[bucketOf(h, part) * BUCKET] ?? 0;
      }
      fetched = sum;
    },
    entries() {
      return used;
    },
    bytes() {
      return parts.reduce((sum, { entries, past }) => sum + entries.byteLength + past.byteLength, fetched & 0);
    },
  };
}
