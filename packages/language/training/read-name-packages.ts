import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Row = readonly (string | number)[];
const latin = /^[\p{Script=Latin}\p{M}'’ -]{2,}$/u;
const plain = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '');

type NameLists = string[] | { value: string }[] | Record<string, string[]> | undefined;
interface LocaleModule {
  person?: { first_name?: NameLists; last_name?: NameLists };
  location?: { state?: string[] };
}

/** Given names, surnames and regions of every locale of the package, in Latin letters, with and without accents. */
export async function readGivenNamesAndSurnames(folder: string): Promise<Row[]> {
  const { allLocales } = (await import(pathToFileURL(join(folder, 'dist', 'index.js')).href)) as {
    allLocales: Record<string, LocaleModule>;
  };
  const rows: Row[] = [];
  const add = (names: readonly string[], kind: string): void => {
    for (const n of names) if (latin.test(n) && /^\p{Lu}/u.test(n)) for (const form of new Set([n, plain(n)])) rows.push([form, kind]);
  };
  for (const [code, locale] of Object.entries(allLocales)) {
    if (/BORK|ocker|^eo$|base/.test(code)) continue;
    const first = locale.person?.first_name;
    const lists = first === undefined || Array.isArray(first) ? { generic: first ?? [] } : first;
    for (const [kind, names] of Object.entries(lists)) add(flatten(names), kind === 'female' || kind === 'male' ? kind : 'given');
    add(flatten(locale.person?.last_name), 'surname');
    add(
      (locale.location?.state ?? []).filter((s) => typeof s === 'string'),
      'place',
    );
  }
  return rows;
}

function flatten(lists: NameLists): string[] {
  if (lists === undefined) return [];
  const all: unknown[] = Array.isArray(lists) ? lists : Object.values(lists).flat();
  return all.map((x) => (typeof x === 'string' ? x : (x as { value?: string } | null)?.value)).filter((x) => x !== undefined);
}

interface Suggestions {
  nsi: Record<string, { items: { displayName: string }[] }>;
}

/** Brands, operators and public bodies as organisations, in Latin letters. */
export function readOrganisations(folder: string): Row[] {
  const { nsi } = JSON.parse(readFileSync(join(folder, 'dist', 'json', 'nsi.min.json'), 'utf8')) as Suggestions;
  return Object.entries(nsi)
    .filter(([path]) => !path.startsWith('flags/') && !path.startsWith('transit/route'))
    .flatMap(([, { items }]) => items.map((i) => i.displayName.replace(/\s*\(.*\)$/, '')))
    .filter((n) => latin.test(n) && /^\p{Lu}/u.test(n) && n.length > 2)
    .map((n): Row => [n, 'organisation']);
}
