import type { Testimony } from '../fact/testimony.ts';
import { Follower } from './follower.ts';
import { SortedList } from './sorted-list.ts';
import type { ToldSet } from './told-set.ts';

/** One string of each testimony, in a fixed order, each once. */
export class Strings extends Follower {
  readonly #list = new SortedList();
  readonly #read: (testimony: Testimony) => readonly [key: string, value: string];

  constructor(read: (testimony: Testimony) => readonly [key: string, value: string]) {
    super();
    this.#read = read;
  }

  of(set: ToldSet): SortedList {
    this.catchUp(set);
    return this.#list;
  }

  protected override clear(): void {
    this.#list.clear();
  }

  protected override take(testimony: Testimony): void {
    const [key, value] = this.#read(testimony);
    this.#list.add(key, value);
  }

  protected override drop(testimony: Testimony): boolean {
    this.#list.remove(this.#read(testimony)[0]);
    return true;
  }
}

/** The best testimony, and when the articles were seen first and last. */
export class Extremes extends Follower {
  best: Testimony | undefined;
  first = '';
  last = '';

  of(set: ToldSet): this {
    this.catchUp(set);
    return this;
  }

  protected override clear(): void {
    this.best = undefined;
  }

  protected override take(testimony: Testimony): void {
    const { observedAt } = testimony.article;
    if (this.best === undefined || observedAt < this.first) this.first = observedAt;
    if (this.best === undefined || observedAt > this.last) this.last = observedAt;
    if (this.best === undefined || testimony.worth < this.best.worth) this.best = testimony;
  }

  protected override drop(testimony: Testimony): boolean {
    const { observedAt } = testimony.article;
    return testimony !== this.best && observedAt > this.first && observedAt < this.last;
  }
}

/** The least and the greatest of a number that each testimony has. */
export class NumberSpan extends Follower {
  first = Infinity;
  last = -Infinity;
  readonly #read: (testimony: Testimony) => number;

  constructor(read: (testimony: Testimony) => number) {
    super();
    this.#read = read;
  }

  of(set: ToldSet): this {
    this.catchUp(set);
    return this;
  }

  protected override clear(): void {
    this.first = Infinity;
    this.last = -Infinity;
  }

  protected override take(testimony: Testimony): void {
    const value = this.#read(testimony);
    this.first = Math.min(this.first, value);
    this.last = Math.max(this.last, value);
  }

  protected override drop(testimony: Testimony): boolean {
    const value = this.#read(testimony);
    return value > this.first && value < this.last;
  }
}
