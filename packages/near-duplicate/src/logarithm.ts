/** Steps per whole number: the table holds the logarithms of sixteenths up to 4,096. */
const STEPS = 16;
const TABLE = Float64Array.from({ length: 4_096 * STEPS }, (_, i) => Math.log(Math.max(1, i) / STEPS));

/** Natural logarithm, to a sixteenth of the argument below 4,096: counts need no more, and a look-up is several times as fast. */
export function naturalLog(value: number): number {
  return TABLE[Math.round(value * STEPS)] ?? Math.log(value);
}
