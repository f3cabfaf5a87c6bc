import type { Testimony } from '../fact/testimony.ts';
import { speakerOf } from '../fact/statement.ts';
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

/** Testimonies that put the very same words or number into somebody's mouth by name; "hundreds" and short quotations are nobody's own. */
function sameUtterances(testimonies: readonly Testimony[]): Testimony[][] {
  const keyOf = ({ mention, value, wording }: Testimony): string => {
    // "Earlier reports" are nobody whom another could contradict.
    if (mention.source?.name === undefined || mention.source.kind === 'anonymous') return '';
    if (mention.quote !== null) return wording.key.split(' ').length >= LEAST_WORDS ? `q ${wording.key}` : '';
    return value?.interval?.stated == null ? '' : `n ${value.interval.stated}`;
  };
  const byKey = Map.groupBy(testimonies, keyOf);
  byKey.delete('');
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, told]) => told);
}

/** One number or one quotation laid to different named speakers. For other claims several speakers are several witnesses. */
export function attributionConflicts(group: ClaimGroup): Finding[] {
  for (const told of sameUtterances(group.testimonies)) {
    const byName = Map.groupBy(told, ({ mention }) => speakerOf(mention) ?? '');
    const speakers: { name: string; testimonies: Testimony[] }[] = [];
    for (const [name, testimonies] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MAX_SPEAKERS)) {
      const known = speakers.find((speaker) => sameSpeaker(speaker.name, name));
      if (known === undefined) speakers.push({ name, testimonies: [...testimonies] });
      else known.testimonies.push(...testimonies);
    }
    if (speakers.length < 2) continue;
    const sides = speakers.map(({ name, testimonies }) => ({ value: name, testimonies }));
    const isQuote = told[0]?.mention.quote !== null;
    const explanation = `The same ${isQuote ? 'words are' : 'number is'} laid to ${sides.map((side) => side.value).join(' and to ')}.`;
    return [
      { type: 'attribution', class: 'different-scope', severity: isQuote ? 'medium' : 'low', facts: [group.fact], sides, explanation },
    ];
  }
  return [];
}
