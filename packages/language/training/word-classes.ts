import { HashMap } from '../src/lexicon/hash-map.ts';
import { wordFlag } from '../src/lexicon/word-class.ts';
import { classKey, normalise, normaliseDigits } from '../src/lexicon/words.ts';
import { exchangeClusters } from './exchange-clusters.ts';
import { readTable } from './read-lexicon.ts';

/**
 * Brings sentences to the spellings that are clustered: digits as 0, and the first word in the case in which it stands elsewhere.
 */
export function clusterText(sentences: readonly (readonly string[])[]): string[][] {
  const inside = new Map<string, number>();
  for (const s of sentences) for (const w of s.slice(1)) inside.set(normaliseDigits(w), (inside.get(normaliseDigits(w)) ?? 0) + 1);
  return sentences.map((s) =>
    s.map((w, i) => {
      const form = normaliseDigits(w);
      const lower = normalise(w);
      return i === 0 && (inside.get(lower) ?? 0) >= (inside.get(form) ?? 0) ? lower : form;
    }),
  );
}

/** Builds the table of word classes: clusters of the text, WordNet's parts of speech and senses, and name flags. */
export function buildWordClasses(sentences: readonly (readonly string[])[], clusters: number): HashMap {
  const classes = new Map<number, number>();
  const or = (word: string, bits: number): void => {
    const key = classKey(word);
    classes.set(key, (classes.get(key) ?? 0) | bits);
  };
  for (const [word, c] of exchangeClusters(clusterText(sentences), clusters, 2, 14)) or(word, c);
  for (const [word, parts, noun, verb] of readTable('senses')) {
    or(word as string, (Number(parts) << 8) | (Math.max(0, Number(noun)) << 12) | (Math.max(0, Number(verb)) << 17));
  }
  const flagWord = (word: string, flag: number): void => {
    if (word.length > 1) or(normalise(word), flag);
  };
  const kinds: Readonly<Record<string, number>> = {
    given: wordFlag.givenName,
    female: wordFlag.givenName | wordFlag.female,
    male: wordFlag.givenName | wordFlag.male,
    surname: wordFlag.surname,
  };
  for (const [name, kind] of readTable('names')) {
    const words = (name as string).split(/[ -]/);
    const flag = kinds[kind as string];
    if (flag !== undefined) for (const w of words) flagWord(w, flag);
    if (kind === 'person' && words.length > 1) {
      flagWord(words[0] as string, wordFlag.givenName);
      flagWord(words.at(-1) as string, wordFlag.surname);
    }
    if (kind === 'organisation') flagWord(words.at(-1) as string, wordFlag.organisationHead);
    if (kind === 'organisation' && words.length === 1) flagWord(name as string, wordFlag.organisation);
    if (kind === 'place') flagWord(words.at(-1) as string, words.length === 1 ? wordFlag.region : wordFlag.placeHead);
  }
  for (const [kind, text] of readTable('countries')) {
    if (kind === 'demonym') flagWord(text as string, wordFlag.demonym);
    else if (!(text as string).includes(' ')) flagWord(text as string, kind === 'region' ? wordFlag.region : wordFlag.country);
  }
  for (const [city, , population] of readTable('cities')) {
    if (!(city as string).includes(' ') && Number(population) >= 15_000) flagWord(city as string, wordFlag.place);
  }
  return HashMap.from(classes);
}
