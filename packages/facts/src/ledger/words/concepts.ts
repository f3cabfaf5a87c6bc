import { CONCEPTS } from '../data/concepts.ts';
import { stem } from './stem.ts';

const byStem = new Map<string, string>();
const byForm = new Map<string, string>();
for (const [name, words] of Object.entries(CONCEPTS)) {
  for (const word of words.split(' ')) {
    if (!byForm.has(word)) byForm.set(word, `=${name}`);
    const key = stem(word);
    if (!byStem.has(key)) byStem.set(key, `=${name}`);
  }
}

/** Concepts by form of words met before: undefined is kept too. Emptied when full. */
const met = new Map<string, string | undefined>();
const MOST_MET = 10_000;

/** The concept ("=kill") that a folded word belongs to by itself or by its stem, or undefined. */
export function conceptOf(form: string): string | undefined {
  const known = met.get(form);
  if (known !== undefined || met.has(form)) return known;
  const concept = byForm.get(form) ?? (form.length >= 4 ? byStem.get(stem(form)) : undefined);
  if (met.size >= MOST_MET) met.clear();
  met.set(form, concept);
  return concept;
}
