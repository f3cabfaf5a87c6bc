import { mix32 } from './hash.ts';

/** Fingerprint of a pair of words, from a hash of each. */
export function pairFingerprint(a: number, b: number): number {
  return mix32(Math.imul(a, 0x9e3779b1) ^ mix32(b + 0x632be5ab));
}

const MOST_PER_KEY = 8;

/** Fingerprints of word pairs of articles whose words are gone, each with the article's number: eight bytes an entry. */
export interface ThinIndex {
  add(fingerprint: number, number: number): void;
  remove(fingerprint: number, number: number): void;
  /** Fetches the places of fingerprints that are looked up next: reads that do not wait for each other overlap. */
  fetch(fingerprints: Uint32Array, count: number): void;
  /** Copies the articles that have a fingerprint into `out`, oldest place first; returns how many. */
  find(fingerprint: number, out: Uint32Array): number;
  readonly entries: number;
  readonly bytes: number;
  /** Fingerprint and number of each entry, sorted. */
  dump(): Uint32Array;
  load(entries: Uint32Array): void;
}

export function createThinIndex(): ThinIndex {
  let keys = new Uint32Array(1 << 12);
  let numbers = new Uint32Array(1 << 12); // number + 1, 0: empty
  let used = 0;
  let fetched = 0;

  const put = (fingerprint: number, stored: number): void => {
    const mask = keys.length - 1;
    let at = fingerprint & mask;
    while (numbers[at] !== 0) at = (at + 1) & mask;
    keys[at] = fingerprint;
    numbers[at] = stored;
  };
  return {
    add(fingerprint, number) {
      const mask = keys.length - 1;
      let same = 0;
      for (let at = fingerprint & mask; numbers[at] !== 0; at = (at + 1) & mask) if (keys[at] === fingerprint) same += 1;
      if (same >= MOST_PER_KEY) return;
      if ((used + 1) * 3 > keys.length * 2) {
        const [oldKeys, oldNumbers] = [keys, numbers];
        keys = new Uint32Array(oldKeys.length * 2);
        numbers = new Uint32Array(oldKeys.length * 2);
        for (let i = 0; i < oldKeys.length; i += 1) if (oldNumbers[i] !== 0) put(oldKeys[i] ?? 0, oldNumbers[i] ?? 0);
      }
      put(fingerprint, number + 1);
      used += 1;
    },
    remove(fingerprint, number) {
      const mask = keys.length - 1;
      let hole = fingerprint & mask;
      while (numbers[hole] !== 0 && !(keys[hole] === fingerprint && numbers[hole] === number + 1)) hole = (hole + 1) & mask;
      if (numbers[hole] === 0) return;
      for (let at = (hole + 1) & mask; numbers[at] !== 0; at = (at + 1) & mask) {
        const home = (keys[at] ?? 0) & mask;
        if (((at - home) & mask) < ((at - hole) & mask)) continue;
        keys[hole] = keys[at] ?? 0;
        numbers[hole] = numbers[at] ?? 0;
        hole = at;
      }
      numbers[hole] = 0;
      used -= 1;
    },
    fetch(fingerprints, count) {
      const mask = keys.length - 1;
      let sum = 0;
      for (let i = 0; i < count; i += 1) sum += numbers[(fingerprints[i] ?? 0) & mask] ?? 0;
      fetched = sum;
    },
    find(fingerprint, out) {
      const mask = keys.length - 1;
      let n = 0;
      for (let at = fingerprint & mask; numbers[at] !== 0 && n < out.length; at = (at + 1) & mask) {
        if (keys[at] !== fingerprint) continue;
        out[n] = (numbers[at] ?? 1) - 1;
        n += 1;
      }
      return n;
    },
    dump() {
      const order: number[] = [];
      for (let i = 0; i < keys.length; i += 1) if (numbers[i] !== 0) order.push(i);
      order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (numbers[a] ?? 0) - (numbers[b] ?? 0));
      const out = new Uint32Array(order.length * 2);
      order.forEach((at, i) => out.set([keys[at] ?? 0, (numbers[at] ?? 1) - 1], i * 2));
      return out;
    },
    load(entries) {
      used = entries.length / 2;
      let size = 1 << 12;
      while ((used + 1) * 3 > size * 2) size *= 2;
      keys = new Uint32Array(size);
      numbers = new Uint32Array(size);
      for (let i = 0; i < entries.length; i += 2) put(entries[i] ?? 0, (entries[i + 1] ?? 0) + 1);
    },
    get entries() {
      return used;
    },
    get bytes() {
      return keys.length * 8 + (fetched & 0);
    },
  };
}
