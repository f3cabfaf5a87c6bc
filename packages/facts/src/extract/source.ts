import type { Source } from '@copydesk/contracts';
import type { Span } from '@copydesk/text';
import type { Attribution } from '../attributions/index.ts';
import { firstFrom } from './sentences.ts';

/** Who says it, in the shape of the fact model; null where the text does not tell. */
export function toSource(text: string, { speaker, cue, cueLemma, cueClass, direct, via }: Attribution): Source | null {
  if (speaker === null && via.length === 0) return null;
  const who: Pick<Source, 'kind' | 'name' | 'role' | 'org'> = { kind: speaker?.kind ?? 'outlet' };
  if (speaker !== null && speaker.name !== null) who.name = speaker.name;
  if (speaker !== null && speaker.role !== null) who.role = speaker.role;
  if (speaker !== null && speaker.organisation !== null) who.org = speaker.organisation;
  return {
    ...who,
    via: [...via],
    cue: cue === null ? (cueLemma ?? '') : text.slice(cue.start, cue.end),
    cueClass: cueClass ?? 'say',
    direct,
  };
}

/** How many stretches back one may begin that still holds a place: stretches nest, but not deeper than this. */
const DEPTH = 24;

/** Finds what holds a character among many stretches of a text. */
export interface Holders<T> {
  /** The shortest stretch that holds an offset. */
  at: (offset: number) => T | undefined;
}

/** Indexes things by a stretch of each, null for those that have none. Looking up costs the logarithm of their number. */
export function holdersOf<T>(things: readonly T[], spanOf: (thing: T) => Span | null): Holders<T> {
  const sorted = things
    .flatMap((thing) => {
      const span = spanOf(thing);
      return span === null ? [] : [{ thing, start: span.start, end: span.end }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    at(offset) {
      let best: (typeof sorted)[number] | undefined;
      const from = firstFrom(sorted, offset + 1, ({ start }) => start) - 1;
      for (let index = from; index >= 0 && index > from - DEPTH; index--) {
        const each = sorted[index];
        if (each === undefined || offset >= each.end) continue;
        if (best === undefined || each.end - each.start < best.end - best.start) best = each;
      }
      return best?.thing;
    },
  };
}
