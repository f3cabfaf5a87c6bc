import { isCueForm, sureForms } from './lexicon/cue-verbs.ts';
import { listed, personNouns, personPronouns } from './lexicon/nouns.ts';
import { wordOf, type Item, type Word } from './words.ts';

/** A run of items, end exclusive. */
export interface Run {
  from: number;
  to: number;
}

/** The items of one segment with the words behind them. */
export interface View {
  items: readonly Item[];
  words: readonly Word[];
}

const auxiliaries: ReadonlySet<string> = new Set(
  "has have had having is are was were be been being will would shall should can could may might must do does did not n't 's 've 'd 'll to also later then now still already just once even only never ever again repeatedly recently previously earlier reportedly publicly privately famously often always sometimes currently further both all all's himself herself themselves".split(
    ' ',
  ),
);
export const breakers: ReadonlySet<string> = new Set([
  'that',
  'while',
  'because',
  'when',
  'if',
  'as',
  'after',
  'before',
  'although',
  'though',
  'since',
  'but',
  'so',
  'where',
  'than',
  'whether',
  'until',
  'unless',
  'whereas',
  'how',
  'why',
  'what',
]);
export const joiners: ReadonlySet<string> = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'to',
  'on',
  'by',
  'close',
  'familiar',
  'near',
  'inside',
  'within',
  'who',
  'involved',
  'briefed',
]);
/** Longest noun phrase and longest apposition looked for, in items. */
export const longest = 30;

const nominalTags: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM']);
/** Tags that a capitalised part of a name gets by mistake ("Oversight Chairman"). */
const miscast: ReadonlySet<string> = new Set(['AUX', 'VERB', 'X', 'INTJ']);

export const isNominal = (word: Word): boolean => {
  if (sureForms.has(word.lower)) return false;
  if (word.upos !== '')
    return (
      nominalTags.has(word.upos) ||
      (word.upos === 'VERB' && word.relation === 'amod') ||
      ["'s", '-', "'"].includes(word.lower) ||
      (miscast.has(word.upos) && /^\p{Lu}/u.test(word.text) && !breakers.has(word.lower))
    );
  return (
    /^[\p{L}\p{N}'’.-]+$/u.test(word.text) &&
    !auxiliaries.has(word.lower) &&
    !breakers.has(word.lower) &&
    !isCueForm(word.lower) &&
    !joiners.has(word.lower) &&
    word.lower !== 'and'
  );
};

const isComma = (word: Word | undefined): boolean => word?.text === ',';
export const isAdverbial = (word: Word): boolean =>
  auxiliaries.has(word.lower) ||
  word.upos === 'AUX' ||
  word.upos === 'ADV' ||
  word.upos === 'PART' ||
  (word.upos === '' && word.lower.endsWith('ly'));

/** The noun phrase that ends right before item `at` (a cue), auxiliaries and adverbs stepped over, with an apposition or relative clause between commas. */
export function phraseBefore(view: View, at: number): Run | null {
  let end = at;
  for (let steps = 0; steps < 6; steps += 1) {
    const word = wordOf(view.words, view.items[end - 1]);
    if (word === undefined || !isAdverbial(word) || isPronoun(word)) break;
    end -= 1;
  }
  const closing = wordOf(view.words, view.items[end - 1]);
  if (closing === undefined) return null;
  if (!isComma(closing) && closing.text !== ')') return plainBefore(view, end);
  if (closing.text === ')') {
    const open = back(view, end - 1, '(');
    return open === null ? null : withEnd(plainBefore(view, open), end);
  }
  // "Smith, the mayor of Bath, said" / "Smith, who was there, said"
  let budget = longest;
  for (let from = end - 2; from > 0 && budget > 0; from -= 1, budget -= 1) {
    const item = view.items[from];
    const word = wordOf(view.words, item);
    if (word === undefined) return null;
    if (!isComma(word)) continue;
    const next = wordOf(view.words, view.items[from + 1]);
    const head = plainBefore(view, from);
    if (head === null) return null;
    if (next !== undefined && isAppositive(view, head, from + 1)) return { from: descriptionBefore(view, head.from), to: end };
    if (next !== undefined && startsList(next)) continue;
    return null;
  }
  return null;
}

/** "the captain of the ferry, Ann Hale, …": the description that a comma joins to a name belongs to it. */
function descriptionBefore(view: View, name: number): number {
  if (!isComma(wordOf(view.words, view.items[name - 1]))) return name;
  const described = plainBefore(view, name - 1);
  if (described === null || described.to !== name - 1) return name;
  const words = view.items.slice(described.from, described.to).flatMap((item) => wordOf(view.words, item) ?? []);
  const article = ['the', 'a', 'an'].includes(words[0]?.lower ?? '');
  return article && words.some((word) => listed(word.lower, personNouns) !== null) ? described.from : name;
}

const withEnd = (run: Run | null, to: number): Run | null => (run === null ? null : { from: run.from, to });

function back(view: View, from: number, text: string): number | null {
  for (let at = from - 1; at >= 0 && at > from - longest; at -= 1) if (wordOf(view.words, view.items[at])?.text === text) return at;
  return null;
}

export const isPronoun = (word: Word): boolean => personPronouns.has(word.lower);
const startsList = (word: Word): boolean => word.upos === 'CCONJ' || word.lower === 'and';

/** What follows the comma describes the phrase before it: an article, a title, "who", "which", a participle, an age. */
function isAppositive(view: View, head: Run, from: number): boolean {
  const first = wordOf(view.words, view.items[from]);
  const named = wordOf(view.words, view.items[head.to - 1]);
  if (first === undefined || named === undefined) return false;
  if (
    [
      'who',
      'which',
      'whose',
      'whom',
      'a',
      'an',
      'the',
      'his',
      'her',
      'their',
      'its',
      'one',
      'speaking',
      'citing',
      'quoting',
      'from',
    ].includes(first.lower)
  )
    return true;
  if (/^\d{1,3}$/.test(first.text)) return true;
  if (first.upos === '') return /^[\p{L}]/u.test(first.text);
  return ['NOUN', 'PROPN', 'ADJ', 'VERB', 'DET', 'X'].includes(first.upos);
}

/** Walks left over a noun phrase that ends before item `end`. */
function plainBefore(view: View, end: number): Run | null {
  let from = end;
  let nominal = false;
  for (let steps = 0; steps < longest; steps += 1) {
    const word = wordOf(view.words, view.items[from - 1]);
    if (word === undefined) break;
    if (isPronoun(word) || word.lower === 'who' || word.lower === 'which') {
      if (!nominal) return { from: from - 1, to: end };
      break;
    }
    if (nominal && word.upos === 'PRON' && (word.lower === 'that' || word.lower === 'whom' || word.lower === 'whose')) break;
    if (isNominal(word) && word.text !== ',') {
      nominal = true;
      from -= 1;
      continue;
    }
    if (word.text === ')' && nominal) {
      const open = back(view, from - 1, '(');
      if (open === null) break;
      from = open;
      continue;
    }
    const joins =
      nominal && (joiners.has(word.lower) || word.lower === 'and' || word.text === '&' || word.text === "'" || word.text === '’');
    const before = wordOf(view.words, view.items[from - 2]);
    if (!joins || before === undefined || !isNominal(before) || isPronoun(before)) break;
    if (word.lower === 'and' && !sameKind(before, wordOf(view.words, view.items[from]))) break;
    from -= 1;
  }
  return nominal ? trimmed(view, from, end) : null;
}

/** "Obama and Clinton said", but not "… of the plan and officials said". */
const sameKind = (left: Word, right: Word | undefined): boolean =>
  right !== undefined &&
  (left.upos === '' ? /^\p{Lu}/u.test(left.text) === /^\p{Lu}/u.test(right.text) : (left.upos === 'PROPN') === (right.upos === 'PROPN'));

/** Drops adverbs, numbers and leftovers that cannot open a noun phrase. */
function trimmed(view: View, from: number, to: number): Run | null {
  let start = from;
  while (start < to) {
    const word = wordOf(view.words, view.items[start]);
    if (
      word === undefined ||
      word.upos === 'ADP' ||
      word.text === "'" ||
      word.lower === "'s" ||
      word.text === '-' ||
      (joiners.has(word.lower) && word.lower !== 'close')
    )
      start += 1;
    else break;
  }
  return start < to ? { from: start, to } : null;
}
