import { listed, personNouns } from './lexicon/nouns.ts';
import { outletKind } from './lexicon/outlets.ts';
import type { Word } from './words.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Articles, counts and linking words that open a phrase and are no part of a role. */
const openers = set(
  'the a an one this that these those another his her their its our my some several many few other two three four five multiple both all most unnamed unidentified numerous various separately meanwhile but and however earlier later',
);
export const pluralOpeners = set('some several many few two three four five multiple both all most these those numerous various');
/** Forms of address before a name that are no role. */
const honorifics = set('mr mr. mrs mrs. ms ms. miss sir dame lord lady');
const temporal = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|late|early|earlier)$/u;

/** What stands before the first word of a sentence or of a quotation. */
const opens = (before: string): boolean => before.includes('\n') || /(?:^|[.!?:;…"“”‘’«»—–-])$/u.test(before.trimEnd());

/** A newspaper's name with its article where that is a part of it: capitalised though no sentence begins there ("told The Times"). */
export function withItsArticle(name: string, phrase: Pick<Word, 'text' | 'start' | 'end'> | undefined, text: string): string {
  if (phrase?.text !== 'The' || outletKind(name) !== 'newspaper' || opens(text.slice(Math.max(0, phrase.start - 4), phrase.start)))
    return name;
  return text.startsWith(name, phrase.end + 1) ? `The ${name}` : name;
}

/** The text of a run of words without leading articles and addresses or trailing marks; null when nothing is left. */
export function tidy(words: readonly Word[], text: string): string | null {
  let from = 0;
  while (from < words.length && skips(words[from]) && !(words[from]?.text === 'All' && words[from + 1]?.upos === 'PROPN')) from += 1;
  let to = words.length;
  while (to > from && (/^[,(-]$/u.test(words[to - 1]?.text ?? '') || honorifics.has(words[to - 1]?.lower ?? ''))) to -= 1;
  const [first, last] = [words[from], words[to - 1]];
  return first === undefined || last === undefined || to <= from ? null : text.slice(first.start, last.end);
}

const skips = (word: Word | undefined): boolean =>
  word !== undefined && (openers.has(word.lower) || honorifics.has(word.lower) || word.upos === 'PUNCT' || word.upos === 'ADV');

/** The phrase up to a relative clause, a comma or "speaking", tidied. */
export function phraseText(words: readonly Word[], text: string): string | null {
  const cut = words.findIndex((word, index) => index > 0 && (word.text === ',' || ['who', 'which', 'speaking'].includes(word.lower)));
  return tidy(cut < 0 ? words : words.slice(0, cut), text);
}

/** Drops a dateline before a spaced dash and a day after the phrase: "TOKYO - The government on Friday" → "The government". */
export function cleaned(words: readonly Word[]): Word[] {
  // "Similarly, the head of …": an adverb before the comma is none of the phrase.
  let from = words[0]?.upos === 'ADV' && words[1]?.text === ',' ? 2 : 0;
  words.forEach((word, index) => {
    const before = words[index - 1];
    const after = words[index + 1];
    if (before !== undefined && after !== undefined && /^[-–—]{1,2}$/u.test(word.text) && word.start > before.end && after.start > word.end)
      from = index + 1;
  });
  // "Hours after the union said …": how long after is none of it either.
  const apart = words.findIndex((word, index) => index < 5 && /^(?:after|before)$/u.test(word.lower));
  if (apart > 0 && apart + 1 < words.length && /^(?:minute|hour|day|week|month|year|decade)s?$/u.test(words[apart - 1]?.lower ?? ''))
    from = apart + 1;
  let to = words.length;
  while (to > from + 1 && /^(?:,|that|which|who)$/u.test(words[to - 1]?.lower ?? '')) to -= 1;
  while (to > from + 1 && temporal.test(words[to - 1]?.lower ?? '')) to -= words[to - 2]?.lower === 'on' && to > from + 2 ? 2 : 1;
  return words.slice(from, to);
}

const tails = set('of for at in from with close familiar who which that involved on near inside briefed');

/** The words of the phrase up to a preposition, a comma, a bracket or a relative clause. */
export function coreOf(words: readonly Word[]): readonly Word[] {
  const cut = words.findIndex(
    (word, index) =>
      index > 0 &&
      (word.upos === 'ADP' ||
        tails.has(word.lower) ||
        word.text === ',' ||
        word.text === '(' ||
        (word.upos === 'VERB' && index > 1 && !/^\p{Lu}/u.test(word.text))),
  );
  return cut < 0 ? words : words.slice(0, cut);
}

/** The head noun of a core: its last noun or name. */
export const headOf = (core: readonly Word[]): Word | undefined =>
  core.findLast((word) => ['NOUN', 'PROPN', 'NUM', ''].includes(word.upos) || listed(word.lower, personNouns) !== null) ?? core.at(-1);
