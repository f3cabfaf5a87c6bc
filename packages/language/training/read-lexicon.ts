import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Rows of one of the committed tables of data/ (made by make-lexicon.ts). */
export function readTable(name: string): string[][] {
  const file = new URL(`../data/${name}.tsv.gz`, import.meta.url);
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
