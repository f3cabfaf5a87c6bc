/** How large a piece may get. */
export interface PieceLimits<Item> {
  readonly items: number;
  /** Together with `sizeOf`: most bytes (or any other measure) in a piece; a single larger item makes a piece of its own. */
  readonly size?: number;
  readonly sizeOf?: (item: Item) => number;
}

/** Cuts items, in order, into pieces within the limits; no piece is empty. */
export function* pieces<Item>(items: Iterable<Item>, limits: PieceLimits<Item>): Generator<Item[]> {
  let piece: Item[] = [];
  let size = 0;
  for (const item of items) {
    const more = limits.sizeOf?.(item) ?? 0;
    if (piece.length > 0 && (piece.length >= limits.items || size + more > (limits.size ?? Infinity))) {
      yield piece;
      piece = [];
      size = 0;
    }
    piece.push(item);
    size += more;
  }
  if (piece.length > 0) yield piece;
}
