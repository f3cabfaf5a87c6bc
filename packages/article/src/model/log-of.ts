const table = Float64Array.from({ length: 4_096 }, (_, value) => Math.log2(1 + value));

/** log2(1 + value) of a whole number, not negative; most of what features count is small. */
export function logOf(value: number): number {
  return value < table.length ? (table[value] ?? 0) : Math.log2(1 + value);
}
