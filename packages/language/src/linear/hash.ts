/** A string is hashed by at most this many of its first characters: a hostile megabyte "word" costs no more than a long one. */
const maxHashed = 48;

/** 32-bit hash (FNV-1a, finished by a multiply-xorshift) of a string's first characters and its length. */
export function hashString(text: string): number {
  return hashPart(text, 0, text.length);
}

/** `hashString` of a part of a string. */
export function hashPart(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  const last = end - start < maxHashed ? end : start + maxHashed;
  for (let i = start; i < last; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h ^ (end - start));
}

/** The numbers that the functions below multiply by, for code that is made of them. */
export const hashFactors = { template: 0x9e3779b1, first: 0x85ebca6b, second: 0xc2b2ae35, third: 0x27d4eb2f, last: 0x2c1b3c6d } as const;

/** Mixes a template number and one value. */
export function mix1(template: number, a: number): number {
  return finish(Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b));
}

/** Mixes a template number and two values. */
export function mix2(template: number, a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  return finish(Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35));
}

/** Mixes a template number and three values. */
export function mix3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
  return finish(Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f));
}

function finish(h: number): number {
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
