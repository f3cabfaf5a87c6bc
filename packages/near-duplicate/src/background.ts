/** Share of background documents that contain a word, by its hash. */
export function background(_language: string, _seed: number): (low: number, high: number) => number {
  return () => 0.0005;
}
