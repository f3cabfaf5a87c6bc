import { comparatorAfter, comparatorBefore, findNumbersIn, tokenize } from '@copydesk/text';
import type { ComparatorMention, Span, Token } from '@copydesk/text';
import { lowerAt } from './candidate.ts';
import type { Candidate, Words } from './candidate.ts';
import { boundByChange } from './bound-by-change.ts';
import { changeAt, changeOfPair } from './change.ts';
import type { ChangeReading } from './change.ts';
import { completeChanges, shareWithConversions } from './conversions.ts';
import { inheritUnits } from './inherit.ts';
import { joinPairs } from './pairs.ts';
import { measuredThing } from './measured.ts';
import type { QuantityMention } from './quantity-mention.ts';
import { readCandidate } from './read-candidate.ts';
import { spanOf } from './spans.ts';
import { wordQuantities } from './word-mentions.ts';

/** Longest sentence read; what is longer gives no quantities (sentences are cut well below this). */
const longest = 20_000;
/** How the numbers of a language are written. */
export interface QuantityOptions {
  /** True where "1.200,5" is twelve hundred and a half, as in most of Europe; false (the default) for English. */
  decimalComma?: boolean;
  /** The tokens of the sentence, where they are at hand: as `tokenize` cuts them, with offsets from the start of the sentence. */
  tokens?: readonly Token[];
}

/** A sentence with more numbers is a table or a list of results, whose numbers no words explain; it gives none. */
const mostNumbers = 60;

/**
 * The quantities of a sentence, left to right, after the model of CQE (Almasian et al. 2023): value or range, comparator, change, unit, counted thing. Reads the surface only.
 * Dates, years, clock times, ordinals and identifiers are none. Offsets count from the start of `sentence`.
 */
export function findQuantities(sentence: string, { decimalComma = false, tokens: given }: QuantityOptions = {}): QuantityMention[] {
  if (sentence.length > longest) return [];
  const cut = given ?? tokenize(sentence);
  const tokens = decimalComma ? cut.map(withDecimalPoint) : cut;
  const words: Words = { text: sentence, tokens, lower: tokens.map((token) => token.text.toLowerCase()) };
  const numbers = findNumbersIn(tokens);
  if (numbers.length > mostNumbers) return [];
  if (numbers.length === 0) return wordQuantities(words, numbers, []).sort((one, other) => one.start - other.start);
  const candidates = numbers.flatMap((number) => readCandidate(words, number) ?? []);
  const joined = inheritUnits(words, joinPairs(words, candidates));
  const read = joined.map((candidate) => toMention(words, candidate));
  const mentions = completeChanges(sentence, shareWithConversions(sentence, read));
  return [...mentions, ...wordQuantities(words, numbers, joined)].sort((one, other) => one.start - other.start);
}

/** Numbers are read as English writes them; the other way round the marks change places, and the offsets stay. */
function withDecimalPoint(token: Token): Token {
  if (!/^\d[\d.,]*$/.test(token.text)) return token;
  return { ...token, text: token.text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) };
}

function toMention(words: Words, candidate: Candidate): QuantityMention {
  const before = comparatorOf(words, candidate);
  const after = comparatorAfter(words.tokens, candidate.tokenEnd) ?? comparatorAfter(words.tokens, candidate.number.tokenEnd);
  const cue =
    before === undefined || before.comparator === 'eq' || (after !== undefined && after.comparator !== 'approx')
      ? (after ?? before)
      : before;
  const lead = before?.tokenStart ?? candidate.tokenStart;
  const change = changeFor(words, candidate, lead);
  const stated = cue === undefined || cue.comparator === 'eq' || cue.comparator === 'approx' ? undefined : cue.comparator;
  const bound = candidate.pair === undefined ? boundByChange(words, change) : undefined;
  const told = stated ?? bound ?? cue?.comparator ?? 'eq';
  const comparator = candidate.value === null ? (candidate.pair === undefined ? 'vague' : 'range') : told;
  const start = words.tokens[candidate.tokenStart]?.start ?? 0;
  const end = words.tokens[candidate.tokenEnd - 1]?.end ?? start;
  const { unit, unitClass } = unitOfCandidate(candidate);
  return {
    start,
    end,
    value: candidate.value,
    min: candidate.min,
    max: candidate.pair === undefined ? null : candidate.max,
    comparator,
    unit,
    unitClass,
    measure: candidate.counted?.phrase ?? (candidate.inherited === true ? '' : measuredThing(words, candidate)),
    surface: words.text.slice(start, end),
    number: { start: candidate.number.start, end: candidate.number.end },
    counted: countedSpan(words, candidate),
    inherited: candidate.inherited === true,
    comparatorCue: cue === undefined || cue.comparator === 'eq' ? null : spanOf(words, cue.tokenStart, cue.tokenEnd),
    changeRole: change?.role ?? null,
    changeCue: change === undefined ? null : spanOf(words, change.token, change.token + 1),
    order: candidate.number.order ?? null,
    ...(change === undefined ? {} : { change: changeValues(candidate, change) }),
  };
}

/** The comparator before a candidate; "over three years" after a noun is a span of time and compares nothing. */
function comparatorOf(words: Words, candidate: Candidate): ComparatorMention | undefined {
  const found = comparatorBefore(words.tokens, candidate.pair?.kind === 'from-to' ? candidate.pair.to.tokenStart : candidate.tokenStart);
  if (found === undefined || candidate.unit?.unitClass !== 'time' || found.tokenEnd - found.tokenStart > 1) return found;
  if (lowerAt(words, found.tokenStart) !== 'over' || beforeOver.has(lowerAt(words, found.tokenStart - 1))) return found;
  return undefined;
}

const beforeOver: ReadonlySet<string> = new Set(
  "for in lasted lasts last took takes take after is was be been spent and a of to with than least served ' ( ,".split(' ').concat(''),
);

function changeFor(words: Words, candidate: Candidate, lead: number): ChangeReading | undefined {
  if (words.tokens[candidate.tokenStart]?.text === '+' && candidate.unit?.unitClass === 'ratio')
    return { direction: 'up', role: 'by', token: candidate.tokenStart };
  if (candidate.pair?.kind === 'score') return undefined;
  if (candidate.pair?.kind !== 'from-to') return changeAt(words, candidate, lead);
  const told = changeOfPair(words, candidate.tokenStart);
  const from = candidate.pair.from.value ?? 0;
  const to = candidate.pair.to.value ?? 0;
  return from === to ? told : { token: told?.token ?? candidate.tokenStart - 1, direction: to > from ? 'up' : 'down', role: 'to' };
}

function changeValues(candidate: Candidate, change: ChangeReading): NonNullable<QuantityMention['change']> {
  const { direction, role } = change;
  if (candidate.pair?.kind === 'from-to') return { direction, from: candidate.pair.from.value ?? 0, to: candidate.pair.to.value ?? 0 };
  return candidate.value === null ? { direction } : { direction, [role]: candidate.value };
}

function unitOfCandidate(candidate: Candidate): { unit: string; unitClass: string } {
  const { unit, per, counted, pair } = candidate;
  const rate = per === undefined ? '' : `/${per.symbol}`;
  if (unit !== undefined) return { unit: unit.symbol + rate, unitClass: per === undefined ? unit.unitClass : 'rate' };
  if (candidate.number.kind === 'fraction' && pair === undefined) return { unit: 'ratio', unitClass: 'ratio' };
  if (counted !== undefined) return { unit: counted.head + rate, unitClass: per === undefined ? 'count' : 'rate' };
  return pair?.kind === 'score' ? { unit: 'score', unitClass: 'score' } : { unit: '', unitClass: 'count' };
}

function countedSpan(words: Words, candidate: Candidate): Span | null {
  if (candidate.inherited === true) return null;
  if (candidate.counted !== undefined) return spanOf(words, candidate.counted.tokenStart, candidate.counted.tokenEnd);
  return candidate.unitTokens === undefined ? null : spanOf(words, candidate.unitTokens.from, candidate.unitTokens.to);
}
