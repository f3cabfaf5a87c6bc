import type { Testimony } from '../fact/testimony.ts';
import { Follower } from './follower.ts';
import { ToldSet } from './told-set.ts';

/** The testimonies that have one key. */
export interface Part {
  readonly key: string;
  readonly told: ToldSet;
}

/** A way to tell testimonies apart. One constant for each way: it is what a set knows the partition by. */
export interface PartitionKind {
  /** Keys of the parts that a testimony is in; '' stands for none. */
  keysOf(testimony: Testimony): string | readonly string[];
  /** Order of the parts, strict and total; may hang on the key, and on how many testimonies the part has. */
  before(a: Part, b: Part): boolean;
}

/** By key. */
export function byKey(a: Part, b: Part): boolean {
  return a.key < b.key;
}

/** The largest first, ties by key. */
export function bySize(a: Part, b: Part): boolean {
  return a.told.size !== b.told.size ? a.told.size > b.told.size : a.key < b.key;
}

/** A set in parts, kept in their order. */
export class Partition extends Follower {
  readonly #kind: PartitionKind;
  readonly #parts = new Map<string, Part>();
  readonly #order: Part[] = [];

  constructor(kind: PartitionKind) {
    super();
    this.#kind = kind;
  }

  of(set: ToldSet): readonly Part[] {
    this.catchUp(set);
    return this.#order;
  }

  protected override clear(): void {
    this.#parts.clear();
    this.#order.length = 0;
  }

  protected override take(testimony: Testimony): void {
    this.#each(testimony, (key) => {
      const known = this.#parts.get(key);
      const part = known ?? { key, told: new ToldSet() };
      if (known === undefined) this.#parts.set(key, part);
      else this.#order.splice(this.#place(part), 1);
      part.told.add(testimony);
      this.#order.splice(this.#place(part), 0, part);
    });
  }

  protected override drop(testimony: Testimony): boolean {
    this.#each(testimony, (key) => {
      const part = this.#parts.get(key);
      if (part === undefined) return;
      this.#order.splice(this.#place(part), 1);
      part.told.remove(testimony);
      if (part.told.size === 0) this.#parts.delete(key);
      else this.#order.splice(this.#place(part), 0, part);
    });
    return true;
  }

  protected override standing(testimony: Testimony): void {
    this.#each(testimony, (key) => this.#parts.get(key)?.told.restand(testimony));
  }

  #each(testimony: Testimony, visit: (key: string) => void): void {
    const keys = this.#kind.keysOf(testimony);
    if (typeof keys !== 'string') for (const key of new Set(keys)) visit(key);
    else if (keys !== '') visit(keys);
  }

  #place(part: Part): number {
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#order[middle];
      if (other !== undefined && this.#kind.before(other, part)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
