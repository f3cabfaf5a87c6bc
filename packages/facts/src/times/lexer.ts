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
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at += 1;
      continue;
    }
    const token = isDigit(code) ? numberAt(text, at, spaced) : isLetter(code) ? wordAt(text, at, spaced) : markAt(text, at, spaced);
    tokens.push(token);
    spaced = false;
    at = token.end;
  }
  return tokens;
}

function numberAt(text: string, start: number, spaced: boolean): TimeToken {
  const last = numberEnd(text, start);
  const digits = text.slice(start, last);
  const value = Number(digits.includes(',') ? digits.replaceAll(',', '') : digits);
  const next = text.charCodeAt(last);
  const ordinal =
    isLetter(next) &&
    ordinalSuffixes.has(text.slice(last, last + 2).toLowerCase()) &&
    !isLetter(text.charCodeAt(last + 2)) &&
    !isDigit(text.charCodeAt(last + 2));
  const plural = !ordinal && next === 115 && !isLetter(text.charCodeAt(last + 1));
  const end = ordinal ? last + 2 : plural ? last + 1 : last;
  const written = end === last ? digits : text.slice(start, end);
  return { start, end, kind: 'number', text: written, lower: digits, value, ordinal, plural, spaced, capital: false };
}

function wordAt(text: string, start: number, spaced: boolean): TimeToken {
  const end = wordEnd(text, start);
  const written = text.slice(start, end);
  let lower = written.toLowerCase();
  const first = text.charCodeAt(start);
  const capital = (first >= 65 && first <= 90) || (first >= 0xc0 && text.charAt(start) !== text.charAt(start).toLowerCase());
  if (lower.includes('.')) lower = lower.replaceAll('.', '');
  if (lower.includes('’')) lower = lower.replaceAll('’', "'");
  return { start, end, kind: 'word', text: written, lower, value: Number.NaN, ordinal: false, plural: false, spaced, capital };
}

/** One mark, or the "'s" of an owner. */
function markAt(text: string, start: number, spaced: boolean): TimeToken {
  const quote = isApostrophe(text.charCodeAt(start));
  const owner = quote && !spaced && text.charAt(start + 1) === 's' && !isLetter(text.charCodeAt(start + 2));
  const end = owner ? start + 2 : start + 1;
  const written = text.slice(start, end);
  const lower = owner ? "'s" : quote ? "'" : written;
  return { start, end, kind: 'mark', text: written, lower, value: Number.NaN, ordinal: false, plural: false, spaced, capital: false };
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
