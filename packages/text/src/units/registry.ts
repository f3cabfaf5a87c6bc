import { currencies } from './currencies.ts';
import { measures } from './measures.ts';
import type { UnitEntry } from './measures.ts';
import { metricUnits } from './metric.ts';
import type { Unit } from './unit.ts';

const byWord = new Map<string, Unit>();
const bySymbol = new Map<string, Unit>();
const byPublishedSymbol = new Map<string, Unit>();
const moneySigns = new Map<string, Unit>();

const key = (text: string): string => (text.includes('-') || text.includes('‑') ? text.replace(/[-‑]/g, ' ') : text);
/** First words of all unit names, so that most look-ups end at the first word. */
const firstWords = new Set<string>();

function register(entry: UnitEntry, signs: Map<string, Unit>): void {
  const { words, symbols, ...unit } = entry;
  if (!byPublishedSymbol.has(unit.symbol)) byPublishedSymbol.set(unit.symbol, unit);
  for (const word of words) {
    if (!byWord.has(key(word))) byWord.set(key(word), unit);
    firstWords.add(key(word).split(' ', 1)[0] ?? '');
  }
  for (const symbol of symbols) if (!signs.has(key(symbol))) signs.set(key(symbol), unit);
}

for (const entry of measures) register(entry, bySymbol);
for (const entry of metricUnits) register(entry, bySymbol);
for (const entry of currencies) register(entry, moneySigns);

/** The unit of a word or phrase in lower case ("kilometres", "square feet", "us dollars"); hyphens count as spaces. */
export function unitByWord(words: string): Unit | undefined {
  return byWord.get(key(words));
}

/** True when a unit's name starts with this word (lower case). */
export function startsUnitName(word: string): boolean {
  return firstWords.has(word);
}

/** The unit of a symbol after a number ("km", "kWh", "°C"), case by case. */
export function unitBySign(sign: string): Unit | undefined {
  return bySymbol.get(key(sign));
}

/** The currency of a sign or code before or after a number ("$", "US$", "EUR"). */
export function currencyBySign(sign: string): Unit | undefined {
  return moneySigns.get(sign);
}

/** The unit published under a symbol ("km", "USD", "%"). */
export function unitOf(symbol: string): Unit | undefined {
  return byPublishedSymbol.get(symbol);
}
