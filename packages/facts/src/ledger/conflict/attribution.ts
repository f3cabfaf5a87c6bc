import type { Testimony } from '../fact/testimony.ts';
import { speakerOf } from '../fact/statement.ts';
import { sameName } from '../words/same-name.ts';
import { wordsOf } from '../words/tokens.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

const MAX_SPEAKERS = 20;

/** The same speaker as far as the words go: one name, or titles that share a word. */
function sameSpeaker(a: string, b: string): boolean {
  if (sameName(a, b)) return true;
  const keys = new Set(wordsOf(a).map((word) => word.key));
  return wordsOf(b).some((word) => keys.has(word.key));
}

/** One number or one quotation laid to different named speakers. For other claims several speakers are several witnesses. */
export function attributionConflicts(group: ClaimGroup): Finding[] {
  const bySpeaker: { name: string; testimonies: Testimony[] }[] = [];
  const attributed = group.testimonies.filter(
    ({ mention }) => mention.source?.name !== undefined && (mention.quantity !== null || mention.quote !== null),
  );
  const byName = Map.groupBy(attributed, ({ mention }) => speakerOf(mention) ?? '');
  for (const [name, testimonies] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = bySpeaker.find((speaker) => sameSpeaker(speaker.name, name));
    if (known === undefined) bySpeaker.push({ name, testimonies: [...testimonies] });
    else known.testimonies.push(...testimonies);
    if (bySpeaker.length > MAX_SPEAKERS) break;
  }
  if (bySpeaker.length < 2) return [];
  const sides = bySpeaker.map(({ name, testimonies }) => ({ value: name, testimonies }));
  const explanation = `The same words or number are laid to ${sides.map((side) => side.value).join(' and to ')}.`;
  return [{ type: 'attribution', class: 'different-scope', severity: 'low', facts: [group.fact], sides, explanation }];
}
