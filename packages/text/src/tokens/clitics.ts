/** Where a written word falls into syntactic words: lengths of all parts but the last. Words that are not listed are one part. */
const fused: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3]],
  ['gonna', [3]],
  ['wanna', [3]],
  ['gotta', [3]],
  ['gimme', [3]],
  ['lemme', [3]],
  ['dunno', [2, 1]],
  ['whaddya', [4, 1]],
  ["'tis", [2]],
  ["'twas", [2]],
  ["d'ye", [2]],
  ["y'all", [2]],
  ["o'clock", []],
  ["ma'am", []],
  ["ol'", []],
  ['dont', [2]],
  ['doesnt', [4]],
  ['didnt', [3]],
  ['cant', [2]],
  ['wont', [2]],
  ['isnt', [2]],
  ['wasnt', [3]],
  ['arent', [3]],
  ['werent', [4]],
  ['couldnt', [5]],
  ['wouldnt', [5]],
  ['shouldnt', [6]],
  ['havent', [4]],
  ['hasnt', [3]],
  ['hadnt', [3]],
  ['aint', [2]],
  ['im', [1]],
  ['ive', [1]],
  ['youre', [3]],
  ['theyre', [4]],
  ['thats', [4]],
  ['whats', [4]],
]);

const none: readonly number[] = [];
const apostrophe = /['’`´]/;
const longestListed = Math.max(...[...fused.keys()].map((word) => word.length));
const endings: readonly string[] = ["'s", "'m", "'re", "'ve", "'ll", "'d"];

/**
 * Lengths of the leading parts of a written word, in the manner of the UD English Web Treebank: "don't" is do + n't, "they'll" is they + 'll, "cannot" is
 * can + not. Empty when the word stays whole. Curly apostrophes and the grave accent count as apostrophes.
 */
export function cliticSplits(word: string): readonly number[] {
  const marked = apostrophe.test(word);
  if (!marked && word.length > longestListed) return none;
  const plain = marked ? word.toLowerCase().replace(/[’`´]/g, "'") : word.toLowerCase();
  const listed = fused.get(plain);
  if (listed !== undefined) return listed;
  if (!marked) return none;
  if (plain.endsWith("n't") && plain.length > 3) return [plain.length - 3];
  const ending = endings.find((tail) => plain.endsWith(tail) && plain.length > tail.length);
  if (ending === undefined) return none;
  const rest = plain.length - ending.length;
  const inner = cliticSplits(word.slice(0, rest));
  return [...inner, rest - inner.reduce((sum, length) => sum + length, 0)];
}
