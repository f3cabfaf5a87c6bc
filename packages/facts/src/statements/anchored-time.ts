import type { ParsedSentence } from '@copydesk/language';
import type { TimeMention } from '../times/index.ts';

/** Tokens of the phrase between a preposition and the time of the event that it names. */
const LONG_ANCHOR = 12;
const nominal = new Set(['NOUN', 'PROPN']);
/** "after the vote on Monday". "Before" is mostly no time there ("before the court on Monday"). */
const anchors: ReadonlyMap<string, 'BEFORE' | 'AFTER'> = new Map([
  ['after', 'AFTER'],
  ['following', 'AFTER'],
  ['prior', 'BEFORE'],
  ['ahead', 'BEFORE'],
]);

/**
 * A time that dates an event only by another one: "resigned following the crash in May" is after May, as the verb goes. Null for a time that says itself when.
 * Reads words and not the tree: what stands between preposition and time is one noun phrase.
 */
export function anchorOf({ tokens }: ParsedSentence, time: TimeMention): 'BEFORE' | 'AFTER' | null {
  const at = tokens.findIndex(({ start }) => start >= time.start);
  let noun = false;
  for (let index = at - 1; index >= 0 && index >= at - LONG_ANCHOR; index--) {
    const token = tokens[index];
    if (token === undefined) return null;
    const tie = anchors.get(token.text.toLowerCase());
    if (tie !== undefined) return noun ? tie : null;
    if (token.upos === 'VERB' || token.upos === 'AUX' || /^[,;:—–]$/.test(token.text)) return null;
    noun ||= nominal.has(token.upos);
  }
  return null;
}

/** A time before or after the one told: nothing says how far. */
export function turned(time: TimeMention, mod: 'BEFORE' | 'AFTER'): TimeMention {
  return { ...time, mod, interval: null };
}
