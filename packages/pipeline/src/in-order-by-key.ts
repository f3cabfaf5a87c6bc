/** How much happens at the same time. */
export interface OrderOptions<Item> {
  /** Items of one key are worked on one after the other, in their order; null works on an item whenever there is room. */
  readonly keyOf: (item: Item) => string | null;
  /** Most items worked on at the same time. */
  readonly concurrency: number;
}

/**
 * Works on items at the same time where their keys differ, in order where they are the same. Results stand where their items stood.
 * After an error no further item is begun; what is running is waited for, and then the error of the earliest item is thrown: nothing goes on behind the caller's back.
 */
export async function inOrderByKey<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  options: OrderOptions<Item>,
): Promise<Result[]> {
  const lanes = lanesOf(items, options.keyOf);
  const results = new Map<number, Result>();
  const errors = new Map<number, unknown>();
  let next = 0;

  async function lane(positions: readonly number[]): Promise<void> {
    for (const position of positions) {
      if (errors.size > 0) return;
      try {
        results.set(position, await work(items[position] as Item));
      } catch (error) {
        errors.set(position, error);
      }
    }
  }
  async function worker(): Promise<void> {
    for (let positions = lanes[next++]; positions !== undefined; positions = lanes[next++]) await lane(positions);
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.concurrency, lanes.length)) }, worker));
  if (errors.size > 0) throw errors.get(Math.min(...errors.keys()));
  return items.map((_, position) => results.get(position) as Result);
}

/** Positions of the items, one list for each key, in the order in which the keys first appear. */
function lanesOf<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): number[][] {
  const byKey = new Map<string, number[]>();
  const lanes: number[][] = [];
  for (const [position, item] of items.entries()) {
    const key = keyOf(item);
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) {
      known.push(position);
      continue;
    }
    const positions = [position];
    lanes.push(positions);
    if (key !== null) byKey.set(key, positions);
  }
  return lanes;
}
