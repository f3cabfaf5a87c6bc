import { COUNTRIES } from '../data/countries.ts';

/** Phrase (space-separated folded words) to country key; and how many words the longest phrase of a first word has. */
const byPhrase = new Map<string, string>();
const longest = new Map<string, number>();

function learn(phrase: string, key: string): void {
  const words = phrase
    .trim()
    .replace(/'s\b/gu, '')
    .split(/[\s'-]+/u)
    .filter((word) => word !== '');
  const first = words[0];
  if (first === undefined || byPhrase.has(words.join(' '))) return;
  byPhrase.set(words.join(' '), key);
  longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
}

for (const line of COUNTRIES.trim().split('\n')) {
  const [name = '', adjectives = '', capitals = '', others = ''] = line.split('|');
  const key = `@${name}`;
  // Adjectives of two words ("north korean") start with a word of the name.
  const [head = ''] = name.split(' ');
  const people =
    name.includes(' ') && adjectives.startsWith(`${head} `) ? adjectives.split(new RegExp(`\\s+(?=${head} )`, 'u')) : adjectives.split(' ');
  for (const phrase of [name, ...people, ...capitals.split(';'), ...others.split(';')]) learn(phrase, key);
}

/**
 * The country that the words from `at` on name: its key ("@peru") and how many words it takes, or null. `forms` are folded words without points;
 * short abbreviations ("us") must be written in capitals.
 */
export function countryAt(
  forms: readonly string[],
  raws: readonly string[],
  at: number,
): { readonly key: string; readonly length: number } | null {
  const first = forms[at];
  if (first === undefined) return null;
  for (let length = Math.min(longest.get(first) ?? 0, forms.length - at); length > 0; length--) {
    const key = byPhrase.get(forms.slice(at, at + length).join(' '));
    const raw = raws[at] ?? '';
    if (key !== undefined && /^\p{Lu}/u.test(raw) && (first.length > 3 || length > 1 || raw === raw.toUpperCase())) return { key, length };
  }
  return null;
}
