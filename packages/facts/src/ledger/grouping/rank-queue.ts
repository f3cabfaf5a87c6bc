/** A set that gives its members out in order, the first one first: a binary heap. */
export interface RankQueue<Item> {
  add(item: Item): void;
  /** Takes the first member out; undefined where none is left. */
  take(): Item | undefined;
}

/** `before` is a strict total order. */
export function createRankQueue<Item>(before: (a: Item, b: Item) => boolean, items: Iterable<Item> = []): RankQueue<Item> {
  const heap: Item[] = [];
  const members = new Set<Item>();
  const isBefore = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    return x !== undefined && y !== undefined && before(x, y);
  };
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]];
    if (x === undefined || y === undefined) return;
    heap[a] = y;
    heap[b] = x;
  };
  const add = (item: Item): void => {
    if (members.has(item)) return;
    members.add(item);
    heap.push(item);
    for (let at = heap.length - 1; at > 0;) {
      const above = (at - 1) >> 1;
      if (!isBefore(at, above)) break;
      swap(at, above);
      at = above;
    }
  };
  for (const item of items) add(item);
  return {
    add,
    take() {
      const first = heap[0];
      if (first === undefined) return undefined;
      swap(0, heap.length - 1);
      heap.pop();
      members.delete(first);
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (isBefore(left, least)) least = left;
        if (isBefore(right, least)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return first;
    },
  };
}
