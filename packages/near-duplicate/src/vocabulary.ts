import { doubled } from './arrays.ts';
import type { ByteReader, ByteWriter, Steps } from './bytes.ts';
import { mix32 } from './hash.ts';

/** What is known of a word, in one row of numbers (a cache line holds two): its hash, documents of the window that have it, references, background share (a float), two marks of the current reading, and the article that gave it its number. */
export const ROW_BITS = 3;
export const ROW = 1 << ROW_BITS;
export const FIELD = { low: 0, high: 1, documents: 2, references: 3, background: 4, stamp: 5, local: 6, since: 7 } as const;
const { low: LOW, high: HIGH, documents: DOCUMENTS, references: REFERENCES, background: BACKGROUND, since: SINCE } = FIELD;

/**
 * Words as small integers. Everything above works on these numbers, handed out in order of first use, so the installation's hash seed decides
 * only where a word lies in the table and never an outcome. A word leaves when nothing refers to it, and its number is used again.
 */
export interface Vocabulary {
  /** Number of the article that is being read. After a `read` all words count as numbered by the one that is set. */
  article: number;
  /** Writes the number of each word into `out`, new ones for unknown words; the caller refers to them with `hold`. */
  internAll(low: Uint32Array, high: Uint32Array, count: number, out: Uint32Array): void;
  hold(word: number): void;
  release(word: number): void;
  /** Rows of all words; replaced when they grow, which only `internAll` does. */
  rows: Uint32Array;
  /** The same memory as floats, for the background share. */
  floats: Float32Array;
  size(): number;
  bytes(): number;
  write(writer: ByteWriter): Steps;
  /** Takes in what `write` wrote, into an empty vocabulary. */
  read(reader: ByteReader): Steps;
}

const FIRST_SLOTS = 1 << 12;
/** What a snapshot holds of a word, and of how many words at once. */
const KEPT = [LOW, HIGH, DOCUMENTS, REFERENCES] as const;
const AT_ONCE = 1 << 13;

/** @param backgroundOf background share of a word by its hash, asked once per new word. */
export function createVocabulary(backgroundOf: (low: number, high: number) => number, seed: number): Vocabulary {
  let slots = new Uint32Array(FIRST_SLOTS); // word + 1
  let mask = FIRST_SLOTS - 1;
  let rows = new Uint32Array((FIRST_SLOTS >> 1) * ROW);
  let floats = new Float32Array(rows.buffer);
  let used = 0;
  let free: number[] = [];
  /** Sum of what was fetched early: kept so that the reads are. */
  let fetched = 0;

  const homeOf = (word: number): number => mix32((rows[word * ROW + LOW] ?? 0) ^ seed) & mask;
  const place = (word: number): void => {
    let at = homeOf(word);
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = word + 1;
  };
  const grow = (): void => {
    if (used * ROW >= rows.length) {
      useRows(doubled(rows));
    }
    if ((used - free.length) * 2 <= mask) return;
    const old = slots;
    slots = new Uint32Array(old.length * 2);
    mask = mask * 2 + 1;
    for (const stored of old) if (stored !== 0) place(stored - 1);
  };
  const remove = (word: number): void => {
    let hole = homeOf(word);
    while (slots[hole] !== word + 1) hole = (hole + 1) & mask;
    for (let at = (hole + 1) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const home = homeOf((slots[at] ?? 1) - 1);
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      slots[hole] = slots[at] ?? 0;
      hole = at;
    }
    slots[hole] = 0;
    free.push(word);
  };
  const intern = (low: number, high: number): number => {
    for (let at = mix32(low ^ seed) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const row = ((slots[at] ?? 1) - 1) * ROW;
      if (rows[row + LOW] === low && rows[row + HIGH] === high) return row / ROW;
    }
    const word = free.pop() ?? used;
    if (word === used) used += 1;
    grow();
    write(word, low, high);
    place(word);
    return word;
  };
  const write = (word: number, low: number, high: number): void => {
    const row = word * ROW;
    rows.fill(0, row, row + ROW);
    rows[row + LOW] = low;
    rows[row + HIGH] = high;
    floats[row + BACKGROUND] = backgroundOf(low, high);
    rows[row + SINCE] = vocabulary.article;
  };

  const useRows = (next: Uint32Array<ArrayBuffer>): void => {
    rows = next;
    floats = new Float32Array(next.buffer);
    vocabulary.rows = rows;
    vocabulary.floats = floats;
  };

  // No getters here and in the other tables: each object that has some is of a kind of its own to the compiler, and every use of it slow.
  const vocabulary: Vocabulary = {
    article: 0,
    rows,
    floats,
    internAll(low, high, count, out) {
      // All slots, then all rows are fetched before they are needed: reads that do not wait for each other overlap, and they are most of the time.
      for (let i = 0; i < count; i += 1) out[i] = slots[mix32((low[i] ?? 0) ^ seed) & mask] ?? 0;
      let sum = 0;
      for (let i = 0; i < count; i += 1) sum ^= rows[(((out[i] ?? 0) || 1) - 1) << ROW_BITS] ?? 0;
      fetched = sum;
      // Nearly every word lies where it was looked for first.
      let now = rows;
      for (let i = 0; i < count; i += 1) {
        const met = out[i] ?? 0;
        const row = ((met || 1) - 1) << ROW_BITS;
        if (met !== 0 && now[row + LOW] === low[i] && now[row + HIGH] === high[i]) out[i] = met - 1;
        else {
          out[i] = intern(low[i] ?? 0, high[i] ?? 0);
          now = rows;
        }
      }
    },
    hold(word) {
      rows[word * ROW + REFERENCES] = (rows[word * ROW + REFERENCES] ?? 0) + 1;
    },
    release(word) {
      const left = (rows[word * ROW + REFERENCES] ?? 0) - 1;
      rows[word * ROW + REFERENCES] = left;
      if (left === 0) remove(word);
    },
    size() {
      return used - free.length;
    },
    bytes() {
      return rows.byteLength + slots.byteLength + free.length * 8 + (fetched & 0);
    },
    *write(writer) {
      writer.json({ words: used });
      for (let from = 0; from < used; from += AT_ONCE) {
        const count = Math.min(AT_ONCE, used - from);
        for (const field of KEPT) writer.array(Uint32Array.from({ length: count }, (_, i) => rows[(from + i) * ROW + field] ?? 0));
        yield;
      }
      writer.array(Uint32Array.from(free));
    },
    *read(reader) {
      const { words } = reader.json() as { words: number };
      const columns: Uint32Array[][] = [];
      for (let from = 0; from < words; from += AT_ONCE) columns.push(KEPT.map(() => reader.ints()));
      free = Array.from(reader.ints());
      let room = FIRST_SLOTS >> 1;
      while (room < words + 1) room *= 2;
      useRows(new Uint32Array(room * ROW));
      let size = FIRST_SLOTS;
      while ((words + 1) * 2 >= size) size *= 2;
      slots = new Uint32Array(size);
      mask = size - 1;
      const gone = new Uint8Array(words);
      for (const word of free) gone[word] = 1;
      for (const [low, high, documents, references] of columns) {
        for (let i = 0; i < (low?.length ?? 0); i += 1) {
          write(used, low?.[i] ?? 0, high?.[i] ?? 0);
          rows[used * ROW + DOCUMENTS] = documents?.[i] ?? 0;
          rows[used * ROW + REFERENCES] = references?.[i] ?? 0;
          if (gone[used] === 0) place(used);
          used += 1;
        }
        yield;
      }
      if (used !== words) throw new TypeError('words are missing');
    },
  };
  return vocabulary;
}
