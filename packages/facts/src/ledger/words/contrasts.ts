import { CONTRASTS } from '../data/contrasts.ts';
import { conceptOf } from './concepts.ts';
import { stem } from './stem.ts';

const rowsByKey = new Map<string, number[]>();
for (const [row, words] of CONTRASTS.entries()) {
  for (const word of words.split(' ')) {
    const key = conceptOf(word) ?? stem(word);
    rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row]);
  }
}

/** For each row of contrasting words that a claim uses: which of the row's words it has. */
export type Contrasts = ReadonlyMap<number, ReadonlySet<string>>;

/** Reads which contrasting words are among these keys. */
export function contrastsOf(keys: Iterable<string>): Contrasts {
  const found = new Map<number, Set<string>>();
  for (const key of keys) {
    for (const row of rowsByKey.get(key) ?? []) {
      const members = found.get(row);
      if (members === undefined) found.set(row, new Set([key]));
      else members.add(key);
    }
  }
  return found;
}

/** True where two claims use different words of one row, and none in common. */
export function isContrast(a: Contrasts, b: Contrasts): boolean {
  for (const [row, members] of a) {
    const others = b.get(row);
    if (others !== undefined && ![...members].some((member) => others.has(member))) return true;
  }
  return false;
}
