/** First index in ascending `keys` at which `key` could be put. */
export function placeIn(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Different strings in ascending order of their sort keys, each as often as it was added; given out as a copy that stays as it is, the same one while nothing changes. */
export class SortedList {
  readonly #keys: string[] = [];
  readonly #values: string[] = [];
  readonly #counts = new Map<string, number>();
  #copy: readonly string[] | undefined;

  add(key: string, value: string): void {
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    if (count > 0) return;
    const at = placeIn(this.#keys, key);
    this.#keys.splice(at, 0, key);
    this.#values.splice(at, 0, value);
    this.#copy = undefined;
  }

  remove(key: string): void {
    const count = this.#counts.get(key) ?? 0;
    if (count > 1) {
      this.#counts.set(key, count - 1);
      return;
    }
    if (!this.#counts.delete(key)) return;
    const at = placeIn(this.#keys, key);
    this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    this.#copy = undefined;
  }

  clear(): void {
    this.#keys.length = 0;
    this.#values.length = 0;
    this.#counts.clear();
    this.#copy = undefined;
  }

  has(key: string): boolean {
    return this.#counts.has(key);
  }

  get size(): number {
    return this.#counts.size;
  }

  keys(): Iterable<string> {
    return this.#counts.keys();
  }

  snapshot(): readonly string[] {
    return (this.#copy ??= this.#values.slice());
  }
}
