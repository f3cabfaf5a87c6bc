import type { QuantityMention } from './quantity-mention.ts';

/** A quantity told by a word without a number: "halve", "most of", "several", "a single", "decade-long". */
export interface WordQuantity {
  tokenStart: number;
  tokenEnd: number;
  value: number | null;
  min: number | null;
  comparator: QuantityMention['comparator'];
  /** Published unit; absent where the words after it name it. */
  unit?: { symbol: string; unitClass: string };
  /** True where a singular noun is expected after it. */
  one?: boolean;
  direction?: 'up' | 'down';
}

/** The unit of shares and multiples. */
export const ratio = { symbol: 'ratio', unitClass: 'ratio' } as const;
