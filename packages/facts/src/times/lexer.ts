/** A stretch of a text in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A word, a number or one punctuation mark; what the time patterns read. */
export interface TimeToken extends Span {
  kind: 'word' | 'number' | 'mark';
  text: string;
  /** Lower case, straight apostrophes, without the dots of "p.m."; for numbers the digits as written. */
  lower: string;
  /** Value of a number token, else NaN. */
  value: number;
  /** "1st", "22nd". */
  ordinal: boolean;
  /** "1990s". */
  plural: boolean;
  /** White space or the start of the text stands before it. */
  spaced: boolean;
  capital: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;
const ordinalSuffixes = new Set(['st', 'nd', 'rd', 'th']);

/** Cuts a text into tokens in one pass; linear in its length. "p.m." is one word, "7.06am" a number and a word, "mid-2007" three tokens. */
export function lexTimes(text: string): TimeToken[] {
  const tokens: TimeToken[] = [];
  let spaced = true;
  let at = 0;
  const push = (
    kind: TimeToken['kind'],
    end: number,
    written: string,
    lower: string,
    value: number,
    ordinal: boolean,
    plural: boolean,
  ): void => {
    const first = text.charCodeAt(at);
    const capital = (first >= 65 && first <= 90) || (first >= 0xc0 && isLetter(first) && text.charAt(at) !== text.charAt(at).toLowerCase());
    tokens.push({ start: at, end, kind, text: written, lower, value, ordinal, plural, spaced, capital });
    spaced = false;
    at = end;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at += 1;
    } else if (isDigit(code)) {
      const end = numberEnd(text, at);
      const digits = text.slice(at, end);
      const value = Number(digits.includes(',') ? digits.replaceAll(',', '') : digits);
      const next = text.charCodeAt(end);
      const ordinal =
        isLetter(next) &&
        ordinalSuffixes.has(text.slice(end, end + 2).toLowerCase()) &&
        !isLetter(text.charCodeAt(end + 2)) &&
        !isDigit(text.charCodeAt(end + 2));
      const plural = !ordinal && next === 115 && !isLetter(text.charCodeAt(end + 1));
      const stop = ordinal ? end + 2 : plural ? end + 1 : end;
      push('number', stop, stop === end ? digits : text.slice(at, stop), digits, value, ordinal, plural);
    } else if (isLetter(code)) {
      const end = wordEnd(text, at);
      const written = text.slice(at, end);
      let lower = written.toLowerCase();
      if (lower.includes('.')) lower = lower.replaceAll('.', '');
      if (lower.includes('’')) lower = lower.replaceAll('’', "'");
      push('word', end, written, lower, Number.NaN, false, false);
    } else if (isApostrophe(code) && text.charAt(at + 1) === 's' && !isLetter(text.charCodeAt(at + 2)) && !spaced) {
      push('mark', at + 2, text.slice(at, at + 2), "'s", Number.NaN, false, false);
    } else {
      const mark = text.charAt(at);
      push('mark', at + 1, mark, isApostrophe(code) ? "'" : mark, Number.NaN, false, false);
    }
  }
  return tokens;
}

/** Digits, with "," before exactly three digits and "." before a digit taken in. */
function numberEnd(text: string, start: number): number {
  let end = start;
  let grouped = false;
  for (;;) {
    while (isDigit(text.charCodeAt(end))) end += 1;
    const next = text.charAt(end);
    if (
      next === ',' &&
      end - start <= 3 + (grouped ? end : 0) &&
      isDigit(text.charCodeAt(end + 1)) &&
      isDigit(text.charCodeAt(end + 2)) &&
      isDigit(text.charCodeAt(end + 3)) &&
      !isDigit(text.charCodeAt(end + 4))
    ) {
      grouped = true;
      end += 4;
    } else if (next === '.' && isDigit(text.charCodeAt(end + 1)) && text.slice(start, end).indexOf('.') < 0) {
      end += 1;
    } else return end;
  }
}

/** Letters, one inner apostrophe other than the possessive, and the dots of single-letter abbreviations ("p.m.", "B.C."). */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end += 1;
  if (end === start + 1) {
    while (text.charAt(end) === '.' && isLetter(text.charCodeAt(end + 1)) && !isLetter(text.charCodeAt(end + 2))) end += 2;
    if (end > start + 1) return text.charAt(end) === '.' ? end + 1 : end;
  }
  if (
    isApostrophe(text.charCodeAt(end)) &&
    isLetter(text.charCodeAt(end + 1)) &&
    !(text.charAt(end + 1) === 's' && !isLetter(text.charCodeAt(end + 2)))
  ) {
    end += 1;
    while (isLetter(text.charCodeAt(end))) end += 1;
  }
  return end;
}
