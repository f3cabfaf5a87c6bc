import { readFileSync } from 'node:fs';

/** A news agency: the name it is filed under and the ways it is credited. */
interface Agency {
  name: string;
  /** Spellings that name the agency wherever they stand alone, matched with letter case. */
  names: string[];
  /** Parts of a web address that only its own sites have: "apnews". */
  sites?: string[];
}

/** Longer than any credit that names one agency. */
const LONGEST = 60;

const agencies = JSON.parse(readFileSync(new URL('./news-agencies.json', import.meta.url), 'utf8')) as Agency[];
const bySpelling = new Map<string, string>();
const byLooseSpelling = new Map<string, string>();
const bySite = new Map<string, string>();
for (const { name, names, sites = [] } of agencies) {
  for (const spelling of [name, ...names]) {
    bySpelling.set(key(spelling), name);
    // Where two agencies are told apart by letter case alone the first of the list keeps the name.
    const loose = looseKey(spelling);
    if (!byLooseSpelling.has(loose)) byLooseSpelling.set(loose, name);
  }
  for (const site of sites) bySite.set(site, name);
}

/** The agency that a credit names, or undefined. The text must be the name alone: "AFP", "The Associated Press", "dpa". */
export function agencyNamed(text: string): string | undefined {
  return text.length > LONGEST ? undefined : bySpelling.get(key(text));
}

/** The agency that something known to be a carrier's name means, however it is written: "A.P.", "ap", "the associated press"; undefined for others. */
export function agencyCalled(carrier: string): string | undefined {
  return carrier.length > LONGEST ? undefined : byLooseSpelling.get(looseKey(carrier));
}

/** The agency whose own site a host name is: "apnews.com", "french.xinhuanet.com"; undefined for others. */
export function agencyOfSite(host: string): string | undefined {
  const labels = host.toLowerCase().split('.').slice(0, -1);
  return labels.map((label) => bySite.get(label)).find((name) => name !== undefined);
}

function withoutArticle(text: string): string {
  return text.trim().replace(/^the\s+/i, '');
}

/** Abbreviations keep their letter case ("AP" is an agency, "ap" is not); longer names do not. */
function key(text: string): string {
  const plain = withoutArticle(text).replace(/[.,:]{1,3}$/, '');
  return plain.length <= 5 ? plain : plain.toLowerCase();
}

function looseKey(text: string): string {
  return withoutArticle(text).replaceAll('.', '').toLowerCase();
}
