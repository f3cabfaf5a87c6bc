import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { plainName } from '../entities/name-key.ts';

/** A country or populated place of the gazetteer. */
export interface Place {
  kind: 'country' | 'city' | 'region';
  /** Main name ("Kyiv" for "Kiev", "United Kingdom" for "UK"). */
  name: string;
  /** ISO 3166-1 alpha-2 code; empty for a region of the world. */
  country: string;
  /** People who live there; 0 when not listed. */
  population: number;
}

/** Look-ups of places by name; case, accents and punctuation do not matter. */
export interface Gazetteer {
  /** Places of that name, countries first, then by population. */
  places: (name: string) => Place[];
  /** ISO code of the country whose people or things a demonym names ("Norwegian" → "NO"). */
  countryOfDemonym: (demonym: string) => string | undefined;
  /** Main names of the places a spelling stands for, for `sameName`. */
  placeNames: (plain: string) => string[];
}

let loaded: Gazetteer | undefined;

/** Everyday short forms that the countries' table lacks. */
const shortForms: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['Britain', 'GB'],
  ['U.K.', 'GB'],
  ['US', 'US'],
  ['U.S.', 'US'],
  ['USA', 'US'],
  ['America', 'US'],
  ['UAE', 'AE'],
  ['DRC', 'CD'],
  ['Czech Republic', 'CZ'],
  ['Burma', 'MM'],
  ['Ivory Coast', 'CI'],
  ['Holland', 'NL'],
];

/** Loads the gazetteer from the committed tables (once; about 0.1 s). Sources: data/README.md. */
export function loadGazetteer(): Gazetteer {
  loaded ??= createGazetteer(readTable('countries'), readTable('cities'));
  return loaded;
}

function readTable(name: string): string[][] {
  const file = new URL(`../../data/${name}.tsv.gz`, import.meta.url);
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

/** Builds the look-ups from rows of the tables (countries: kind, text, code; cities: name, country, population, main name). */
export function createGazetteer(countries: readonly (readonly string[])[], cities: readonly (readonly string[])[]): Gazetteer {
  const nameOf = new Map(countries.filter(([kind]) => kind === 'country').map(([, text, code]) => [code as string, text as string]));
  const demonyms = new Map<string, string>();
  const wide = new Map<string, Place>();
  for (const [kind, text, code] of [...countries, ...shortForms.map(([form, of]) => ['spelling', form, of] as const)]) {
    const plain = plainName(text as string);
    if (kind === 'demonym') demonyms.set(plain, code as string);
    else if (kind === 'region') wide.set(plain, { kind: 'region', name: text as string, country: '', population: 0 });
    else if (kind !== 'capital')
      wide.set(plain, { kind: 'country', name: nameOf.get(code as string) ?? (text as string), country: code as string, population: 0 });
  }
  const towns = new Map<string, number[]>();
  cities.forEach(([name], row) => {
    const plain = plainName(name as string);
    if (plain === '') return;
    const rows = towns.get(plain);
    if (rows === undefined) towns.set(plain, [row]);
    else rows.push(row);
  });
  const placeOf = (row: number): Place => {
    const [name, country, population, main] = cities[row] as readonly string[];
    return { kind: 'city', name: main ?? (name as string), country: country as string, population: Number(population) };
  };
  const places = (name: string): Place[] => {
    const plain = plainName(name);
    const country = wide.get(plain);
    const found = (towns.get(plain) ?? []).map(placeOf).sort((a, b) => b.population - a.population);
    return country === undefined ? found : [country, ...found];
  };
  return {
    places,
    countryOfDemonym: (demonym) => demonyms.get(plainName(demonym)),
    placeNames: (plain) => [...new Set(places(plain).map((p) => p.name))],
  };
}
