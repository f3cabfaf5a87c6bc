import type { Terms } from './terms.ts';

/** Whole-number weights by word in an open-addressing table: word + 1 (0: empty) and weight side by side. */
export interface SparseSum {
  table: Int32Array;
  used: number;
}

const FIRST = 1 << 7;

export function createSum(): SparseSum {
  return { table: new Int32Array(FIRST * 2), used: 0 };
}

function place(table: Int32Array, word: number): number {
  const mask = (table.length >> 1) - 1;
  let at = (Math.imul(word, 0x9e3779b1) >>> 8) & mask;
  while (table[at * 2] !== 0 && table[at * 2] !== word + 1) at = (at + 1) & mask;
  return at * 2;
}

/** Adds `times` a vector. Sums are whole numbers, so they are the same in whatever order they were made. */
export function addToSum(sum: SparseSum, terms: Terms, times: number): void {
  for (let i = terms.from; i < terms.from + terms.count; i += 1) {
    const word = terms.words[i] ?? 0;
    let at = place(sum.table, word);
    if (sum.table[at] === 0) {
      if ((sum.used + 1) * 4 > sum.table.length) {
        grow(sum);
        at = place(sum.table, word);
      }
      sum.table[at] = word + 1;
      sum.used += 1;
    }
    sum.table[at + 1] = (sum.table[at + 1] ?? 0) + times * (terms.weights[i] ?? 0);
  }
}

function grow(sum: SparseSum): void {
  const old = sum.table;
  sum.table = new Int32Array(old.length * 2);
  sum.used = 0;
  for (let i = 0; i < old.length; i += 2) {
    if (old[i + 1] === 0) continue;
    const at = place(sum.table, (old[i] ?? 1) - 1);
    sum.table[at] = old[i] ?? 0;
    sum.table[at + 1] = old[i + 1] ?? 0;
    sum.used += 1;
  }
}

/** Weight of a word in the sum. */
export function weightIn(sum: SparseSum, word: number): number {
  return sum.table[place(sum.table, word) + 1] ?? 0;
}

let homes = new Uint32Array(1 << 7);
/** Sum of what was fetched early: kept so that the reads are. */
let fetched = 0;

/** Dot product of a vector with a sum. All places are fetched before the first is looked at: reads that do not wait for each other overlap. */
export function dotSum({ words, weights, from, count }: Terms, { table }: SparseSum): number {
  const mask = (table.length >> 1) - 1;
  if (homes.length < count) homes = new Uint32Array(count * 2);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const home = ((Math.imul(words[from + i] ?? 0, 0x9e3779b1) >>> 8) & mask) << 1;
    homes[i] = home;
    sum ^= table[home] ?? 0;
  }
  fetched = sum;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const stored = (words[from + i] ?? 0) + 1;
    let at = homes[i] ?? 0;
    let met = table[at] ?? 0;
    while (met !== stored && met !== 0) {
      at = (at + 2) & (mask * 2 + 1);
      met = table[at] ?? 0;
    }
    if (met !== 0) total += (weights[from + i] ?? 0) * (table[at + 1] ?? 0);
  }
  return total + (fetched & 0);
}

/** Dot product of two sums. */
export function dotSums(a: SparseSum, b: SparseSum): number {
  let total = 0;
  for (let i = 0; i < a.table.length; i += 2) {
    const weight = a.table[i + 1] ?? 0;
    if (weight !== 0) total += weight * weightIn(b, (a.table[i] ?? 1) - 1);
  }
  return total;
}
