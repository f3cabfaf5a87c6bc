import { unitOf } from '@copydesk/text';
import type { NumberMention } from '@copydesk/text';
import type { Candidate, Words } from './candidate.ts';
import { gluedAt, hyphenAt, lowerAt, textAt } from './candidate.ts';
import { countedAfter } from './counted.ts';
import { exactValue } from './exact-value.ts';
import { isCalendarNumber } from './exclude-dates.ts';
import { isLabel } from './exclude-labels.ts';
import { currencyAfter, currencyBefore, dollarCountry } from './money.ts';
import { isPlural } from './singular.ts';
import { perAfter, unitAfter } from './units-after.ts';

/** Turns a number into a candidate with its unit or counted thing; undefined for what is no quantity (a date, an ordinal, a label). */
export function readCandidate(words: Words, number: NumberMention): Candidate | undefined {
  if (number.kind === 'ordinal') return undefined;
  const money = readMoney(words, number);
  if (money !== undefined) return money;
  if (isCalendarNumber(words, number)) return undefined;
  const measured = readMeasure(words, number) ?? readAge(words, number) ?? readMagnitude(words, number);
  if (isLabel(words, number, measured !== undefined)) return undefined;
  return measured ?? readCount(words, number);
}

function base(number: NumberMention): Candidate {
  return {
    number,
    value: number.value,
    min: number.min,
    max: number.max,
    scale: number.scale,
    tokenStart: number.tokenStart,
    tokenEnd: number.tokenEnd,
  };
}

/** Applies the letter written on the number as a scale: the m of "$5m". */
function withSuffix(candidate: Candidate): Candidate {
  const { suffix } = candidate.number;
  if (suffix === undefined || candidate.value === null) return candidate;
  return { ...candidate, value: exactValue(candidate.value * suffix.factor), scale: suffix.factor, tokenEnd: candidate.tokenEnd + 1 };
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

function withRate(words: Words, candidate: Candidate): Candidate {
  const per = perAfter(words, candidate.tokenEnd, candidate.unit?.unitClass === 'money');
  return per === undefined ? candidate : { ...candidate, per: { symbol: per.symbol, name: per.name }, tokenEnd: per.tokenEnd };
}

function readMeasure(words: Words, number: NumberMention): Candidate | undefined {
  const candidate = base(number);
  const from = lowerAt(words, candidate.tokenEnd) === 'of' && number.kind === 'vague' ? candidate.tokenEnd + 1 : candidate.tokenEnd;
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

const people =
  /^(?:people|users|customers|viewers|subscribers|followers|visitors|residents|workers|employees|passengers|voters|americans|homes|jobs|vehicles|cars|units|copies|downloads|views|shares|tourists|children|adults|households)$/;

/** "5m people", "4.3M sales", "5m tonnes": the letter is a scale; "37m long", "100m runners": it is a unit. */
function isScaleLetter(words: Words, number: NumberMention): boolean {
  const letter = number.suffix?.text ?? '';
  const next = number.tokenEnd + 1;
  if (!gluedAt(words, number.tokenEnd)) return false;
  if (letter === 'm')
    return (
      people.test(lowerAt(words, next)) ||
      (unitAfter(words, next) !== undefined && !gluedAt(words, next) && lowerAt(words, next) !== 'in' && isPlural(lowerAt(words, next)))
    );
  if (letter === 't') return false;
  return /^\p{Ll}/u.test(textAt(words, next)) && unitAfter(words, number.tokenEnd)?.unit.symbol !== 'T';
}

const ageUnits = /^(?:year|month|week|day)$/;

/** "25-year-old", "50 year-old man", "25 years old", "six months of age". */
function withAge(words: Words, measured: Candidate): Candidate | undefined {
  const name = measured.unit?.name ?? '';
  if (!ageUnits.test(name)) return undefined;
  const at = hyphenAt(words, measured.tokenEnd) ? measured.tokenEnd + 1 : measured.tokenEnd;
  const old = lowerAt(words, at) === 'old' || lowerAt(words, at) === 'olds';
  const ofAge = lowerAt(words, at) === 'of' && lowerAt(words, at + 1) === 'age';
  if (!old && !ofAge) return undefined;
  return { ...measured, tokenEnd: old ? at + 1 : at + 2, unit: ageOf(name) };
}

function ageOf(name: string): NonNullable<Candidate['unit']> {
  return {
    ...(unitOf(name === 'year' ? 'yr' : name === 'month' ? 'mo' : name === 'week' ? 'wk' : 'd') ?? { symbol: name }),
    name: `${name} of age`,
    unitClass: 'age',
    symbol: name === 'year' ? 'yr' : name,
  } as NonNullable<Candidate['unit']>;
}

const ageLeads = /^(?:aged|age)$/;

/** "Maria Lopez, 25, said", "aged 6", "over the age of 21". */
function readAge(words: Words, number: NumberMention): Candidate | undefined {
  const { tokenStart: start, tokenEnd: end, value } = number;
  if (value === null || !Number.isInteger(value) || value < 0 || value > 120 || number.kind !== 'cardinal' || number.scale !== 1)
    return undefined;
  const led = ageLeads.test(lowerAt(words, start - 1)) || (lowerAt(words, start - 1) === 'of' && lowerAt(words, start - 2) === 'age');
  const apposed =
    number.form === 'digits' &&
    textAt(words, start - 1) === ',' &&
    /^[,.)]$/.test(textAt(words, end)) &&
    /^\p{Lu}\p{L}/u.test(textAt(words, start - 2)) &&
    /^\p{Lu}/u.test(textAt(words, start - 3)) &&
    value >= 3;
  const bracketed =
    textAt(words, start - 1) === '(' &&
    textAt(words, end) === ')' &&
    /^\p{Lu}\p{Ll}/u.test(textAt(words, start - 2)) &&
    /^\p{Lu}\p{Ll}/u.test(textAt(words, start - 3)) &&
    value >= 16;
  return led || apposed || bracketed ? { ...base(number), unit: ageOf('year') } : undefined;
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

const notOne = /^(?:another|day|of|and|or|who|that|thing|time|way|,|\.)?$/;
const pronounLead =
  /^(?:each|no|any|every|this|that|the|which|some|another|only|not|such|a|good|bad|new|old|big|last|next|first|whole|own)$/;

function readCount(words: Words, number: NumberMention): Candidate | undefined {
  const scaleLetter = number.suffix !== undefined && isScaleLetter(words, number);
  const candidate = scaleLetter ? withSuffix(base(number)) : base(number);
  const one = candidate.value === 1 && number.form === 'words';
  if (one && !isCountingOne(words, number)) return undefined;
  const counted = countedAfter(words, candidate.tokenEnd, candidate.value === 1 || number.kind === 'fraction');
  if (one && counted === undefined) return undefined;
  return counted === undefined ? candidate : withRate(words, { ...candidate, counted, tokenEnd: counted.tokenEnd });
}

/** "one" counts before a noun or "of the"; elsewhere it is a pronoun. */
function isCountingOne(words: Words, number: NumberMention): boolean {
  const next = lowerAt(words, number.tokenEnd);
  if (pronounLead.test(lowerAt(words, number.tokenStart - 1))) return false;
  if (next === 'of') return /^(?:the|its|his|her|their|our|my|your|those|these|many|several)$/.test(lowerAt(words, number.tokenEnd + 1));
  return !notOne.test(next);
}
