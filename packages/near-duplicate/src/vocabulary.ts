import { doubled, doubledFloats } from './arrays.ts';
import { mix32 } from './hash.ts';

/**
 * Words as small integers. Everything above works on these numbers, handed out in order of first use, so the installation's hash seed decides
 * only where a word lies in the table and never an outcome. A word leaves when nothing refers to it, and its number is used again.
 */
export interface Vocabulary {
  /** Number of the word with this hash, a new one when unknown. The caller owns one reference after `hold`. */
  intern(low: number, high: number): number;
  hold(word: number): void;
  release(word: number): void;
  /** Documents of the window that contain the word. */
  documents: Uint32Array;
  low: Uint32Array;
  high: Uint32Array;
  /** Background rarity, filled on first use by `rarityOf`. */
  background: Float32Array;
  readonly size: number;
  readonly capacity: number;
  dump(): { low: Uint32Array; high: Uint32Array; documents: Uint32Array; references: Uint32Array; free: Uint32Array };
  load(state: { low: Uint32Array; high: Uint32Array; documents: Uint32Array; references: Uint32Array; free: Uint32Array }): void;
}

/** @param backgroundOf background figure of a word by its hash, asked once per new word. */
export function createVocabulary(backgroundOf: (low: number, high: number) => number, seed: number): Vocabulary {
  let slots = new Int32Array(1 << 12).fill(-1);
  let references = new Uint32Array(1 << 11);
  let used = 0;
  let free: number[] = [];

  const place = (word: number): void => {
    const mask = slots.length - 1;
    let at = mix32((self.low[word] ?? 0) ^ seed) & mask;
    while (slots[at] !== -1) at = (at + 1) & mask;
    slots[at] = word;
  };
  const grow = (): void => {
    if (used >= self.low.length) {
      self.low = doubled(self.low);
      self.high = doubled(self.high);
      self.documents = doubled(self.documents);
      self.background = doubledFloats(self.background);
      references = doubled(references);
    }
    if ((used - free.length) * 2 >= slots.length) {
      const live = slots.filter((word) => word !== -1);
      slots = new Int32Array(slots.length * 2).fill(-1);
      for (const word of live) place(word);
    }
  };
  const remove = (word: number): void => {
    const mask = slots.length - 1;
    let hole = mix32((self.low[word] ?? 0) ^ seed) & mask;
    while (slots[hole] !== word) hole = (hole + 1) & mask;
    let at = hole;
    for (;;) {
      at = (at + 1) & mask;
      const other = slots[at] ?? -1;
      if (other === -1) break;
      const home = mix32((self.low[other] ?? 0) ^ seed) & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        slots[hole] = other;
        hole = at;
      }
    }
    slots[hole] = -1;
    free.push(word);
  };

  const self: Vocabulary = {
    documents: new Uint32Array(1 << 11),
    low: new Uint32Array(1 << 11),
    high: new Uint32Array(1 << 11),
    background: new Float32Array(1 << 11),
    get size() {
      return used - free.length;
    },
    get capacity() {
      return self.low.length;
    },
    intern(low, high) {
      const mask = slots.length - 1;
      let at = mix32(low ^ seed) & mask;
      for (;;) {
        const word = slots[at] ?? -1;
        if (word === -1) break;
        if (self.low[word] === low && self.high[word] === high) return word;
        at = (at + 1) & mask;
      }
      const word = free.pop() ?? used;
      if (word === used) used += 1;
      grow();
      self.low[word] = low;
      self.high[word] = high;
      self.documents[word] = 0;
      references[word] = 0;
      self.background[word] = backgroundOf(low, high);
      place(word);
      return word;
    },
    hold(word) {
      references[word] = (references[word] ?? 0) + 1;
    },
    release(word) {
      const left = (references[word] ?? 0) - 1;
      references[word] = left;
      if (left === 0) remove(word);
    },
    dump: () => ({
      low: self.low.slice(0, used),
      high: self.high.slice(0, used),
      documents: self.documents.slice(0, used),
      references: references.slice(0, used),
      free: Uint32Array.from(free),
    }),
    load(state) {
      used = state.low.length;
      let room = 1 << 11;
      while (room < used + 1) room *= 2;
      self.low = new Uint32Array(room);
      self.high = new Uint32Array(room);
      self.documents = new Uint32Array(room);
      self.background = new Float32Array(room);
      references = new Uint32Array(room);
      self.low.set(state.low);
      self.high.set(state.high);
      self.documents.set(state.documents);
      references.set(state.references);
      free = Array.from(state.free);
      let size = 1 << 12;
      while ((used + 1) * 2 >= size) size *= 2;
      slots = new Int32Array(size).fill(-1);
      const gone = new Set(free);
      for (let word = 0; word < used; word += 1) {
        self.background[word] = backgroundOf(self.low[word] ?? 0, self.high[word] ?? 0);
        if (!gone.has(word)) place(word);
      }
    },
  };
  return self;
}
