import { AGENCIES } from '../data/agencies.ts';
import { fold } from '../words/tokens.ts';

const bySpelling = new Map<string, string>();
for (const [name, ...spellings] of AGENCIES) for (const spelling of spellings) bySpelling.set(spelling, name);

/** One name for a carrier however it is written ("AP" and "the Associated Press"); names that are no known agency stay as they are. */
export function carrierName(written: string): string {
  const key = fold(written).replaceAll('.', '').trim();
  return bySpelling.get(key) ?? bySpelling.get(key.replace(/^the /u, '')) ?? written.trim();
}

/** The agency whose own site a publisher is ("apnews.com"), or null. */
export function agencyOfPublisher(publisher: string): string | null {
  const labels = fold(publisher).split('.');
  for (const label of labels.length > 1 ? labels.slice(0, -1) : labels) {
    const name = label.length > 2 ? bySpelling.get(label) : undefined;
    if (name !== undefined) return name;
  }
  return null;
}
