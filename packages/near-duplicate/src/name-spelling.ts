/** Longest name compared letter by letter. */
const MOST_LETTERS = 40;
/** Below this, names that differ by a letter or two are mostly different names. */
const LEAST_LIKENESS = 0.82;

/**
 * How likely two spellings are one name, 0..1: equal after folding 1, the same consonants (transliterations differ in vowels) 0.9, else by edit distance.
 * Spelling alone proves nothing: callers ask for agreement around it.
 */
export function spellingLikeness(a: string, b: string): number {
  const [x, y] = [plain(a), plain(b)];
  if (x === '' || y === '') return 0;
  if (x === y) return 1;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 4 || long.length - short.length > 3) return 0;
  const skeleton = consonants(x);
  if (skeleton.length >= 3 && skeleton === consonants(y)) return 0.9;
  const likeness = 1 - editDistance(x, y) / long.length;
  return likeness >= LEAST_LIKENESS ? likeness : 0;
}

function plain(name: string): string {
  return name
    .slice(0, MOST_LETTERS * 2)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MOST_LETTERS);
}

function consonants(name: string): string {
  return name.replace(/[aeiouyw’ʿʾ]/g, '').replace(/(.)\1+/g, '$1');
}

/** Optimal string alignment distance (one insertion, deletion, substitution or swap each count 1). */
function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [twoBack, back] = [back, row];
  }
  return back[b.length] ?? 0;
}
