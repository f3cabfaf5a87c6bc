/** Steps per whole number: the table holds the logarithms of sixteenths up to 4,096. */
const STEP_BITS = 4;
const STEPS = 1 << STEP_BITS;
const WHOLE_BITS = 12;
const SIZE = STEPS << WHOLE_BITS;
/** All numbers with the same fraction side by side: those asked for in one breath mostly have one. */
const placeOf = (step: number): number => ((step & (STEPS - 1)) << WHOLE_BITS) | (step >> STEP_BITS);
const TABLE = new Float64Array(SIZE);
for (let step = 0; step < SIZE; step += 1) TABLE[placeOf(step)] = Math.log(Math.max(1, step) / STEPS);

/** Natural logarithm, to a sixteenth of the argument below 4,096: counts need no more, and a look-up is several times as fast. */
export function naturalLog(value: number): number {
  const step = Math.round(value * STEPS);
  // Never read past the end: one such read makes every later one slow.
  return step < SIZE ? (TABLE[placeOf(step)] ?? 0) : Math.log(value);
}
