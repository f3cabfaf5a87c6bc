import type { Match } from '../meaning.ts';
import { dayParts, unitCodes, clockUnits, type Unit } from '../lexicon.ts';
import { amount, isWord, lower, ordinal, unit, weekdayName, month, type Tokens } from './words.ts';

const adverbs: Readonly<Record<string, string>> = {
  daily: 'XXXX-XX-XX',
  everyday: 'XXXX-XX-XX',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'XXXX-WXX',
  biweekly: 'P2W',
  fortnightly: 'P2W',
  monthly: 'XXXX-XX',
  quarterly: 'XXXX-QX',
  yearly: 'XXXX',
  annually: 'XXXX',
  hourly: 'XXXX-XX-XXTXX',
};
const setValues: Readonly<Partial<Record<Unit, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  year: 'XXXX',
  weekend: 'XXXX-WXX-WE',
  quarter: 'XXXX-QX',
};

/** "daily", "every day", "each Monday", "every two years", "per week", "on Tuesdays". */
export function set(tokens: Tokens, at: number): Match | null {
  const word = lower(tokens, at);
  const adverb = Object.hasOwn(adverbs, word) ? adverbs[word] : undefined;
  if (adverb !== undefined) {
    if (tokens[at]?.capital === true && at > 0) return null;
    // "the Osnabrueck daily", "the Irish Times daily": a newspaper.
    if (tokens[at - 1]?.capital === true && at > 1 && tokens[at - 1]?.kind === 'word') return null;
    return { from: at, to: at + 1, meaning: { kind: 'set', value: adverb }, attributive: tokens[at + 1]?.kind === 'word' };
  }
  if (word === 'per') {
    const found = unit(tokens, at + 1);
    return found === null || found.plural
      ? null
      : {
          from: at,
          to: found.next,
          meaning: { kind: 'set', value: `P${clockUnits.has(found.unit) ? 'T' : ''}1${unitCodes[found.unit]}` },
          attributive: true,
        };
  }
  if (word === 'every' || word === 'each') {
    const name = weekdayName(tokens, at + 1);
    if (name !== null && name.sure) return { from: at, to: name.next, meaning: { kind: 'set', value: `XXXX-WXX-${name.weekday}` } };
    const monthName = month(tokens, at + 1);
    if (monthName !== null && monthName.sure)
      return { from: at, to: monthName.next, meaning: { kind: 'set', value: `XXXX-${String(monthName.month).padStart(2, '0')}` } };
    const part = dayParts.get(lower(tokens, at + 1));
    if (part !== undefined) return { from: at, to: at + 2, meaning: { kind: 'set', value: `XXXX-XX-XXT${part}` } };
    const other = isWord(tokens, at + 1, 'other') ? at + 2 : at + 1;
    const nth = ordinal(tokens, at + 1);
    const found = unit(tokens, nth?.next ?? other);
    if (found !== null && !found.plural) {
      const step = nth?.value ?? (other > at + 1 ? 2 : 1);
      const value = step === 1 ? setValues[found.unit] : undefined;
      return {
        from: at,
        to: found.next,
        meaning: { kind: 'set', value: value ?? `P${clockUnits.has(found.unit) ? 'T' : ''}${step}${unitCodes[found.unit]}` },
      };
    }
    const count = amount(tokens, at + 1);
    const counted = count === null ? null : unit(tokens, count.next);
    if (counted !== null && count?.value !== null)
      return {
        from: at,
        to: counted.next,
        meaning: { kind: 'set', value: `P${clockUnits.has(counted.unit) ? 'T' : ''}${count?.value ?? 'X'}${unitCodes[counted.unit]}` },
      };
    return null;
  }
  if (tokens[at]?.capital === true && word.endsWith('days')) {
    const singular = { mondays: 1, tuesdays: 2, wednesdays: 3, thursdays: 4, fridays: 5, saturdays: 6, sundays: 7 }[word];
    if (singular !== undefined) return { from: at, to: at + 1, meaning: { kind: 'set', value: `XXXX-WXX-${singular}` } };
  }
  return null;
}
