/** How an expression relates to the number it stands at; the names of the fact model. */
export type Comparator = 'eq' | 'approx' | 'lt' | 'lte' | 'gt' | 'gte';

/** A comparator found beside a number: the tokens it takes. */
export interface ComparatorMention {
  comparator: Comparator;
  tokenStart: number;
  tokenEnd: number;
}
