/** Chance that is the same for the same seed. */
export interface Dice {
  /** From 0 up to, and not with, 1. */
  next(): number;
  /** A whole number from 0 up to, and not with, `below`. */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to choose victims and words. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
