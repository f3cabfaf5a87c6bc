import type { Quantity } from '@copydesk/contracts';
import type { Span } from '@copydesk/text';

/** A quantity with the place it was read at; offsets count from the start of the sentence given. */
export interface QuantityMention extends Quantity, Span {
  /** The digits or words of the number alone; `start`/`end` take in sign, currency and unit as well, and both ends of a range. Null when told without a number ("halve"). */
  number: Span | null;
  /** The counted thing or the unit, where it stands in the sentence; null when it is understood. */
  counted: Span | null;
  /** True when unit or counted thing were taken over from an earlier quantity of the sentence ("2,500 troops here and 900 there"). */
  inherited: boolean;
  /** Words of the comparator ("fewer than"), if any. */
  comparatorCue: Span | null;
  /** Whether the quantity is the difference, the new or the old level of its change. */
  changeRole: 'by' | 'to' | 'from' | null;
  /** Word of the change ("fell"), if any. */
  changeCue: Span | null;
  /** Order of magnitude of a vague amount: 1,000 for "thousands". */
  order: number | null;
}
