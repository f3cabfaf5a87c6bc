import type { Testimony } from '../fact/testimony.ts';
import { speakerOf } from '../fact/statement.ts';
import type { PartitionKind } from '../told/partition.ts';
import type { ToldSet } from '../told/told-set.ts';
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

/** Quotations by wording, the longest first. */
const QUOTED: PartitionKind = {
  keysOf: ({ mention, wording }) => (mention.quote === null ? '' : wording.key),
  before: (a, b) => (a.key.length !== b.key.length ? a.key.length > b.key.length : a.key < b.key),
};

/** One utterance inside quotation marks in two wordings: a translation back and forth. A part of the other's words is no other wording. */
export function quoteConflicts(group: ClaimGroup): Finding[] {
  const quoted = group.told.parts(QUOTED);
  if (quoted.length < 2) return [];
  const wordings: { key: string; parts: ToldSet[] }[] = [];
  for (const { key, told } of quoted) {
    if (key.split(' ').length < LEAST_WORDS) continue;
    const whole = wordings.find((wording) => ` ${wording.key} `.includes(` ${key} `));
    if (whole === undefined) wordings.push({ key, parts: [told] });
    else whole.parts.push(told);
    if (wordings.length > MAX_WORDINGS) break;
  }
  const [first] = wordings;
  const opening = first?.parts[0]?.list[0];
  const others = wordings.filter((wording) => {
    const other = wording.parts[0]?.list[0];
    return wording !== first && opening !== undefined && other !== undefined && maySpeakAsOne(opening, other);
  });
  if (first === undefined || others.length === 0) return [];
  const all = [first, ...others];
  const sides: Side[] = all.map(({ key, parts }) => ({
    value: parts[0]?.list[0]?.mention.quote?.trim() ?? '',
    told: group.told.union(`quote ${key}`, parts),
  }));
  const speaker = firstSpeaker(all.flatMap(({ parts }) => parts));
  const explanation = `The same statement${speaker === undefined ? '' : ` of ${speaker}`} stands in quotation marks in ${sides.length} wordings; at most one of them is verbatim.`;
  return [{ type: 'quote-wording', class: 'paraphrase', severity: 'medium', facts: [group.fact], sides, explanation }];
}

function firstSpeaker(parts: readonly ToldSet[]): string | undefined {
  for (const { list } of parts)
    for (const { mention } of list) {
      const name = speakerOf(mention);
      if (name !== null) return name;
    }
  return undefined;
}
