import { startsUnitName, unitBySign, unitByWord } from '@copydesk/text';
import type { Unit } from '@copydesk/text';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import type { Words } from './candidate.ts';
import { singular } from './singular.ts';

/** A unit read after a number, with the token after it. */
export interface UnitReading {
  unit: Unit;
  tokenStart: number;
  tokenEnd: number;
}

/** Words that are units but more often something else; they count only in the company named. */
const doubtful: ReadonlyMap<string, RegExp> = new Map([
  ['in', /^(?:thick|wide|long|tall|deep|high|x|by|×|of|-)$/],
  ['second', /^(?!half|quarter|time|round|day|place)/],
  ['seconds', /^/],
  ['bar', /^(?:of|[,.;)]|$|pressure)/],
  ['bars', /^(?:of pressure)/],
  ['point', /^$/],
  ['gray', /^$/],
  ['mole', /^$/],
  ['stone', /^(?:[,.;)]|$|and|in|overweight|lighter|heavier)/],
  ['nit', /^$/],
  ['cup', /^(?:of|[,.;)])/],
  ['cups', /^(?:of|[,.;)])/],
]);

const letterUnits = /^[A-Za-z]$/;

/** The unit of measurement after a number: in words ("square miles", "km per hour") or as a symbol ("km", "°C", "m2", "A/cm2"). */
export function unitAfter(words: Words, at: number): UnitReading | undefined {
  const from = hyphenAt(words, at) && gluedAt(words, at + 1) ? at + 1 : at;
  return byWords(words, from) ?? degrees(words, at) ?? bySign(words, from, from > at) ?? feet(words, at);
}

function byWords(words: Words, from: number): UnitReading | undefined {
  if (!startsUnitName(lowerAt(words, from))) return undefined;
  for (let length = Math.min(6, words.lower.length - from); length > 0; length -= 1) {
    const phrase = words.lower
      .slice(from, from + length)
      .filter((word) => word !== '-')
      .join(' ');
    const unit = unitByWord(phrase);
    if (unit === undefined || unit.unitClass === 'money') continue;
    const company = doubtful.get(phrase);
    if (company !== undefined && !company.test(lowerAt(words, from + length))) return undefined;
    return { unit, tokenStart: from, tokenEnd: from + length };
  }
  return undefined;
}

/** Symbols of several tokens ("km / h", "lb - ft", "sq m") before single ones. */
function bySign(words: Words, from: number, hyphenated: boolean): UnitReading | undefined {
  for (let length = 4; length > 0; length -= 1) {
    const unit = unitBySign(joinSign(words, from, length));
    if (unit === undefined || textAt(words, from + length - 1) === '') continue;
    if (length === 1 && !isSign(words, from, hyphenated)) return undefined;
    return { unit, tokenStart: from, tokenEnd: from + length };
  }
  return undefined;
}

/** Tokens as they would be written: a space only where the text has one, and none around slashes and hyphens. */
function joinSign(words: Words, from: number, length: number): string {
  let joined = '';
  for (let at = from; at < from + length; at += 1) joined += (at > from && !gluedAt(words, at) ? ' ' : '') + textAt(words, at);
  return joined;
}

/** A single letter is a unit where it is written on the number, or stands alone before a mark or a word in lower case; "5 A" and "3 B" may be names. */
function isSign(words: Words, at: number, hyphenated: boolean): boolean {
  const text = textAt(words, at);
  if (text === '"' || text === '″' || text === '′') return gluedAt(words, at) && text !== '"';
  if (text === 'in' || text === 'In') return gluedAt(words, at);
  if (text === 'a' || text === 'A') return gluedAt(words, at) || (text === 'A' && textAt(words, at + 1) === '/');
  if (!letterUnits.test(text) || gluedAt(words, at)) return true;
  const next = textAt(words, at + 1);
  return !hyphenated && /^(?:[WVKFCNJghlLmst])$/.test(text) && (next === '' || /^[\p{Ll}.,;:)/]/u.test(next) || /^[A-Z]{2}/.test(next));
}

/** "30 degree homer", "−130°". */
function degrees(words: Words, at: number): UnitReading | undefined {
  if (textAt(words, at) !== '°' && textAt(words, at) !== 'º') return undefined;
  const scale = textAt(words, at + 1);
  const unit = /^(?:celsius|fahrenheit)$/i.test(scale)
    ? unitByWord(scale.toLowerCase())
    : gluedAt(words, at + 1) || /^[CF]$/.test(scale)
      ? unitBySign(`°${scale}`)
      : undefined;
  if (unit !== undefined) return { unit, tokenStart: at, tokenEnd: at + 2 };
  const plain = unitByWord('degree');
  return plain === undefined ? undefined : { unit: plain, tokenStart: at, tokenEnd: at + 1 };
}

/** The mark of feet in "5'10", which elsewhere is an apostrophe. */
function feet(words: Words, at: number): UnitReading | undefined {
  if (!/^['’]$/.test(textAt(words, at)) || !gluedAt(words, at) || !gluedAt(words, at + 1) || !/^\d{1,2}$/.test(textAt(words, at + 1)))
    return undefined;
  const unit = unitByWord('foot');
  return unit === undefined ? undefined : { unit, tokenStart: at, tokenEnd: at + 1 };
}

const perWords: ReadonlySet<string> = new Set(['per', 'a', 'an', 'each', 'every', '/']);
/** What "a" may mean "per" before: spans of time and measures; nouns need "per". */
const rateClasses: ReadonlySet<string> = new Set(['time', 'length', 'mass', 'volume', 'area', 'energy', 'data']);
const rateNouns: ReadonlySet<string> = new Set(
  'share night head person pop piece game day week month year ounce barrel tonne ton gallon litre liter hour minute unit pound square'.split(
    ' ',
  ),
);

/** The rate after a unit: "per barrel", "a month", "/kg", "an ounce"; `tokenEnd` is the token after it. */
export function perAfter(words: Words, at: number, isMoney: boolean): { symbol: string; name: string; tokenEnd: number } | undefined {
  const start = hyphenAt(words, at) ? at + 1 : at;
  const per = lowerAt(words, start);
  if (!perWords.has(per)) return undefined;
  const from = hyphenAt(words, start + 1) ? start + 2 : start + 1;
  const reading = unitAfter(words, from);
  const noun = lowerAt(words, from);
  if (per === '/' || per === 'per') {
    if (reading !== undefined) return { symbol: reading.unit.symbol, name: reading.unit.name, tokenEnd: reading.tokenEnd };
    if (!/^[a-z]{2,}$/.test(noun) || (per === '/' && !gluedAt(words, start))) return undefined;
    return { symbol: singular(noun), name: singular(noun), tokenEnd: from + 1 };
  }
  const timed = reading !== undefined && rateClasses.has(reading.unit.unitClass) && (isMoney || reading.unit.unitClass === 'time');
  if (!timed && !(isMoney && rateNouns.has(noun))) return undefined;
  if (per === 'each' && reading?.unit.unitClass !== 'time') return undefined;
  if (reading === undefined) return { symbol: noun, name: noun, tokenEnd: from + 1 };
  if (isModifierOfNoun(words, from, reading)) return undefined;
  return { symbol: reading.unit.symbol, name: reading.unit.name, tokenEnd: reading.tokenEnd };
}

/** "a year-long plan", "a month later": no rate. */
function isModifierOfNoun(words: Words, from: number, reading: UnitReading): boolean {
  const next = lowerAt(words, reading.tokenEnd);
  return (
    hyphenAt(words, reading.tokenEnd) ||
    next === 'ago' ||
    next === 'earlier' ||
    next === 'later' ||
    next === 'before' ||
    next === 'after' ||
    from > reading.tokenStart
  );
}
