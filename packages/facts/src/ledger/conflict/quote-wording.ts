import type { Testimony } from '../fact/testimony.ts';
import { speakerOf } from '../fact/statement.ts';
import { sameName } from '../words/same-name.ts';
import type { ClaimGroup, Finding, Side } from './claim-group.ts';

/** Shorter quotations ("horrified", "in progress") are chosen words, not a wording. */
const LEAST_WORDS = 6;
const MAX_WORDINGS = 20;

/** Same speaker as far as is known: people's names must not differ; roles, organisations and anonymity say nothing. */
function maySpeakAsOne(a: Testimony, b: Testimony): boolean {
  const [x, y] = [a, b].map(({ mention: { source } }) => (source?.kind === 'named' ? source.name : undefined));
  return x === undefined || y === undefined || sameName(x, y);
}

/** One utterance inside quotation marks in two wordings: a translation back and forth. A part of the other's words is no other wording. */
export function quoteConflicts(group: ClaimGroup): Finding[] {
  const byKey = Map.groupBy(
    group.testimonies.filter(({ mention }) => mention.quote !== null),
    ({ wording }) => wording.key,
  );
  if (byKey.size < 2) return [];
  const wordings: { key: string; testimonies: Testimony[] }[] = [];
  for (const [key, testimonies] of [...byKey].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    if (key.split(' ').length < LEAST_WORDS) continue;
    const whole = wordings.find((wording) => ` ${wording.key} `.includes(` ${key} `));
    if (whole === undefined) wordings.push({ key, testimonies: [...testimonies] });
    else whole.testimonies.push(...testimonies);
    if (wordings.length > MAX_WORDINGS) break;
  }
  const [first] = wordings;
  const others = wordings.filter(
    (wording) =>
      wording !== first && first?.testimonies[0] && wording.testimonies[0] && maySpeakAsOne(first.testimonies[0], wording.testimonies[0]),
  );
  if (first === undefined || others.length === 0) return [];
  const sides: Side[] = [first, ...others].map(({ testimonies }) => ({ value: testimonies[0]?.mention.quote?.trim() ?? '', testimonies }));
  const speaker = sides.flatMap((side) => side.testimonies.map(({ mention }) => speakerOf(mention))).find((name) => name !== null);
  const explanation = `The same statement${speaker === undefined ? '' : ` of ${speaker}`} stands in quotation marks in ${sides.length} wordings; at most one of them is verbatim.`;
  return [{ type: 'quote-wording', class: 'paraphrase', severity: 'medium', facts: [group.fact], sides, explanation }];
}
