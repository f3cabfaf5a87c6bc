import type { NamedSentence, NameType } from './conll-names.ts';
import { readTable } from './read-lexicon.ts';
import { createRandom } from './random.ts';

/** Lists to draw names from, by what they replace. */
interface NameLists {
  given: string[];
  surnames: string[];
  places: string[];
  organisations: string[];
}

/** Given names, surnames, places and organisations of the committed tables, those that a tokenizer leaves as words between blanks. */
export function readNameLists(): NameLists {
  const simple = /^\p{Lu}[\p{L}]+(?: \p{L}+)*$/u;
  const names = readTable('names').filter(([n]) => simple.test(n as string));
  const of = (...kinds: string[]): string[] => names.filter(([, k]) => kinds.includes(k as string)).map(([n]) => n as string);
  const countries = readTable('countries')
    .filter(([k, t]) => (k === 'country' || k === 'capital') && simple.test(t as string))
    .map(([, t]) => t as string);
  const cities = readTable('cities')
    .filter(([n, , population]) => Number(population) > 80_000 && simple.test(n as string))
    .map(([n]) => n as string);
  const single = (list: string[]): string[] => list.filter((n) => !n.includes(' '));
  return {
    given: single(of('given', 'female', 'male')),
    surnames: single(of('surname')),
    // Countries as often as cities: news names them as often.
    places: [...cities, ...Array.from({ length: Math.ceil(cities.length / countries.length) }, () => countries).flat(), ...of('place')],
    organisations: of('organisation'),
  };
}

/** The choices that replace a name of a type and a number of words. */
function draw(type: NameType, words: number, lists: NameLists, random: () => number): string[] {
  const one = (list: string[]): string => list[Math.floor(random() * list.length)] as string;
  if (type === 'PER') return words === 1 ? [one(random() < 0.7 ? lists.surnames : lists.given)] : [one(lists.given), one(lists.surnames)];
  return one(type === 'LOC' ? lists.places : lists.organisations).split(' ');
}

/**
 * A copy of a sentence with other names in the same places, so that the recogniser learns from the words around a name rather than the
 * name itself; undefined when there is nothing to swap. `keep` gives for each new token the old one whose tag it takes; −1 for a proper noun.
 */
export function swapNames(sentence: NamedSentence, lists: NameLists, seed: number): { named: NamedSentence; keep: number[] } | undefined {
  if (sentence.names.length === 0) return undefined;
  const random = createRandom(seed);
  const named: NamedSentence = { document: sentence.document, words: [], names: [] };
  const keep: number[] = [];
  let at = 0;
  for (const name of [...sentence.names].sort((a, b) => a.start - b.start)) {
    for (; at < name.start; at++) push(at);
    const start = named.words.length;
    // An organisation's name often says what it is ("Ministry of …"): half of them stay.
    const stays = name.type === 'ORG' ? random() < 0.5 : !/^\p{Lu}/u.test(sentence.words[name.start] ?? '');
    if (stays) for (; at < name.end; at++) push(at);
    else {
      for (const word of draw(name.type, name.end - name.start, lists, random)) {
        named.words.push(word);
        keep.push(-1);
      }
      at = name.end;
    }
    named.names.push({ start, end: named.words.length, type: name.type });
  }
  for (; at < sentence.words.length; at++) push(at);
  return { named, keep };

  function push(i: number): void {
    named.words.push(sentence.words[i] as string);
    keep.push(i);
  }
}
