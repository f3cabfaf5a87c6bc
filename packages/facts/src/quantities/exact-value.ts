/** Takes out what binary multiplication adds: 1.1 × 1e6 becomes 1,100,000 and not 1,100,000.0000000001. */
export function exactValue(value: number): number {
  return Number(value.toPrecision(15));
}
