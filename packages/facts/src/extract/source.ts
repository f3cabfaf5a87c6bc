import type { Source } from '@copydesk/contracts';
import type { Attribution } from '../attributions/index.ts';

/** Who says it, in the shape of the fact model; null where the text does not tell. */
export function toSource(text: string, { speaker, cue, cueLemma, cueClass, direct, via }: Attribution): Source | null {
  if (speaker === null && via.length === 0) return null;
  return {
    kind: speaker?.kind ?? 'outlet',
    ...(speaker?.name === null || speaker?.name === undefined ? {} : { name: speaker.name }),
    ...(speaker?.role === null || speaker?.role === undefined ? {} : { role: speaker.role }),
    ...(speaker?.organisation === null || speaker?.organisation === undefined ? {} : { org: speaker.organisation }),
    via: [...via],
    cue: cue === null ? (cueLemma ?? '') : text.slice(cue.start, cue.end),
    cueClass: cueClass ?? 'say',
    direct,
  };
}

/** The innermost attribution that holds a character, by index of length. */
export function attributionAt(attributions: readonly Attribution[], offset: number): Attribution | undefined {
  let best: Attribution | undefined;
  for (const attribution of attributions) {
    const { start, end } = attribution.content;
    if (offset < start || offset >= end) continue;
    if (best === undefined || end - start < best.content.end - best.content.start) best = attribution;
  }
  return best;
}
