type Row = readonly (string | number)[];

interface Country {
  cca2: string;
  cca3: string;
  name: { common: string; official: string };
  altSpellings: string[];
  capital?: string[];
  demonyms: { eng?: { f: string; m: string } };
  independent?: boolean;
  region: string;
  subregion: string;
}

const latin = /^[\p{Script=Latin}\p{M}' .-]+$/u;

/** Countries as rows: kind (country, official, demonym, capital, region, spelling), text, ISO 3166-1 alpha-2 code. */
export function readCountries(countries: readonly Country[]): Row[] {
  // A dependent territory shares the demonym of its country: only what no country has is its own.
  const taken = new Set(countries.filter((c) => c.independent === true).flatMap(demonymsOf));
  return countries.flatMap((c): Row[] => [
    ['country', c.name.common, c.cca2],
    ['official', c.name.official, c.cca2],
    ...c.altSpellings.filter((s) => latin.test(s) && s.length > 3).map((s): Row => ['spelling', s, c.cca2]),
    ...(c.capital ?? []).map((s): Row => ['capital', s, c.cca2]),
    ...demonymsOf(c)
      .filter((d) => c.independent === true || !taken.has(d))
      .map((d): Row => ['demonym', d, c.cca2]),
    ...[c.region, c.subregion].filter((s) => s !== '').map((s): Row => ['region', s, '']),
  ]);
}

function demonymsOf(c: Country): string[] {
  return [c.demonyms.eng?.m, c.demonyms.eng?.f].filter((d) => d !== undefined && d !== '') as string[];
}

/**
 * Populated places of GeoNames of at least 2,000 people as rows: name, country code, population, main name where it is another. From 150,000 people on also the other
 * names in Latin letters (Kiev beside Kyiv); the plain ASCII spelling of every name.
 */
export function readCities(table: string): Row[] {
  const rows = new Map<string, Row>();
  for (const line of table.split('\n')) {
    const f = line.split('\t');
    const population = Number(f[14]);
    if (!(population >= 2000) || f[7] === 'PPLX') continue;
    const others =
      population >= 150_000 ? (f[3] as string).split(',').filter((n) => /^[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*$/.test(n) && n.length > 3) : [];
    for (const name of [f[1] as string, f[2] as string, ...others]) {
      const key = `${name}\t${f[8]}`;
      const known = rows.get(key);
      if (known === undefined || (known[2] as number) < population)
        rows.set(key, [name, f[8] as string, population, ...(name === f[1] ? [] : [f[1] as string])]);
    }
  }
  return [...rows.values()];
}
