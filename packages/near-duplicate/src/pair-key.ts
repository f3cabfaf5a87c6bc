import { mix32 } from './hash.ts';

/**
 * Three of eight word pairs stand for a text, chosen by the pair itself, so the same ones in every copy.
 * Word numbers do not depend on the hash seed, so neither does the choice.
 */
export function isSampled(a: number, b: number): boolean {
  return Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) >>> 0 < 0x60000000;
}

/** Key of a pair of words. In a window of millions of pairs one in a thousand shares its key with another: its count is then too high by that one. */
export function pairKey(a: number, b: number): number {
  return mix32(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77));
}
