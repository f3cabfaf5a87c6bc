import { maxPatternLength } from '../limits.ts';
import { ownCopy } from '../own-copy.ts';
import { makeScreen } from '../screen/screen.ts';
import type { PhraseKind } from './phrase-patterns.ts';
import { phrasePatterns } from './phrase-patterns.ts';

export type { PhraseKind } from './phrase-patterns.ts';

/** Most lines hold none of the words that any of the expressions needs: one pass over the line tells which are worth asking. */
const screen = makeScreen(phrasePatterns.map(([, pattern]) => pattern));
/** Most lines that are worth asking about come again on other pages of their site, and are asked about more than once. */
const cache = new Map<string, PhraseKind>();

/** Which kind of set phrase the line is. Only short lines are looked at as a whole; of long ones the beginning. Linear in the length of the line. */
export function phraseKind(line: string): PhraseKind {
  if (line.length > maxPatternLength) return 'none';
  const text = line.length > longestWhole ? line.slice(0, longestBeginning) : line;
  const worth = screen(text);
  const mail = text.includes('@');
  if (worth === 0 && !mail) return 'none';
  const known = cache.get(text);
  if (known !== undefined) return known;
  const kind = mail && endsInMailAddress(text) ? 'contact' : firstMatch(text, worth);
  if (cache.size > 5_000) cache.clear();
  cache.set(ownCopy(text), kind);
  return kind;
}

const longestWhole = 200;
const longestBeginning = 400;
const never = ['none', /(?!)/] as const;

function firstMatch(text: string, screened: number): PhraseKind {
  for (let worth = screened; worth !== 0; worth &= worth - 1) {
    const [name, pattern] = phrasePatterns[31 - Math.clz32(worth & -worth)] ?? never;
    if (pattern.sticky) pattern.lastIndex = text.length;
    if (pattern.test(text)) return name;
  }
  return 'none';
}

function endsInMailAddress(text: string): boolean {
  return /@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$/.test(text.slice(-160));
}
