import type { NumberMention } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { hyphenAt, lowerAt, textAt } from './candidate.ts';
import { readAge, withAge } from './ages.ts';
import { readCount } from './counts.ts';
import { isCalendarNumber } from './exclude-dates.ts';
import { isLabel, isPictureSize } from './exclude-labels.ts';
import { base, isScaleLetter, withSuffix } from './scale-letters.ts';
import { currencyAfter, currencyBefore, dollarCountry } from './money.ts';
import { perAfter, unitAfter } from './units-after.ts';

/** Turns a number into a candidate with its unit or counted thing; undefined for what is no quantity (a date, an ordinal, a label). */
export function readCandidate(words: Words, number: NumberMention): Candidate | undefined {
  if (number.kind === 'ordinal') return undefined;
  const money = readMoney(words, number);
  if (isPictureSize(words, number) && money?.tokenStart === number.tokenStart) return undefined;
  if (money !== undefined) return money;
  if (isPictureSize(words, number)) return undefined;
  if (isCalendarNumber(words, number)) return undefined;
  const measured = readMeasure(words, number) ?? readAge(words, number) ?? readMagnitude(words, number);
  const count = measured === undefined ? readCount(words, number) : undefined;
  if (isLabel(words, number, measured !== undefined, count?.counted !== undefined)) return undefined;
  return measured ?? count;
}

function readMoney(words: Words, number: NumberMention): Candidate | undefined {
  const before = currencyBefore(words, number.tokenStart);
  const plain = base(number);
  if (before !== undefined) {
    const scaled = withSuffix(plain);
    const again = dollarCountry(words, scaled.tokenEnd, before.unit);
    const named = again === undefined ? currencyAfter(words, scaled.tokenEnd, scaled.value ?? 0, scaled.scale) : undefined;
    const unit = again?.unit ?? before.unit;
    return withRate(words, {
      ...scaled,
      tokenStart: before.tokenStart,
      tokenEnd: named?.tokenEnd ?? again?.tokenEnd ?? scaled.tokenEnd,
      unit,
    });
  }
  for (const candidate of number.suffix === undefined ? [plain] : [withSuffix(plain), plain]) {
    const from = lowerAt(words, candidate.tokenEnd) === 'of' && number.kind === 'vague' ? candidate.tokenEnd + 1 : candidate.tokenEnd;
    const after = currencyAfter(words, from, candidate.value ?? candidate.min ?? 0, candidate.scale);
    if (after !== undefined)
      return withRate(words, { ...candidate, tokenEnd: after.tokenEnd, unit: after.unit, unitTokens: { from, to: after.tokenEnd } });
  }
  return undefined;
}

/** Where the unit may start: "thousands of miles", "a quarter of a mile", "half an hour". */
function unitStart(words: Words, number: NumberMention): number {
  const { tokenEnd: end, kind } = number;
  const next = lowerAt(words, end);
  if (kind === 'vague') return next === 'of' ? end + 1 : end;
  if (kind !== 'fraction') return end;
  const article = next === 'of' ? end + 1 : end;
  if (lowerAt(words, article) !== 'a' && lowerAt(words, article) !== 'an') return end;
  return lowerAt(words, article + 1) === 'us' || lowerAt(words, article + 1) === 'u.s.' ? article + 2 : article + 1;
}

function withRate(words: Words, candidate: Candidate): Candidate {
  const per = perAfter(words, candidate.tokenEnd, candidate.unit?.unitClass === 'money');
  return per === undefined ? candidate : { ...candidate, per: { symbol: per.symbol, name: per.name }, tokenEnd: per.tokenEnd };
}

function readMeasure(words: Words, number: NumberMention): Candidate | undefined {
  const candidate = base(number);
  const from = unitStart(words, number);
  if (number.suffix !== undefined && isScaleLetter(words, number)) {
    const scaled = withSuffix(candidate);
    const unit = unitAfter(words, scaled.tokenEnd);
    return unit === undefined
      ? undefined
      : withRate(words, { ...scaled, tokenEnd: unit.tokenEnd, unit: unit.unit, unitTokens: { from: unit.tokenStart, to: unit.tokenEnd } });
  }
  const reading = unitAfter(words, from);
  if (reading === undefined) return undefined;
  const measured = {
    ...candidate,
    tokenEnd: reading.tokenEnd,
    unit: reading.unit,
    unitTokens: { from: reading.tokenStart, to: reading.tokenEnd },
  };
  return reading.unit.unitClass === 'time' ? (withAge(words, measured) ?? withRate(words, measured)) : withRate(words, measured);
}

/** "magnitude 7.8", "a 7.8-magnitude quake", "7.8 magnitude". */
function readMagnitude(words: Words, number: NumberMention): Candidate | undefined {
  const { tokenStart: start, tokenEnd: end, value } = number;
  if (value === null || value < 0 || value > 10) return undefined;
  const unit = { symbol: 'magnitude', name: 'magnitude', unitClass: 'magnitude' } as const;
  const after = hyphenAt(words, end) ? end + 1 : end;
  if (lowerAt(words, after) === 'magnitude') return { ...base(number), unit, tokenEnd: after + 1 };
  const before = textAt(words, start - 1) === '-' || lowerAt(words, start - 1) === 'of' ? start - 2 : start - 1;
  return lowerAt(words, before) === 'magnitude' ? { ...base(number), unit } : undefined;
}
