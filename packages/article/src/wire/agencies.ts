import { readFileSync } from 'node:fs';

/** A news agency: the name it is filed under and the ways it is credited. */
interface Agency {
  name: string;
  /** Spellings that name the agency wherever they stand alone, matched with letter case. */
  names: string[];
}

const agencies = JSON.parse(readFileSync(new URL('../data/news-agencies.json', import.meta.url), 'utf8')) as Agency[];
const bySpelling = new Map<string, string>();
for (const agency of agencies) for (const spelling of [agency.name, ...agency.names]) bySpelling.set(key(spelling), agency.name);

/** The agency that a credit names, or undefined. The text must be the name alone: "AFP", "The Associated Press", "dpa". */
export function agencyNamed(text: string): string | undefined {
  return text.length > 60 ? undefined : bySpelling.get(key(text));
}

/** Abbreviations keep their letter case ("AP" is an agency, "ap" is not); longer names do not. */
function key(text: string): string {
  const plain = text
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/[.,:]{1,3}$/, '');
  return plain.length <= 5 && plain !== plain.toLowerCase() ? plain : plain.length <= 5 ? plain : plain.toLowerCase();
}
