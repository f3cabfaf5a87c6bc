import type { Token } from '../tokens/token.ts';
import { scales, vaguePlurals } from './vocabulary.ts';

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

/** A number that is known by its order only. */
export interface VagueReading {
  min: number;
  max: number;
  order: number;
  end: number;
}

const few: ReadonlyMap<string, number> = new Map([
  ['several', 2],
  ['few', 2],
  ['couple', 2],
  ['many', 2],
  ['multiple', 2],
]);

/** Reads a vague number at token `at`: "thousands", "tens of thousands", "dozens of", "several hundred", "a few thousand". */
export function readVague(tokens: readonly Token[], at: number): VagueReading | undefined {
  return plural(tokens, at) ?? fewHundred(tokens, at);
}

function plural(tokens: readonly Token[], at: number): VagueReading | undefined {
  const first = word(tokens, at);
  const order = vaguePlurals.get(first);
  if (order === undefined) return undefined;
  if (word(tokens, at + 1) === 'of') {
    const second = vaguePlurals.get(word(tokens, at + 2));
    if (second !== undefined && second > order) return bounds(order * second, order * second, at + 3);
  }
  if ((first === 'tens' || first === 'scores') && word(tokens, at + 1) !== 'of') return undefined;
  return bounds(order, order === 12 ? 24 : order === 20 ? 40 : order, at + 1);
}

/** "several hundred", "a few thousand", "a couple of hundred", "many thousands": at least two of them. */
function fewHundred(tokens: readonly Token[], at: number): VagueReading | undefined {
  const start = word(tokens, at) === 'a' ? at + 1 : at;
  if (!few.has(word(tokens, start))) return undefined;
  const from = word(tokens, start + 1) === 'of' ? start + 2 : start + 1;
  const order = scales.get(word(tokens, from)) ?? (word(tokens, from) === 'dozen' ? 12 : vaguePlurals.get(word(tokens, from)));
  return order === undefined ? undefined : bounds(order, 2 * order, from + 1);
}

function bounds(order: number, min: number, end: number): VagueReading {
  return { min, max: order * 10, order, end };
}
