/** A list of things that each have a number of their own (the article that made them), and the place of each in it. */
export interface Numbered<T> {
  list: T[];
  /** Its place; it gets the next one when it has none. */
  placeOf(item: T): number;
}

/** @param from, to bounds of most numbers: their places lie in an array, where a Map of a full window would stop everything each time it grows. */
export function createNumbered<T>(from: number, to: number, numberOf: (item: T) => number): Numbered<T> {
  const list: T[] = [];
  const places = new Uint32Array(Math.max(0, to - from)); // place + 1
  const others = new Map<number, number>();
  return {
    list,
    placeOf(item) {
      const number = numberOf(item);
      const inside = number >= from && number < to;
      const known = inside ? (places[number - from] ?? 0) : (others.get(number) ?? 0);
      if (known !== 0) return known - 1;
      list.push(item);
      if (inside) places[number - from] = list.length;
      else others.set(number, list.length);
      return list.length - 1;
    },
  };
}
