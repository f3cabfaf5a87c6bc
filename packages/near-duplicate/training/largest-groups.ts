// Lists the largest copy groups of a collection in time order, to be read by eye: `node training/largest-groups.ts ARTICLES.jsonl [GROUPS]`.
// Lines { id, title, text, published }; an article comes at the time printed on it, and those of 50 characters or less are left out. Groups of one size stand in order of their first article.
import { readFileSync } from 'node:fs';
import { createNearDuplicateIndex } from '../src/index.ts';

interface Line {
  id: string;
  title: string;
  text: string;
  published?: string;
}

const LEAST_UNITS = 50;
const SHOWN_UNITS = 160;
const [file, most = '20'] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: largest-groups.ts ARTICLES.jsonl [GROUPS]');
const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line)
  .filter((article): article is Line & { published: string } => article.published !== undefined && article.text.length > LEAST_UNITS)
  .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
const index = createNearDuplicateIndex();
const groups = new Map<string, string[]>();
for (const { id, title, text, published } of articles) {
  const { group, relation, score } = index.add({ id, revision: 1, title, text, language: 'en', observedAt: published, published });
  const line = `  ${id} ${published.slice(0, 16)} ${relation} ${score} | ${title} | ${text.replaceAll(/\s+/g, ' ').slice(0, SHOWN_UNITS)}`;
  groups.set(group, [...(groups.get(group) ?? []), line]);
}
const sizes = new Map<number, number>();
for (const { length } of groups.values()) sizes.set(length, (sizes.get(length) ?? 0) + 1);
console.log(
  `${articles.length} articles; groups by size: ${[...sizes]
    .sort(([a], [b]) => b - a)
    .map(([size, n]) => `${n} of ${size}`)
    .join(', ')}`,
);
for (const [group, lines] of [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, Number(most)))
  console.log(`${lines.length} in ${group}\n${lines.join('\n')}`);
