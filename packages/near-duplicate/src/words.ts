import { KIND, foldAstral, foldOf, kindOf, upperOf } from './fold.ts';

/** Flags of a word. */
export const FLAG = { number: 1, capital: 2, sentenceStart: 4, allCapital: 8, title: 16 } as const;

/**
 * The words of one text in scratch arrays that the next scan overwrites.
 * `low` / `high`: 64-bit hash of the folded word; `start` / `end`: UTF-16 offsets, end exclusive; `sentence`: number of the sentence.
 */
export interface WordScan {
  count: number;
  sentences: number;
  low: Uint32Array;
  high: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  flags: Uint8Array;
  sentence: Uint32Array;
  length: Uint8Array;
}

const SENTENCE_END = new Uint8Array(65536);
for (const mark of '.!?…。！？｡।۔؟።') SENTENCE_END[mark.charCodeAt(0)] = 1;
const NEWLINE = 10;
const STOP = 46;
const COMMA = 44;
const APOSTROPHE = 39;
const QUOTE = 0x2019;
const LETTER_A = 97;
const LETTER_I = 105;
const LETTER_S = 115;
const LETTER_U = 117;
const LETTER_Z = 122;

export function createWordScan(maxWords: number): WordScan {
  const ints = (): Uint32Array => new Uint32Array(maxWords);
  return {
    count: 0,
    sentences: 0,
    low: ints(),
    high: ints(),
    start: ints(),
    end: ints(),
    flags: new Uint8Array(maxWords),
    sentence: ints(),
    length: new Uint8Array(maxWords),
  };
}

/** Kinds of ASCII for the fast path: what ends a word at once, letters, digits, and marks that may stand inside a word. */
const PLAIN = { end: 0, small: 1, capital: 2, digit: 3, mark: 4, other: 5 } as const;
const plainOf = new Uint8Array(65536).fill(PLAIN.other);
for (let code = 0; code < 65536; code += 1) if (kindOf[code] === KIND.separator) plainOf[code] = PLAIN.end;
for (let code = LETTER_A; code <= LETTER_Z; code += 1) {
  plainOf[code] = PLAIN.small;
  plainOf[code - 32] = PLAIN.capital;
}
for (let code = 48; code < 58; code += 1) plainOf[code] = PLAIN.digit;
for (const mark of [STOP, COMMA, APOSTROPHE, QUOTE]) plainOf[mark] = PLAIN.mark;

// Texts are read from UTF-16 units in an array: several times as fast as asking the string for each. Longer texts get an array of their own.
const SHARED_UNITS = 1 << 16;
const sharedUnits = new Uint16Array(SHARED_UNITS);

/** The text's UTF-16 units, with some zeros behind them. Valid until the next call. */
function unitsOf(text: string): Uint16Array {
  const units = text.length + 4 <= SHARED_UNITS ? sharedUnits : new Uint16Array(text.length + 4);
  Buffer.from(units.buffer).write(text, 'utf16le');
  units.fill(0, text.length, text.length + 4);
  return units;
}

/**
 * Appends the words of `text` to a scan, up to its size; the rest of a longer text is left out.
 * A word is a run of letters or digits of any script; in scripts without spaces each pair of characters is a word. "U.S." and "US" are one word, a possessive 's and a plural s are dropped,
 * commas inside numbers are dropped, decimals are a word of their own, characters that are not seen count for nothing.
 * @param seed the installation's hash seed: it moves hash values, never decisions.
 */
export function scanWords(text: string, scan: WordScan, seed: number, flag = 0): void {
  const units = unitsOf(text);
  const limit = scan.low.length;
  const size = text.length;
  let n = scan.count;
  let sentence = scan.sentences;
  let fresh = true; // at the start of a sentence
  let pending = false; // a sentence mark was seen; the next capital, digit or unspaced letter starts a sentence
  let i = 0;
  while (i < size && n < limit) {
    const code = units[i] ?? 0;
    let plain = plainOf[code] ?? 0;
    if (plain === PLAIN.end || plain === PLAIN.mark) {
      if (code === NEWLINE) {
        if (!fresh) sentence += 1;
        fresh = true;
        pending = false;
      } else if (SENTENCE_END[code] === 1) pending = true;
      i += 1;
      continue;
    }
    const start = i;
    let low = seed ^ 0x9e3779b9;
    let high = seed ^ 0x51ed270b;
    let flags = plain === PLAIN.digit ? FLAG.number : plain === PLAIN.capital ? FLAG.capital : 0;
    const first = plain;
    let letters = 0;
    let capitals = 0;
    let stemLow = low; // the word without its last letter
    let stemHigh = high;
    // Plain letters and digits in a row of their own: nearly all words are no more than that.
    while (plain !== PLAIN.end && plain < PLAIN.mark) {
      const unit = units[i] ?? 0;
      const folded = plain === PLAIN.capital ? unit | 32 : unit;
      stemLow = low;
      stemHigh = high;
      low = Math.imul(low ^ folded, 0x9e3779b1);
      high = Math.imul(high ^ folded, 0x01000193);
      if (plain === PLAIN.capital) capitals += 1;
      letters += 1;
      i += 1;
      plain = plainOf[units[i] ?? 0] ?? 0;
    }
    let end = i;
    if (plain === PLAIN.end || (plain === PLAIN.mark && i > start && !joins(units[i + 1] ?? 0))) {
      const last = (units[i - 1] ?? 0) | 32;
      const before = (units[i - 2] ?? 0) | 32;
      if (last === LETTER_S && letters > 3 && before !== LETTER_S && before !== LETTER_U && before !== LETTER_I) {
        low = stemLow;
        high = stemHigh;
      }
    } else {
      const next = scanOther(units, size, start, seed);
      if (next === 0) {
        i = start + word.width;
        continue;
      }
      ({ low, high, flags, letters, capitals, end } = word);
      i = next;
    }
    if (pending && !fresh && (first === PLAIN.capital || first === PLAIN.digit || (first === PLAIN.other && startsSentence(code)))) {
      sentence += 1;
      fresh = true;
    }
    pending = false;
    scan.low[n] = (low ^ (low >>> 15)) >>> 0;
    scan.high[n] = (high ^ (high >>> 13)) >>> 0;
    scan.start[n] = start;
    scan.end[n] = end;
    scan.length[n] = letters > 255 ? 255 : letters;
    scan.flags[n] = flag | flags | (fresh ? FLAG.sentenceStart : 0) | (capitals > 1 && capitals === letters ? FLAG.allCapital : 0);
    scan.sentence[n] = sentence;
    n += 1;
    fresh = false;
  }
  scan.count = n;
  scan.sentences = sentence + 1;
}

/** Whether a mark before this unit may stand inside a word. */
function joins(code: number): boolean {
  return kindOf[code] === KIND.letter || kindOf[code] === KIND.digit;
}

function startsSentence(code: number): boolean {
  return upperOf[code] === 1 || kindOf[code] !== KIND.letter || !hasCase(code);
}

/** The word that `scanOther` read last. */
const word = { low: 0, high: 0, flags: 0, letters: 0, capitals: 0, end: 0, width: 1 };

/** Reads one word that is more than plain letters or digits into `word`; answers where the scan goes on, 0 where there is no word but something to leave out (`word.width` units). */
function scanOther(units: Uint16Array, size: number, start: number, seed: number): number {
  let i = start;
  let code = units[i] ?? 0;
  let kind = kindOf[code] ?? 0;
  let width = 1;
  let folded = foldOf[code] ?? 0;
  if (kind === KIND.surrogate) [kind, folded, width] = astral(units, i);
  word.width = width;
  if (kind === KIND.separator || kind === KIND.ignored) return 0;
  let low = seed ^ 0x9e3779b9;
  let high = seed ^ 0x51ed270b;
  let end = i;
  let letters = 0;
  let capitals = 0;
  let last = 0;
  let lastButOne = 0;
  let stemLow = low;
  let stemHigh = high;
  const first = kind;
  word.flags = (first === KIND.digit ? FLAG.number : 0) | (upperOf[code] === 1 ? FLAG.capital : 0);
  let acronym = true;
  for (;;) {
    if (kind !== KIND.ignored) {
      stemLow = low;
      stemHigh = high;
      lastButOne = last;
      low = Math.imul(low ^ folded, 0x9e3779b1);
      high = Math.imul(high ^ folded, 0x01000193);
      letters += 1;
      capitals += upperOf[code] ?? 0;
      last = folded;
    }
    i += width;
    end = i;
    if (first === KIND.unspaced && letters === 2) {
      i -= width; // overlapping pairs
      break;
    }
    if (i >= size) break;
    code = units[i] ?? 0;
    kind = kindOf[code] ?? 0;
    width = 1;
    folded = foldOf[code] ?? 0;
    if (kind === KIND.surrogate) [kind, folded, width] = astral(units, i);
    if (kind === KIND.ignored) continue;
    if (kind === KIND.separator) {
      const next = units[i + 1] ?? 0;
      const nextKind = kindOf[next] ?? 0;
      if ((code === APOSTROPHE || code === QUOTE) && nextKind === KIND.letter && last > 64) {
        const after = kindOf[units[i + 2] ?? 0] ?? 0;
        if (foldOf[next] === LETTER_S && after !== KIND.letter && after !== KIND.digit) {
          i += 2;
          break;
        }
      } else if (code === STOP && acronym && nextKind === KIND.letter && kindOf[units[i + 2] ?? 0] !== KIND.letter) {
        // "U.S": letters with stops between are one word
      } else if (!(code === COMMA && nextKind === KIND.digit && last >= 48 && last <= 57)) break;
      i += 1;
      code = next;
      kind = nextKind;
      folded = foldOf[code] ?? 0;
      continue;
    }
    if ((first === KIND.unspaced) !== (kind === KIND.unspaced)) break;
    if (letters > 0 && units[i - 1] !== STOP) acronym = false;
  }
  const plural = last === LETTER_S && letters > 3 && lastButOne !== LETTER_S && lastButOne !== LETTER_U && lastButOne !== LETTER_I;
  word.low = plural ? stemLow : low;
  word.high = plural ? stemHigh : high;
  word.letters = letters;
  word.capitals = capitals;
  word.end = end;
  return i;
}

function astral(units: Uint16Array, at: number): [number, number, number] {
  const [high, low] = [units[at] ?? 0, units[at + 1] ?? 0];
  const point = ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
  if (high >= 0xdc00 || low < 0xdc00 || low > 0xdfff) return [KIND.separator, 0, 1];
  const packed = foldAstral(point);
  return [packed >>> 16, packed & 0xffff, 2];
}

function hasCase(code: number): boolean {
  return code < 0x0590 || (code >= 0x1c80 && code < 0x2000);
}
