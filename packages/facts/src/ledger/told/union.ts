import { Change } from './follower.ts';
import type { Turn } from './follower.ts';
import { ToldSet } from './told-set.ts';

interface Member {
  epoch: number;
  position: number;
}

/** Several sets as one, kept up to date with them. */
export class Union {
  #set = new ToldSet();
  #members = new Map<ToldSet, Member>();

  of(parts: readonly ToldSet[]): ToldSet {
    const wanted = new Set(parts);
    const isOther = [...this.#members].some(([set, { epoch }]) => !wanted.has(set) || epoch !== set.epoch);
    if (isOther) {
      this.#set = new ToldSet();
      this.#members = new Map();
    }
    for (const part of wanted) {
      const turns = part.turns();
      const member = this.#members.get(part);
      if (member === undefined) {
        for (const testimony of part.list) this.#set.add(testimony);
        this.#members.set(part, { epoch: part.epoch, position: turns.length });
        continue;
      }
      for (; member.position < turns.length; member.position++) this.#carry(turns[member.position]);
    }
    return this.#set;
  }

  #carry(turn: Turn | undefined): void {
    if (turn === undefined) return;
    if (!(turn instanceof Change)) this.#set.add(turn);
    else if (turn.kind === 'out') this.#set.remove(turn.testimony);
    else this.#set.restand(turn.testimony);
  }
}
