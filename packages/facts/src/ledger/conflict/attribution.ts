import { speakerOf } from '../fact/statement.ts';
import { byKey } from '../told/partition.ts';
import type { PartitionKind } from '../told/partition.ts';
import type { ToldSet } from '../told/told-set.ts';
import { sameName } from '../words/same-name.ts';
import { wordsOf } from '../words/tokens.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

const MAX_SPEAKERS = 20;
const LEAST_WORDS = 6;

/** The same speaker as far as the words go: one name, or titles that share a word. */
function sameSpeaker(a: string, b: string): boolean {
  if (sameName(a, b)) return true;
  const keys = new Set(wordsOf(a).map((word) => word.key));
  return wordsOf(b).some((word) => keys.has(word.key));
}

/** By the very same words or number that somebody is said by name to have used; "hundreds" and short quotations are nobody's own. */
const UTTERANCE: PartitionKind = {
  keysOf({ mention, value, wording }) {
    // "Earlier reports" are nobody whom another could contradict.
    if (mention.source?.name === undefined || mention.source.kind === 'anonymous') return '';
    if (mention.quote !== null) return wording.key.split(' ').length >= LEAST_WORDS ? `q ${wording.key}` : '';
    return value?.interval?.stated == null ? '' : `n ${value.interval.stated}`;
  },
  before: byKey,
};

const SPEAKER: PartitionKind = { keysOf: ({ mention }) => `s ${speakerOf(mention) ?? ''}`, before: byKey };

/** One number or one quotation laid to different named speakers. For other claims several speakers are several witnesses. */
export function attributionConflicts(group: ClaimGroup): Finding[] {
  for (const { told: utterance } of group.told.parts(UTTERANCE)) {
    if (utterance.size < 2) continue;
    const speakers: { name: string; parts: ToldSet[] }[] = [];
    for (const { key, told } of utterance.parts(SPEAKER).slice(0, MAX_SPEAKERS)) {
      const name = key.slice('s '.length);
      const known = speakers.find((speaker) => sameSpeaker(speaker.name, name));
      if (known === undefined) speakers.push({ name, parts: [told] });
      else known.parts.push(told);
    }
    if (speakers.length < 2) continue;
    const sides = speakers.map(({ name, parts }) => ({ value: name, told: utterance.union(`speaker ${name}`, parts) }));
    const isQuote = utterance.list[0]?.mention.quote !== null;
    const explanation = `The same ${isQuote ? 'words are' : 'number is'} laid to ${sides.map((side) => side.value).join(' and to ')}.`;
    return [
      { type: 'attribution', class: 'different-scope', severity: isQuote ? 'medium' : 'low', facts: [group.fact], sides, explanation },
    ];
  }
  return [];
}
