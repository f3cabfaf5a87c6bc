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

/**
 * Appends the words of `text` to a scan, up to its size; the rest of a longer text is left out.
 * A word is a run of letters or digits of any script; in scripts without spaces each pair of characters is a word. "U.S." and "US" are one word, a possessive 's and a plural s are dropped,
 * commas inside numbers are dropped, decimals are a word of their own, characters that are not seen count for nothing.
 * @param seed the installation's hash seed: it moves hash values, never decisions.
 */
export function scanWords(text: string, scan: WordScan, seed: number, flag = 0): void {
  const limit = scan.low.length;
  const size = text.length;
  let n = scan.count;
  let sentence = scan.sentences;
  let fresh = true; // at the start of a sentence
  let pending = false; // a sentence mark was seen; the next capital, digit or unspaced letter starts a sentence
  let i = 0;
  while (i < size && n < limit) {
    let code = text.charCodeAt(i);
    let kind = kindOf[code] ?? 0;
    let width = 1;
    let folded = foldOf[code] ?? 0;
    if (kind === KIND.surrogate) [kind, folded, width] = astral(text, i);
    if (kind === KIND.separator || kind === KIND.ignored) {
      if (code === NEWLINE) {
        if (!fresh) sentence += 1;
        fresh = true;
        pending = false;
      } else if (SENTENCE_END[code] === 1) pending = true;
      i += width;
      continue;
    }
    if (pending && !fresh && (upperOf[code] === 1 || kind !== KIND.letter || !hasCase(code))) {
      sentence += 1;
      fresh = true;
    }
    pending = false;
    // One word from here.
    let low = seed ^ 0x9e3779b9;
    let high = seed ^ 0x51ed270b;
    const start = i;
    let end = i;
    let letters = 0;
    let capitals = 0;
    let last = 0;
    let lastButOne = 0;
    let stemLow = low; // the word without its last letter
    let stemHigh = high;
    const first = kind;
    const capital = upperOf[code] === 1;
    let acronym = true;
    for (;;) {
      if (kind !== KIND.ignored) {
        stemLow = low;
        stemHigh = high;
        lastButOne = last;
        low = Math.imul(low ^ folded, 0x9e3779b1);
        low ^= low >>> 15;
        high = Math.imul(high ^ folded, 0x85ebca77) + 0x632be5ab;
        high ^= high >>> 13;
        letters += 1;
        capitals += upperOf[code] ?? 0;
        last = folded;
      }
      i += width;
      // Most letters are plain small ones: they are taken in a row of their own.
      for (let plain = text.charCodeAt(i); plain >= LETTER_A && plain <= LETTER_Z && first !== KIND.unspaced; plain = text.charCodeAt(i)) {
        if (letters > 0 && acronym && text.charCodeAt(i - 1) !== STOP) acronym = false;
        stemLow = low;
        stemHigh = high;
        lastButOne = last;
        low = Math.imul(low ^ plain, 0x9e3779b1);
        low ^= low >>> 15;
        high = Math.imul(high ^ plain, 0x85ebca77) + 0x632be5ab;
        high ^= high >>> 13;
        letters += 1;
        last = plain;
        i += 1;
      }
      end = i;
      if (first === KIND.unspaced && letters === 2) {
        i -= width; // overlapping pairs
        break;
      }
      if (i >= size) break;
      code = text.charCodeAt(i);
      kind = kindOf[code] ?? 0;
      width = 1;
      folded = foldOf[code] ?? 0;
      if (kind === KIND.surrogate) [kind, folded, width] = astral(text, i);
      if (kind === KIND.ignored) continue;
      if (kind === KIND.separator) {
        const next = i + 1 < size ? text.charCodeAt(i + 1) : 0;
        const nextKind = kindOf[next] ?? 0;
        if ((code === APOSTROPHE || code === QUOTE) && nextKind === KIND.letter && last > 64) {
          const after = i + 2 < size ? (kindOf[text.charCodeAt(i + 2)] ?? 0) : 0;
          if (foldOf[next] === LETTER_S && after !== KIND.letter && after !== KIND.digit) {
            i += 2;
            break;
          }
        } else if (
          code === STOP &&
          acronym &&
          nextKind === KIND.letter &&
          (i + 2 >= size || kindOf[text.charCodeAt(i + 2)] !== KIND.letter)
        ) {
          // "U.S": letters with stops between are one word
        } else if (!(code === COMMA && nextKind === KIND.digit && last >= 48 && last <= 57)) break;
        i += 1;
        code = next;
        kind = nextKind;
        folded = foldOf[code] ?? 0;
        continue;
      }
      if ((first === KIND.unspaced) !== (kind === KIND.unspaced)) break;
      if (letters > 0 && text.charCodeAt(i - 1) !== STOP) acronym = false;
    }
    if (last === LETTER_S && letters > 3 && lastButOne !== LETTER_S && lastButOne !== LETTER_U && lastButOne !== LETTER_I) {
      low = stemLow;
      high = stemHigh;
    }
    scan.low[n] = low >>> 0;
    scan.high[n] = high >>> 0;
    scan.start[n] = start;
    scan.end[n] = end;
    scan.length[n] = letters > 255 ? 255 : letters;
    scan.flags[n] =
      flag |
      (first === KIND.digit ? FLAG.number : 0) |
      (capital ? FLAG.capital : 0) |
      (fresh ? FLAG.sentenceStart : 0) |
      (capitals > 1 && capitals === letters ? FLAG.allCapital : 0);
    scan.sentence[n] = sentence;
    n += 1;
    fresh = false;
  }
  scan.count = n;
  scan.sentences = sentence + 1;
}

function astral(text: string, at: number): [number, number, number] {
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x10000) return [KIND.separator, 0, 1];
  const packed = foldAstral(point);
  return [packed >>> 16, packed & 0xffff, 2];
}

function hasCase(code: number): boolean {
  return code < 0x0590 || (code >= 0x1c80 && code < 0x2000);
}
