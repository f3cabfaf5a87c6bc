const vowels = new Set('aeiou');

/**
 * Edit distance of two short words, with half price for what transliterations vary: one vowel for another, a vowel or h more or less.
 * Words over 40 characters are not compared (distance Infinity).
 */
export function soundDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length > 40 || b.length > 40) return Infinity;
  const light = (c: string): number => (vowels.has(c) || c === 'h' ? 0.5 : 1);
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] as number) + light(b.charAt(j)));
  for (let i = 0; i < a.length; i++) {
    const next = [(row[0] as number) + light(a.charAt(i))];
    for (let j = 0; j < b.length; j++) {
      const [x, y] = [a.charAt(i), b.charAt(j)];
      const change = x === y ? 0 : vowels.has(x) && vowels.has(y) ? 0.5 : 1;
      next.push(Math.min((row[j] as number) + change, (row[j + 1] as number) + light(x), (next[j] as number) + light(y)));
    }
    row = next;
  }
  return row[b.length] as number;
}
