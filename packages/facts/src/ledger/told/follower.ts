import type { Testimony } from '../fact/testimony.ts';
import type { ToldSet } from './told-set.ts';

/** What happens to a set beside an addition: a testimony leaves, or its article's standing is another. */
export class Change {
  readonly testimony: Testimony;
  readonly kind: 'out' | 'standing';
  constructor(testimony: Testimony, kind: 'out' | 'standing') {
    this.testimony = testimony;
    this.kind = kind;
  }
}

/** An addition is the testimony itself. */
export type Turn = Testimony | Change;

/**
 * Something that is read from all testimonies of a set and kept, so that an addition costs what it adds and not what is there. It looks at the set's turns only when it is
 * asked for, those since the last time.
 */
export abstract class Follower {
  #position = 0;
  #epoch = -1;

  protected abstract clear(): void;
  protected abstract take(testimony: Testimony): void;
  /** @returns false where it cannot be done: everything is then read anew. */
  protected abstract drop(testimony: Testimony): boolean;
  protected standing(_testimony: Testimony): void {}

  /** Brings it up to date with the set, which must be the same one each time. */
  protected catchUp(set: ToldSet): void {
    const log = set.turns();
    if (this.#epoch === set.epoch) {
      for (; this.#position < log.length; this.#position++) {
        const turn = log[this.#position];
        if (turn === undefined) continue;
        if (!(turn instanceof Change)) this.take(turn);
        else if (turn.kind === 'standing') this.standing(turn.testimony);
        else if (!this.drop(turn.testimony)) {
          this.#epoch = -1;
          break;
        }
      }
      if (this.#epoch === set.epoch) return;
    }
    this.clear();
    for (const testimony of set.list) this.take(testimony);
    this.#position = log.length;
    this.#epoch = set.epoch;
  }
}
