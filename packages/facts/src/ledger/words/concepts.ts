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

/** The concept ("=kill") that a folded word belongs to by itself or by its stem, or undefined. */
export function conceptOf(form: string): string | undefined {
  return byForm.get(form) ?? (form.length >= 4 ? byStem.get(stem(form)) : undefined);
}
