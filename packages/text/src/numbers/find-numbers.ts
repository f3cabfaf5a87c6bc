import type { Token } from '../tokens/token.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { digitOrdinal, digitsValue } from './digits.ts';
import type { NumberMention } from './number-mention.ts';
import { isGlued, readDigits } from './read-digits.ts';
import { readFraction } from './read-fraction.ts';
import { readVague } from './read-vague.ts';
import { readWords } from './read-words.ts';
import { denominators, ones, ordinals, tens, vaguePlurals } from './vocabulary.ts';

/**
 * The numbers of a sentence, left to right, in digits and in words, with their values; dates, times and identifiers are numbers too here — telling what a number
 * counts is the caller's part. Offsets count from the start of `sentence`.
 */
export function findNumbers(sentence: string): NumberMention[] {
  return findNumbersIn(tokenize(sentence));
}

/** As `findNumbers`, over tokens that were cut already. */
export function findNumbersIn(tokens: readonly Token[]): NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < tokens.length;) {
    const mention = readNumber(tokens, at);
    if (mention === undefined) at += 1;
    else {
      found.push(mention);
      at = mention.tokenEnd;
    }
  }
  return found;
}

function readNumber(tokens: readonly Token[], at: number): NumberMention | undefined {
  const token = tokens[at];
  if (token === undefined || !mayStart(token.text)) return undefined;
  const first = token.text.charCodeAt(0);
  const form = first < 0x3a || first > 0x7f ? 'digits' : 'words';
  const span = (end: number): Pick<NumberMention, 'start' | 'end' | 'tokenStart' | 'tokenEnd' | 'form'> => ({
    start: token.start,
    end: tokens[end - 1]?.end ?? token.end,
    tokenStart: at,
    tokenEnd: end,
    form,
  });
  const fraction = readFraction(tokens, at);
  if (fraction !== undefined) return { ...span(fraction.end), kind: 'fraction', value: fraction.value, min: null, max: null, scale: 1 };
  const vague = form === 'words' ? readVague(tokens, at) : undefined;
  if (vague !== undefined)
    return { ...span(vague.end), kind: 'vague', value: null, min: vague.min, max: vague.max, order: vague.order, scale: vague.order };
  const ordinal = readOrdinal(tokens, at);
  if (ordinal !== undefined) return { ...span(ordinal.end), kind: 'ordinal', value: ordinal.value, min: null, max: null, scale: 1 };
  const signed = signLength(tokens, at);
  const reading =
    signed > 0 ? (readDigits(tokens, at + signed) ?? readWords(tokens, at + signed)) : (readDigits(tokens, at) ?? readWords(tokens, at));
  if (reading === undefined || reading.end <= at) return undefined;
  const negative = signed > 0 && token.text !== '+';
  return {
    ...span(reading.end),
    form: signed > 0 ? 'digits' : form,
    kind: reading.fraction && reading.value < 1 ? 'fraction' : 'cardinal',
    value: negative ? -reading.value : reading.value,
    min: null,
    max: null,
    scale: reading.scale,
    ...(reading.suffix === undefined ? {} : { suffix: reading.suffix }),
  };
}

const openers: ReadonlySet<string> = new Set([
  ...[ones, tens, ordinals, denominators, vaguePlurals].flatMap((words) => [...words.keys()]),
  ...'a an half hundred several few couple many multiple minus negative'.split(' '),
]);
const longestOpener = Math.max(...[...openers].map((word) => word.length));

/** A quick look that leaves out most tokens: a number starts with a digit, a sign, a fraction in one character or a number word. */
function mayStart(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x7a || (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) return true;
  return text.length <= longestOpener && openers.has(text.toLowerCase());
}

function readOrdinal(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const text = tokens[at]?.text ?? '';
  const digits = digitOrdinal(text);
  if (digits !== null) return { value: digits, end: at + 1 };
  const plain = text.toLowerCase();
  const base = tens.get(plain);
  const unit = ordinals.get(tokens[at + 2]?.text.toLowerCase() ?? '');
  if (base !== undefined && tokens[at + 1]?.text === '-' && unit !== undefined && unit < 10) return { value: base + unit, end: at + 3 };
  const value = ordinals.get(plain);
  return value === undefined ? undefined : { value, end: at + 1 };
}

/** How many tokens a sign takes: "-5", "−5", "+0.2" where nothing stands before the sign, "minus 5", "minus-5". */
function signLength(tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text ?? '';
  if (text.toLowerCase() === 'minus' || text.toLowerCase() === 'negative') {
    const skip = tokens[at + 1]?.text === '-' ? 2 : 1;
    const next = tokens[at + skip]?.text.toLowerCase() ?? '';
    return digitsValue(next) !== null || ones.has(next) || tens.has(next) ? skip : 0;
  }
  if (text !== '-' && text !== '−' && text !== '+' && text !== '–') return 0;
  const before = tokens[at - 1]?.text ?? '';
  if (isGlued(tokens, at) && !'$€£¥(['.includes(before)) return 0;
  return isGlued(tokens, at + 1) && digitsValue(tokens[at + 1]?.text ?? '') !== null ? 1 : 0;
}
