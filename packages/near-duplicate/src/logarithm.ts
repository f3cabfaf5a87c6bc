/** Steps per whole number: the table holds the logarithms of sixteenths up to 4,096. */
const STEPS = 16;
const SIZE = 4_096 * STEPS;
const TABLE = Float64Array.from({ length: SIZE }, (_, i) => Math.log(Math.max(1, i) / STEPS));

/** Natural logarithm, to a sixteenth of the argument below 4,096: counts need no more, and a look-up is several times as fast. */
export function naturalLog(value: number): number {
  const at = Math.round(value * STEPS);
  // Never read past the end: one such read makes every later one slow.
  return at < SIZE ? (TABLE[at] ?? 0) : Math.log(value);
}
