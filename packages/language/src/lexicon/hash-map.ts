/** A read-only map from 32-bit hashes to 32-bit values: open addressing over one Int32Array of key, value pairs (key 0 = empty). */
export class HashMap {
  readonly cells: Int32Array;
  private readonly mask: number;
  /** Four bits for each place: set where the highest bits of a key lead. Most keys that are not held are known by it, in little memory. */
  readonly held: Int32Array;
  private readonly shift: number;

  /** @param held as another map of the same cells has it; it is worked out when it is left out */
  constructor(cells: Int32Array, held?: Int32Array) {
    this.cells = cells;
    this.mask = cells.length / 2 - 1;
    this.held = held ?? new Int32Array(Math.max(1, cells.length / 16));
    this.shift = 32 - Math.log2(this.held.length * 32);
    if (held === undefined) this.note();
  }

  private note(): void {
    const { cells, held } = this;
    for (let i = 0; i < cells.length; i += 2) {
      const bit = (cells[i] as number) >>> this.shift;
      if (cells[i] !== 0) held[bit >> 5] = (held[bit >> 5] as number) | (1 << (bit & 31));
    }
  }

  /** The value stored under a hash; 0 when there is none. */
  get(hash: number): number {
    const { cells, mask } = this;
    const key = hash === 0 ? 1 : hash;
    const bit = key >>> this.shift;
    if ((((this.held[bit >> 5] as number) >>> (bit & 31)) & 1) === 0) return 0;
    for (let i = (key ^ (key >>> 16)) & mask; ; i = (i + 1) & mask) {
      const found = cells[i * 2] as number;
      if (found === key) return cells[i * 2 + 1] as number;
      if (found === 0) return 0;
    }
  }

  /** Builds the map with at most half of its cells taken; the result depends only on the entries and their order. */
  static from(entries: ReadonlyMap<number, number>): HashMap {
    let size = 16;
    while (size < entries.size * 1.6) size *= 2;
    const cells = new Int32Array(size * 2);
    for (const [hash, value] of entries) {
      const key = (hash | 0) === 0 ? 1 : hash | 0;
      let i = (key ^ (key >>> 16)) & (size - 1);
      while (cells[i * 2] !== 0 && cells[i * 2] !== key) i = (i + 1) & (size - 1);
      cells[i * 2] = key;
      cells[i * 2 + 1] = value;
    }
    return new HashMap(cells);
  }
}
