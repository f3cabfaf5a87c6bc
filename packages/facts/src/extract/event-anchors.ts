import { eventNouns } from '../statements/event-nouns.ts';
import type { Candidate } from './candidate.ts';

/** Nouns that tell the end of a rule or a building alike. */
const alike: ReadonlyMap<string, string> = new Map(
  'fall collapse overthrow ouster ousting'.split(' ').map((noun) => [noun, 'downfall'] as const),
);
const groupOf = (noun: string): string => alike.get(noun) ?? noun;
const sides: ReadonlyMap<string, 'with' | 'BEFORE' | 'AFTER'> = new Map([
  ['during', 'with'],
  ['amid', 'with'],
  ['after', 'AFTER'],
  ['following', 'AFTER'],
  ['before', 'BEFORE'],
]);

/** Events of one kind in an article from which none is meant by its kind. */
const MANY = 8;

/**
 * Dates what is told by a dated event of the article: "freed during the siege", where "the siege of the town in March 1990" stands elsewhere. The event must be the only one of its kind
 * whose phrase shares a word with the one that refers to it; a bare "the siege" needs it to be the only one at all.
 */
export function datedByEvents(candidates: readonly Candidate[], text: string): Candidate[] {
  const events = candidates.filter(({ rule }) => rule === 'dated');
  const byKind = Map.groupBy(events, ({ anchor }) => groupOf(wordAt(text, anchor)));
  if (events.length === 0) return [...candidates];
  return candidates.map((candidate) => {
    const { predicate, object, time } = candidate;
    if (time !== null || predicate === null || object === null) return candidate;
    const side = sides.get(predicate.split(' ').at(-1)?.toLowerCase() ?? '');
    if (side === undefined) return candidate;
    const words = object
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word !== '');
    const at = words.findIndex((word) => eventNouns.has(word));
    const same = at < 0 ? [] : (byKind.get(groupOf(words[at] ?? '')) ?? []);
    if (same.length > MANY) return candidate;
    const others = words.filter((word, index) => index !== at && !/^(?:the|a|an|of|s|its|his|her|their|this|that)$/.test(word));
    const meant = others.length === 0 ? same : same.filter((event) => sharesWord(event, others));
    const [event] = meant;
    if (event?.time === undefined || event.time === null || meant.length > 1) return candidate;
    const { interval: _interval, mod: _mod, ...rest } = event.time;
    return {
      ...candidate,
      time: side === 'with' ? { ...event.time, basis: 'narrative' } : { ...rest, mod: side, interval: null, basis: 'narrative' },
    };
  });
}

/** Letters of a word, at most. */
const LONG_WORD = 30;
const wordAt = (text: string, at: number): string => /^\p{L}*/u.exec(text.slice(at, at + LONG_WORD))?.[0].toLowerCase() ?? '';

function sharesWord({ subject, object }: Candidate, words: readonly string[]): boolean {
  const own = new Set(`${subject ?? ''} ${object ?? ''}`.toLowerCase().split(/[^\p{L}\d]+/u));
  return words.some((word) => word.length > 2 && own.has(word));
}
