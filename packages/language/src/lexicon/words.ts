import { hashPart, hashString } from '../linear/hash.ts';
import { isTitle } from '../names/titles.ts';
import type { HashMap } from './hash-map.ts';
import { phraseWordKey } from './phrases.ts';
import { partsOfSpeech } from './word-class.ts';

/** Words remembered at work; a trainer asks for more. */
const defaultCapacity = 1 << 16;
/** Lower-case words that may begin a name. */
const particles: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ad',
  'as',
  'ash',
  'an',
  'de',
  'da',
  'di',
  'du',
  'del',
  'della',
  'van',
  'von',
  'bin',
  'ibn',
  'ben',
  'abu',
  'la',
  'le',
  "d'",
  'ul',
]);
/** Longer tokens are cut for the string operations below: no word of a language is that long, hostile ones are. */
const maxWord = 40;

/**
 * The words met so far, each with its hashed spelling features, computed once. Word 0 is the edge of the sentence.
 * The table is emptied when full, so that hostile text cannot make it grow; answers never depend on what it holds.
 */
export class Words {
  readonly form: Int32Array;
  readonly lower: Int32Array;
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
  /** The packed word class (see word-class.ts). */
  readonly wordClass: Int32Array;
  /** 1 when the first letter is upper-case, 2 when all letters are (two or more), 3 when it holds a digit, 4 when it holds no letter or digit, else 0. */
  readonly capital: Uint8Array;
  /** WordNet's parts of speech of the word without its ending, with which ending it was (0 = none known). */
  readonly stem: Int32Array;
  /** 1 when it holds a capital letter, 2 when it is a particle that may begin a name in lower case ("al", "van"), else 0. */
  readonly upper: Uint8Array;
  /** Key of the word within gazetteer phrases; 0 when it holds no letter or digit. */
  readonly phraseKey: Int32Array;
  /** 1 when a title that stands before a person's name. */
  readonly title: Uint8Array;
  private readonly ids = new Map<string, number>();
  private readonly classes: HashMap;
  private readonly capacity: number;
  private count = 1;
  /** Grows whenever the table is emptied, so that what is kept by id can be forgotten too. */
  generation = 0;

  constructor(classes: HashMap, capacity = defaultCapacity) {
    this.classes = classes;
    this.capacity = capacity;
    this.form = new Int32Array(capacity);
    this.lower = new Int32Array(capacity);
    this.suffix1 = new Int32Array(capacity);
    this.suffix2 = new Int32Array(capacity);
    this.suffix3 = new Int32Array(capacity);
    this.suffix4 = new Int32Array(capacity);
    this.prefix1 = new Int32Array(capacity);
    this.prefix2 = new Int32Array(capacity);
    this.prefix3 = new Int32Array(capacity);
    this.shape = new Int32Array(capacity);
    this.cluster = new Int32Array(capacity);
    this.wordClass = new Int32Array(capacity);
    this.capital = new Uint8Array(capacity);
    this.stem = new Int32Array(capacity);
    this.upper = new Uint8Array(capacity);
    this.phraseKey = new Int32Array(capacity);
    this.title = new Uint8Array(capacity);
    this.form.fill(1, 0, 1);
    this.lower.fill(1, 0, 1);
  }

  /** Empties the table when fewer than `needed` places are left; ids given out before are void then. */
  reserve(needed: number): boolean {
    if (this.count + needed <= this.capacity) return false;
    this.ids.clear();
    this.generation++;
    this.count = 1;
    return true;
  }

  /** The id of a word; call `reserve` for the whole sentence before. */
  id(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.count++;
    this.ids.set(word, id);
    this.describe(id, word);
    return id;
  }

  private stemOf(lower: string): number {
    const last = lower.charCodeAt(lower.length - 1);
    for (let index = 0; index < endings.length; index++) {
      const [ending, stems] = endings[index] as (typeof endings)[number];
      if (lastLetters[index] !== last || !lower.endsWith(ending) || lower.length < ending.length + 3) continue;
      const bare = lower.slice(0, lower.length - ending.length);
      for (const added of stems) {
        const parts = this.partsOf(bare + added);
        if (parts !== 0) return (index + 1) * 16 + parts;
      }
      const undoubled = bare.charCodeAt(bare.length - 1) === bare.charCodeAt(bare.length - 2);
      const parts = undoubled ? this.partsOf(bare.slice(0, -1)) : 0;
      if (parts !== 0) return (index + 1) * 16 + parts;
    }
    return 0;
  }

  private partsOf(stem: string): number {
    return partsOfSpeech(this.classes.get(classKey(stem)));
  }

  private describe(id: number, word: string): void {
    const cut = word.length > maxWord ? word.slice(0, maxWord) : word;
    // Most words are plain: nothing to normalise, no capital, no digit.
    const plain = plainWord.test(cut);
    const lower = plain ? cut : normalise(cut);
    const n = lower.length;
    const form = hashString(cut);
    const lowerForm = plain ? form : hashString(lower);
    this.form[id] = form;
    this.lower[id] = lowerForm;
    this.suffix1[id] = hashPart(lower, n > 1 ? n - 1 : 0, n);
    this.suffix2[id] = hashPart(lower, n > 2 ? n - 2 : 0, n);
    this.suffix3[id] = hashPart(lower, n > 3 ? n - 3 : 0, n);
    this.suffix4[id] = hashPart(lower, n > 4 ? n - 4 : 0, n);
    this.prefix1[id] = hashPart(lower, 0, n < 1 ? n : 1);
    this.prefix2[id] = hashPart(lower, 0, n < 2 ? n : 2);
    this.prefix3[id] = hashPart(lower, 0, n < 3 ? n : 3);
    this.shape[id] = plain ? (n === 1 ? oneLetter : twoLetters) : hashString(shapeOf(cut));
    const cased = this.classes.get(plain ? form : classKey(normaliseDigits(cut)));
    const wordClass = plain ? cased : cased | this.classes.get(lowerForm);
    // The cluster of the exact form wins over that of the lower-case form; the other parts are the same word's in either case.
    const both = (cased & 0xff) === 0 ? wordClass : (wordClass & ~0xff) | (cased & 0xff);
    this.wordClass[id] = both;
    this.cluster[id] = both & 0xff;
    this.capital[id] = plain ? 0 : capitalOf(cut);
    this.stem[id] = this.stemOf(lower);
    this.upper[id] = !plain && hasUpper(cut) ? 1 : particles.has(cut) ? 2 : 0;
    this.phraseKey[id] = letterWord.test(cut) ? lowerForm : phraseWordKey(cut);
    this.title[id] = isTitle(cut) ? 1 : 0;
  }
}

/** Endings of inflection and derivation, longest first, and what stands in their place in the stem. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  ['ness', ['']],
  ['iest', ['y']],
  ['ing', ['', 'e']],
  ['ies', ['y']],
  ['ied', ['y']],
  ['ier', ['y']],
  ['ily', ['y']],
  ['est', ['', 'e']],
  ['ers', ['', 'e']],
  ["n't", ['']],
  ['ed', ['', 'e']],
  ['er', ['', 'e']],
  ['es', ['', 'e']],
  ['ly', ['', 'e']],
  ['s', ['']],
  ['d', ['']],
];

/** The last letter of each. */
const lastLetters = endings.map(([ending]) => ending.charCodeAt(ending.length - 1));

const plainWord = /^[a-z]+$/;
/** Letters from a to z with capitals: most words that are not plain. */
const letterWord = /^[A-Za-z]+$/;
/** Shapes of plain words. */
const oneLetter = hashString('x');
const twoLetters = hashString('xx');

/** Lexicon key of a spelling. */
export function classKey(spelling: string): number {
  return hashString(spelling);
}

/** Digits become 0, so that numbers of one shape share features. */
export function normaliseDigits(word: string): string {
  return word.replace(/\p{Nd}/gu, '0');
}

/** Lower case with digits as 0 and typographic quotes as plain ones. */
export function normalise(word: string): string {
  if (letterWord.test(word)) return word.toLowerCase();
  return normaliseDigits(word.toLowerCase()).replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"');
}

/** The shape of a word: X, x, d or the character itself, runs cut to two, at most ten in all ("McDonald's" is "XxXxx'x"). */
function shapeOf(word: string): string {
  if (capitalised.test(word)) return word.length === 1 ? 'X' : word.length === 2 ? 'Xx' : 'Xxx';
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of word) {
    const kind = /\p{Lu}/u.test(character) ? 'X' : /\p{L}/u.test(character) ? 'x' : /\p{Nd}/u.test(character) ? 'd' : character;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
    if (shape.length >= 10) break;
  }
  return shape;
}

/** Most words with a capital letter. */
const capitalised = /^[A-Z][a-z]*$/;
const hasUpper = (word: string): boolean => capitalised.test(word) || /\p{Lu}/u.test(word);

function capitalOf(word: string): number {
  if (capitalised.test(word)) return 1;
  if (/\p{Nd}/u.test(word)) return 3;
  if (!/\p{L}/u.test(word)) return 4;
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 2;
  return /\p{Lu}/u.test(word.charAt(0)) || /\p{Lu}/u.test(letters.charAt(0)) ? 1 : 0;
}
