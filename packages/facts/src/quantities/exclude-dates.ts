import { findNumbersIn } from '@copydesk/text';
import type { NumberMention } from '@copydesk/text';
import { isPlural } from './singular.ts';
import { halfDays, monthNames, weekdayNames, yearLeads } from './calendar-words.ts';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import type { Words } from './candidate.ts';

const fourDigits = /^\d{4}$/;
const clock = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/;
const zones = /^(?:GMT|UTC|EDT|EST|CDT|CST|MDT|MST|PDT|PST|BST|CET|CEST|EET|IST|JST|KST|AEST|AEDT|HKT|SGT|ET|PT)$/;
const signs = /^[$€£¥₹₽₩₪₺₴₦]/u;

/** True for a number that is a date, a year, a time of day or a part of one: never a quantity. */
export function isCalendarNumber(words: Words, number: NumberMention): boolean {
  return isDayOrYearOfDate(words, number) || isYear(words, number) || isClock(words, number);
}

function isMonth(words: Words, at: number): boolean {
  const name = lowerAt(words, at);
  return monthNames.has(name) && ((name !== 'may' && name !== 'march') || textAt(words, at) !== name);
}

/** "March 29", "29 March", "March 3-5", "3 and 4 May", "29th of March 2019", "October 2019". */
function isDayOrYearOfDate(words: Words, number: NumberMention): boolean {
  const { value, tokenStart: start, tokenEnd: end } = number;
  if (value === null || !Number.isInteger(value) || number.scale !== 1 || value < 0) return false;
  const year = isYearLike(value) && fourDigits.test(textAt(words, start));
  if (value > 31 && !year) return false;
  const left = leftOfList(words, start);
  if (isMonth(words, left) && !(year && signs.test(lowerAt(words, start - 1)))) return !isUnitNext(words, end) || !year;
  if (weekdayNames.has(lowerAt(words, start - 1)) && value <= 31 && isMonth(words, end)) return true;
  if (year) return lowerAt(words, start - 1) === 'of' && isMonth(words, start - 2);
  if (isForeignDate(words, end)) return true;
  const right = rightOfList(words, end);
  const after = lowerAt(words, right) === 'of' ? right + 1 : right;
  return isMonth(words, after) && textAt(words, after) !== 'may' && textAt(words, after) !== 'march';
}

/** "14 de septiembre de 2017", "14. September 2017": a day, at most three words or marks, and a year, in any language. */
function isForeignDate(words: Words, end: number): boolean {
  for (let at = end; at < end + 4; at += 1) {
    const text = textAt(words, at);
    if (at > end && /^(?:19|20)\d\d$/.test(text)) return true;
    if (!/^(?:\p{L}+\.?|\.)$/u.test(text) || /^(?:in|since|by|from|until|and|to|or|on|at)$/.test(text) || isPlural(text)) return false;
  }
  return false;
}

/** The token before a list of days: the month in "March 3, 4 and 5", "March 3-5", "March 3, 2019". */
function leftOfList(words: Words, start: number): number {
  let at = start - 1;
  for (let steps = 0; steps < 6 && at > 0; steps += 1) {
    const word = lowerAt(words, at);
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) || word === ',' || word === '-' || word === '–' || word === 'and' || word === 'to') at -= 1;
    else break;
  }
  return at;
}

function rightOfList(words: Words, end: number): number {
  let at = end;
  for (let steps = 0; steps < 6; steps += 1) {
    const word = lowerAt(words, at);
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) || word === '-' || word === '–' || word === 'and' || word === 'to' || word === 'or') at += 1;
    else break;
  }
  return at;
}

function isYearLike(value: number): boolean {
  return value >= 1000 && value <= 2199;
}

const peopleOrThings =
  /^(?:people|troops|soldiers|men|women|children|workers|employees|jobs|homes|houses|deaths|cases|students|dollars|euros|pounds|points|votes|seats|meters|metres|calories)$/;

function isUnitNext(words: Words, at: number): boolean {
  return peopleOrThings.test(lowerAt(words, at)) || lowerAt(words, at) === '%' || lowerAt(words, at) === 'percent';
}

/** A bare number of four digits between 1500 and 2100 is a year, unless money, a unit, a comparator or a counted person speaks against it; earlier ones need a preposition. */
function isYear(words: Words, number: NumberMention): boolean {
  const { value, tokenStart: start, tokenEnd: end } = number;
  const text = textAt(words, start);
  if (value === null || number.scale !== 1 || end !== start + 1) return isYearInWords(words, number);
  if (!fourDigits.test(text)) return isDecade(words, start);
  const before = lowerAt(words, start - 1);
  if (signs.test(before) || before === '#' || isUnitNext(words, end) || gluedUnit(words, end)) return false;
  if (yearRange(words, start, end)) return true;
  const led = yearLeads.has(before) || monthNames.has(before) || weekdayNames.has(before) || before === '(' || before === '';
  if (value >= 1900 && value <= 2049) return !amountLead.test(before);
  if (
    value >= 1600 &&
    value < 1900 &&
    /^(?:his|her|its|their|the|a|an)$/.test(before) &&
    /^\p{Ll}/u.test(textAt(words, end)) &&
    !followsNoun(words, end)
  )
    return true;
  return (
    isYearLike(value) &&
    led &&
    /^(?:in|since|until|till|by|during|before|after|early|late|mid|circa|year|season|between|from)$/.test(before) &&
    !followsNoun(words, end)
  );
}

const amountLead = /^(?:than|over|nearly|almost|exactly|least|most|some|roughly|approximately|about|estimated|total|around|only)$/;

/** "between 1600 and 1900", "1914-18", "1990–2000". */
function yearRange(words: Words, start: number, end: number): boolean {
  if (hyphenAt(words, end) && /^\d{2}(?:\d{2})?$/.test(textAt(words, end + 1))) return true;
  if (hyphenAt(words, start - 1) && fourDigits.test(textAt(words, start - 2))) return true;
  const left = lowerAt(words, start - 1) === 'and' || lowerAt(words, start - 1) === 'to' ? textAt(words, start - 2) : '';
  const right = lowerAt(words, end) === 'and' || lowerAt(words, end) === 'to' ? textAt(words, end + 1) : '';
  const year = /^(?:1[5-9]|20)\d\d$/;
  return year.test(textAt(words, start)) && (year.test(left) || year.test(right));
}

function followsNoun(words: Words, at: number): boolean {
  return /^[a-z]{3,}s$/.test(lowerAt(words, at)) && !/^(?:was|has|as|is)$/.test(lowerAt(words, at));
}

function gluedUnit(words: Words, at: number): boolean {
  return gluedAt(words, at) && /^[a-zA-Z%€£$°]/.test(textAt(words, at));
}

/** "the 90s", "the '20s" come as one token; "90" before "s" does not. */
function isDecade(words: Words, at: number): boolean {
  if (/^\d{2}$/.test(textAt(words, at)) && /^[-–/]$/.test(textAt(words, at - 1)) && /^(?:1[5-9]|20)\d\d$/.test(textAt(words, at - 2)))
    return true;
  return (
    /^\d{1,2}$/.test(textAt(words, at)) &&
    /^['’]$/.test(textAt(words, at - 1)) &&
    gluedAt(words, at) &&
    !/^(?:-|\d+)$/.test(textAt(words, at - 2))
  );
}

/** "nineteen eighty-four" comes as two numbers side by side. */
function isYearInWords(words: Words, number: NumberMention): boolean {
  if (number.form !== 'words' || number.value === null) return false;
  const next = findNumbersIn(words.tokens.slice(number.tokenEnd, number.tokenEnd + 3))[0];
  return (
    (number.value === 19 || number.value === 20) &&
    next?.tokenStart === 0 &&
    next.form === 'words' &&
    (next.value ?? 0) >= 10 &&
    (next.value ?? 0) < 100 &&
    next.kind === 'cardinal'
  );
}

/** "10:27", "5 p.m.", "10.45pm", "7 o'clock"; a clock face has no unit after it. */
function isClock(words: Words, number: NumberMention): boolean {
  const { tokenStart: start, tokenEnd: end } = number;
  const next = lowerAt(words, end);
  if (halfDays.has(next) || next === "o'clock" || next === 'o’clock') return true;
  if (number.form === 'digits' && hyphenAt(words, end) && halfDays.has(lowerAt(words, end + 2)) && /^\d/.test(textAt(words, end + 1)))
    return true;
  const text = textAt(words, start);
  if (zones.test(textAt(words, end)) && /^(?:\d{4}|\d{1,2}[:.]\d{2})$/.test(text)) return true;
  return clock.test(text) && text.includes(':');
}
