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
}

const SENTENCE_END = new Uint8Array(65536);
for (const mark of '.!?…。！？｡।۔؟።') SENTENCE_END[mark.charCodeAt(0)] = 1;
const NEWLINE = 10;
const STOP = 46;
const COMMA = 44;
const APOSTROPHE = 39;
const QUOTE = 0x2019;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
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
  };
}

/** Every unit for the fast path: plain letters and digits as what they fold to (all above PLAIN.other), what ends a word at once, marks that may stand inside a word, and all else. */
const PLAIN = { end: 0, mark: 1, other: 2 } as const;
const plainOf = new Uint8Array(65536).fill(PLAIN.other);
for (let code = 0; code < 65536; code += 1) if (kindOf[code] === KIND.separator) plainOf[code] = PLAIN.end;
for (let code = LETTER_A; code <= LETTER_Z; code += 1) {
  plainOf[code] = code;
  plainOf[code - 32] = code;
}
for (let code = DIGIT_0; code <= DIGIT_9; code += 1) plainOf[code] = code;
for (const mark of [STOP, COMMA, APOSTROPHE, QUOTE]) plainOf[mark] = PLAIN.mark;

// Each letter is mixed into both hashes by one multiplication; the inverse takes the last one out again.
const LOW_FACTOR = 0x9e3779b1;
const HIGH_FACTOR = 0x01000193;
const LOW_INVERSE = inverse(LOW_FACTOR);
const HIGH_INVERSE = inverse(HIGH_FACTOR);

/** Of an odd number, modulo 2^32: each step of Newton's method doubles the bits that are right. */
function inverse(odd: number): number {
  let x = odd;
  for (let step = 0; step < 5; step += 1) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
}

// Texts are read from UTF-16 units in an array: several times as fast as asking the string for each. Longer texts get an array of their own.
const SHARED_UNITS = 1 << 16;
const sharedUnits = new Uint16Array(SHARED_UNITS);
const sharedBytes = Buffer.from(sharedUnits.buffer);

/** The text's UTF-16 units, with some zeros behind them. Valid until the next call. */
function unitsOf(text: string): Uint16Array {
  const size = text.length;
  if (size + 4 > SHARED_UNITS) {
    const units = new Uint16Array(size + 4);
    Buffer.from(units.buffer).write(text, 'utf16le');
    return units;
  }
  sharedBytes.write(text, 'utf16le');
  for (let i = size; i < size + 4; i += 1) sharedUnits[i] = 0;
  return sharedUnits;
}

/**
 * Appends the words of `text` to a scan, up to its size; the rest of a longer text is left out.
 * A word is a run of letters or digits of any script; in scripts without spaces each pair of characters is a word. "U.S." and "US" are one word, a possessive 's and a plural s are dropped,
 * commas inside numbers are dropped, decimals are a word of their own, characters that are not seen count for nothing.
 * @param seed the installation's hash seed: it moves hash values, never decisions.
 */
export function scanWords(text: string, scan: WordScan, seed: number, flag = 0): void {
  const units = unitsOf(text);
  const { low: lows, high: highs, start: starts, end: ends, flags: marks, sentence: sentences } = scan;
  const limit = lows.length;
  const size = text.length;
  const lowSeed = seed ^ 0x9e3779b9;
  const highSeed = seed ^ 0x51ed270b;
  let n = scan.count;
  let sentence = scan.sentences;
  let fresh = true; // at the start of a sentence
  let pending = false; // a sentence mark was seen; the next capital, digit or unspaced letter starts a sentence
  let i = 0;
  while (i < size && n < limit) {
    const code = units[i] ?? 0;
    let plain = plainOf[code] ?? 0;
    if (plain <= PLAIN.mark) {
      if (code === NEWLINE) {
        if (!fresh) sentence += 1;
        fresh = true;
        pending = false;
      } else if (SENTENCE_END[code] === 1) pending = true;
      i += 1;
      continue;
    }
    const start = i;
    const capital = plain !== code && plain > PLAIN.other;
    const digit = plain <= DIGIT_9 && plain > PLAIN.other;
    let low = lowSeed;
    let high = highSeed;
    let unit = code;
    let raised = 0; // capitals of the word
    // Plain letters and digits in a row of their own: nearly all words are no more than that.
    while (plain > PLAIN.other) {
      low = Math.imul(low ^ plain, LOW_FACTOR);
      high = Math.imul(high ^ plain, HIGH_FACTOR);
      raised += unit ^ plain; // 32 or nothing
      i += 1;
      unit = units[i] ?? 0;
      plain = plainOf[unit] ?? 0;
    }
    let flags = digit ? FLAG.number : capital ? FLAG.capital : 0;
    let letters = i - start;
    let capitals = raised >>> 5;
    let end = i;
    if (plain === PLAIN.end || (plain === PLAIN.mark && i > start && !joins(units[i + 1] ?? 0))) {
      const last = (units[i - 1] ?? 0) | 32;
      if (last === LETTER_S && letters > 3) {
        const before = (units[i - 2] ?? 0) | 32;
        if (before !== LETTER_S && before !== LETTER_U && before !== LETTER_I) {
          low = Math.imul(low, LOW_INVERSE) ^ LETTER_S;
          high = Math.imul(high, HIGH_INVERSE) ^ LETTER_S;
        }
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
    if (pending && !fresh && (capital || digit || startsOther(code))) {
      sentence += 1;
      fresh = true;
    }
    pending = false;
    lows[n] = low ^ (low >>> 15);
    highs[n] = high ^ (high >>> 13);
    starts[n] = start;
    ends[n] = end;
    marks[n] = flag | flags | (fresh ? FLAG.sentenceStart : 0) | (capitals > 1 && capitals === letters ? FLAG.allCapital : 0);
    sentences[n] = sentence;
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

/** A unit beyond plain letters that starts a sentence after a sentence mark. */
function startsOther(code: number): boolean {
  return plainOf[code] === PLAIN.other && (upperOf[code] === 1 || kindOf[code] !== KIND.letter || !hasCase(code));
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
      low = Math.imul(low ^ folded, LOW_FACTOR);
      high = Math.imul(high ^ folded, HIGH_FACTOR);
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
