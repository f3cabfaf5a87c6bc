import { createTagTable, type TagSource } from './tag-table.ts';

/** Numbers by a 32-bit hash of their key, one for each key; the key itself is where the caller keeps it. About five bytes an entry, a twentieth of what a Map takes. */
export interface NumberTable {
  /** The number with this hash that `is` the one, -1 when there is none. */
  find(hash: number, is: (number: number) => boolean): number;
  /** Adds a number; the caller has made sure that its key is not there. */
  add(hash: number, number: number): void;
  /** Puts a number in the place of another with the same key. */
  replace(hash: number, old: number, number: number): void;
  remove(hash: number, number: number): void;
  /** Makes room in an empty table. */
  reserve(entries: number): void;
  bytes(): number;
}

/**
 * @param seed the installation's hash seed.
 * @param window which numbers there can be: the oldest, and how many above it.
 * @param hashOf hash of the key of a number in the table.
 */
export function createNumberTable(
  seed: number,
  window: Pick<TagSource, 'oldest' | 'span'>,
  hashOf: (number: number) => number,
): NumberTable {
  const table = createTagTable(seed, { ...window, hashesOf: (number) => [hashOf(number)] });
  return {
    find: (hash, is) => table.find(hash, is),
    add: (hash, number) => table.add(hash, number),
    replace(hash, old, number) {
      table.remove(hash, old);
      table.add(hash, number);
    },
    reserve: (entries) => table.reserve(entries),
    remove: (hash, number) => table.remove(hash, number),
    bytes() {
      return table.bytes();
    },
  };
}
