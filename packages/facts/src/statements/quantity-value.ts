import type { Quantity } from '@copydesk/contracts';
import type { QuantityMention } from '../quantities/index.ts';

/**
 * "Hundreds of troops": a plural of a power of ten that counts a thing is more than that power. "Dozens" may be just two dozen, "several hundred" two hundred, and without the thing they
 * count ("hundreds were hurt") the words are an estimate that bounds nothing.
 */
function isExceeded({ comparator, number, order, min }: QuantityMention, sentence: string): boolean {
  if (comparator !== 'vague' || number === null || order === null) return false;
  return order >= 100 && min === order && Number.isInteger(Math.log10(order)) && /^\sof\s/.test(sentence.slice(number.end, number.end + 4));
}

/** The quantity of the fact model, without what only its reading needs. Offsets of the mention count from the start of the sentence. */
export function toQuantity(mention: QuantityMention, sentence: string): Quantity {
  const { order, value, min, max, comparator, change, unit, unitClass, measure, surface } = mention;
  const bound = isExceeded(mention, sentence) ? 'gt' : comparator;
  // A vague amount counts as the least that its words can mean, so that it can be compared with numbers.
  const least = comparator === 'vague' && value === null ? (min ?? order) : value;
  return change === undefined
    ? { value: least, min, max, comparator: bound, unit, unitClass, measure, surface }
    : { value: least, min, max, comparator: bound, change, unit, unitClass, measure, surface };
}
