// Checks that every regular expression of the source is linear in its input: a hostile text must not be able to hang a service.
// Those that cannot be decided by automaton within the time fail too: they are written simpler.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
// The native checker: the one in JavaScript runs out of memory on large classes of letters.
process.env.RECHECK_BACKEND ??= 'native';
const { check } = await import('recheck');

/** Source files below a folder; links (the packages that depend on each other) are not followed. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !['node_modules', 'tests', 'training'].includes(entry.name)) yield* sources(path);
    else if (entry.isFile() && path.endsWith('.ts') && !path.endsWith('.test.ts')) yield path;
  }
}
const files = ['packages', 'services'].flatMap((root) => [...sources(root)]);

function* literals(node) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* literals(item);
    return;
  }
  if (node.type === 'Literal' && node.regex) yield node;
  for (const [key, value] of Object.entries(node)) if (key !== 'parent') yield* literals(value);
}

const found = new Map();
for (const file of files) {
  const source = readFileSync(file, 'utf8');
  // Tables of trained numbers: a syntax tree of them would not fit into memory, and there is no expression in them.
  if (source.length > 100_000 || !source.includes('/')) continue;
  for (const node of literals(parseSync(file, source).program)) {
    const key = `${node.regex.pattern}\u0000${node.regex.flags}`;
    const places = found.get(key) ?? [];
    places.push(`${file}:${source.slice(0, node.start).split('\n').length}`);
    found.set(key, places);
  }
}
const vulnerable = [];
const undecided = [];
let done = 0;
for (const [key, places] of found) {
  const [pattern, flags] = key.split('\u0000');
  const result = await check(pattern, flags.replaceAll(/[vdy]/g, ''), { timeout: 20_000, checker: 'auto' });
  if (result.status === 'vulnerable') vulnerable.push({ places, pattern, complexity: result.complexity?.summary });
  if (result.status === 'unknown') undecided.push({ places, pattern, why: result.error?.kind });
  if (process.stderr.isTTY) process.stderr.write(`\r${++done}/${found.size}`);
}
for (const { places, pattern, complexity } of vulnerable) console.log(`${places.join(' ')}: ${complexity}: /${pattern.slice(0, 140)}/`);
for (const { places, pattern, why } of undecided) console.log(`${places.join(' ')}: undecided (${why}): /${pattern.slice(0, 80)}/`);
console.log(`${found.size} regular expressions, ${vulnerable.length} not linear, ${undecided.length} undecided`);
process.exit(vulnerable.length + undecided.length === 0 ? 0 : 1);
