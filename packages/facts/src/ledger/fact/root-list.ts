import type { Root } from '@copydesk/contracts';
import { placeIn } from '../told/sorted-list.ts';
import type { RootGroup } from './root-group.ts';
import { joinRoots } from './support.ts';

/** Roots by name, kept up to date with the groups that changed. */
export class RootList {
  readonly #groups = new Map<string, Set<RootGroup>>();
  readonly #names: string[] = [];
  readonly #roots: Root[] = [];
  #changed = new Set<RootGroup>();
  #copy: Root[] | undefined;

  clear(): void {
    this.#groups.clear();
    this.#names.length = 0;
    this.#roots.length = 0;
    this.#changed.clear();
    this.#copy = undefined;
  }

  /** Says that a group has changed, or is no top any more. */
  touch(group: RootGroup): void {
    this.#changed.add(group);
  }

  /** By name; a copy that stays as it is, the same one while nothing changes. */
  snapshot(): Root[] {
    const names = new Set<string>();
    for (const group of this.#changed) this.#list(group, names);
    if (names.size > 0) this.#copy = undefined;
    for (const name of names) this.#write(name);
    this.#changed = new Set();
    return (this.#copy ??= this.#roots.slice());
  }

  #list(group: RootGroup, names: Set<string>): void {
    const name = group.top() === group ? group.root()?.name : undefined;
    if (group.listedAs !== undefined) names.add(group.listedAs);
    if (group.listedAs !== undefined && group.listedAs !== name) this.#groups.get(group.listedAs)?.delete(group);
    group.listedAs = name;
    if (name === undefined) return;
    names.add(name);
    const groups = this.#groups.get(name);
    if (groups === undefined) this.#groups.set(name, new Set([group]));
    else groups.add(group);
  }

  #write(name: string): void {
    const groups = this.#groups.get(name) ?? new Set();
    const at = placeIn(this.#names, name);
    const isThere = this.#names[at] === name;
    if (groups.size > 0) {
      const root = joinRoots([...groups].flatMap((group) => group.root() ?? []));
      this.#names.splice(at, isThere ? 1 : 0, name);
      this.#roots.splice(at, isThere ? 1 : 0, root);
      return;
    }
    this.#groups.delete(name);
    if (!isThere) return;
    this.#names.splice(at, 1);
    this.#roots.splice(at, 1);
  }
}
