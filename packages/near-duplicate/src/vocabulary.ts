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

/** Numbers per table slot: word + 1, its hash in two, one unused; side by side, so that a look-up touches one cache line. */
const SLOT = 4;
const SLOTS = 1 << 12;

/** @param backgroundOf background figure of a word by its hash, asked once per new word. */
export function createVocabulary(backgroundOf: (low: number, high: number) => number, seed: number): Vocabulary {
  let slots = new Uint32Array(SLOTS * SLOT);
  let mask = SLOTS - 1;
  let references = new Uint32Array(1 << 11);
  let used = 0;
  let free: number[] = [];

  const place = (word: number): void => {
    const low = self.low[word] ?? 0;
    let at = mix32(low ^ seed) & mask;
    while (slots[at * SLOT] !== 0) at = (at + 1) & mask;
    slots[at * SLOT] = word + 1;
    slots[at * SLOT + 1] = low;
    slots[at * SLOT + 2] = self.high[word] ?? 0;
  };
  const grow = (): void => {
    if (used >= self.low.length) {
      self.low = doubled(self.low);
      self.high = doubled(self.high);
      self.documents = doubled(self.documents);
      self.background = doubledFloats(self.background);
      references = doubled(references);
    }
    if ((used - free.length) * 2 <= mask) return;
    const old = slots;
    slots = new Uint32Array(old.length * 2);
    mask = mask * 2 + 1;
    for (let i = 0; i < old.length; i += SLOT) if (old[i] !== 0) place((old[i] ?? 1) - 1);
  };
  const remove = (word: number): void => {
    let hole = mix32((self.low[word] ?? 0) ^ seed) & mask;
    while (slots[hole * SLOT] !== word + 1) hole = (hole + 1) & mask;
    for (let at = (hole + 1) & mask; slots[at * SLOT] !== 0; at = (at + 1) & mask) {
      const home = mix32((slots[at * SLOT + 1] ?? 0) ^ seed) & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      slots.copyWithin(hole * SLOT, at * SLOT, at * SLOT + SLOT);
      hole = at;
    }
    slots[hole * SLOT] = 0;
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
      for (let at = mix32(low ^ seed) & mask; slots[at * SLOT] !== 0; at = (at + 1) & mask) {
        if (slots[at * SLOT + 1] === low && slots[at * SLOT + 2] === high) return (slots[at * SLOT] ?? 1) - 1;
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
      let size = SLOTS;
      while ((used + 1) * 2 >= size) size *= 2;
      slots = new Uint32Array(size * SLOT);
      mask = size - 1;
      const gone = new Set(free);
      for (let word = 0; word < used; word += 1) {
        self.background[word] = backgroundOf(self.low[word] ?? 0, self.high[word] ?? 0);
        if (!gone.has(word)) place(word);
      }
    },
  };
  return self;
}
