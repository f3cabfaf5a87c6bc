import type { Match } from '../meaning.ts';
import { dayFirst, monthFirst } from './dates.ts';
import { eraAfter } from './years.ts';
import { dayNumber, digits, isDash, isWord, tight, year, type Tokens } from './words.ts';

const isJoin = (tokens: Tokens, at: number): boolean =>
  isDash(tokens, at) || isWord(tokens, at, 'to', 'and', 'or', 'through', 'until', 'till', ',');

/** "16-19 September 2016", "between 3 and 5 May": the first day takes month and year from the second. */
export function daysThenMonth(tokens: Tokens, at: number): Match[] | null {
  const first = dayNumber(tokens, at);
  if (first === null || !isJoin(tokens, at + 1)) return null;
  const second = dayFirst(tokens, at + 2);
  if (second === null || second.meaning.kind !== 'date' || second.meaning.day === null) return null;
  if (isWord(tokens, at + 1, ',') && second.meaning.day <= first) return null;
  if (isWord(tokens, at + 1, 'and', 'or', 'to', ',') && !isWord(tokens, at - 1, 'the', 'on', 'from', 'between', 'of', ',', 'and'))
    return null;
  const range = !isWord(tokens, at + 1, 'and', 'or', ',') || isWord(tokens, at - 1, 'between');
  const begin: Match = { from: at, to: at + 1, meaning: { ...second.meaning, day: first } };
  return range
    ? [
        { ...begin, range: 'begin' },
        { ...second, range: 'end' },
      ]
    : [begin, second];
}

/** "September 16-19, 2016", "May 3 and 5": the second day takes the month of the first. */
export function monthThenDays(tokens: Tokens, at: number): Match[] | null {
  const first = monthFirst(tokens, at);
  if (
    first === null ||
    first.meaning.kind !== 'date' ||
    first.meaning.day === null ||
    first.meaning.year !== null ||
    !isJoin(tokens, first.to) ||
    isWord(tokens, first.to, ',')
  )
    return null;
  const second = dayNumber(tokens, first.to + 1);
  if (second === null || second <= first.meaning.day) return null;
  const after = first.to + 2;
  if (isWord(tokens, after, '%', ':', 'am', 'pm')) return null;
  if (
    !isDash(tokens, first.to) &&
    tokens[after]?.kind === 'word' &&
    !isWord(tokens, after, 'in', 'at', 'and', 'with', 'to', 'of', 'for', 'as', 'when', 'by')
  )
    return null;
  if (isWord(tokens, after, '-')) return null;
  const written = year(tokens, isWord(tokens, after, ',', 'of') ? after + 1 : after);
  const end = written === null ? after : isWord(tokens, after, ',', 'of') ? after + 2 : after + 1;
  const meaning = { ...first.meaning, year: written };
  const pair: Match[] = [
    { ...first, meaning },
    { from: first.to + 1, to: end, meaning: { ...meaning, day: second } },
  ];
  const [begin, close] = pair;
  return isWord(tokens, first.to, 'and', 'or') && !isWord(tokens, at - 1, 'between')
    ? pair
    : begin !== undefined && close !== undefined
      ? [
          { ...begin, range: 'begin' },
          { ...close, range: 'end' },
        ]
      : null;
}

/** "1939–45", "1751-1777", "499-494 BC", "from 1914 to 1918". */
export function yearPair(tokens: Tokens, at: number): Match[] | null {
  const dash = isDash(tokens, at + 1);
  const joined = dash || (isWord(tokens, at + 1, 'to', 'and', 'through', 'until') && isWord(tokens, at - 1, 'from', 'between'));
  if (!joined || tokens[at - 1]?.lower === '$') return null;
  const first = digits(tokens, at);
  const second = digits(tokens, at + 2);
  const era = eraAfter(tokens, at + 3);
  const date = (value: number): Match['meaning'] => ({ kind: 'date', year: value, month: null, day: null, weekday: null, deixis: null });
  if (era?.bc === true && first > second && second > 0 && first < 4000)
    return [
      { from: at, to: at + 1, meaning: date(-first), range: 'begin' },
      { from: at + 2, to: era.next, meaning: date(-second), range: 'end' },
    ];
  const begin = year(tokens, at);
  if (begin === null || (isDash(tokens, at - 1) && tight(tokens, at)) || isWord(tokens, at + 3, '%')) return null;
  const full = year(tokens, at + 2);
  const short = dash && tight(tokens, at + 1) && tight(tokens, at + 2) ? digits(tokens, at + 2, 2) : Number.NaN;
  const end = full ?? (short >= 0 && short > begin % 100 ? begin - (begin % 100) + short : null);
  if (end === null || end <= begin || (isDash(tokens, at + 3) && tight(tokens, at + 3) && tokens[at + 4]?.kind === 'number')) return null;
  return [
    { from: at, to: at + 1, meaning: date(begin), range: 'begin' },
    { from: at + 2, to: at + 3, meaning: date(end), range: 'end' },
  ];
}
