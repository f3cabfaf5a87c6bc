import type { Testimony } from '../fact/testimony.ts';
import { speakerOf } from '../fact/statement.ts';
import { sameName } from '../words/same-name.ts';
import { fold } from '../words/tokens.ts';
import type { ClaimGroup, Finding, Side } from './claim-group.ts';

/** Shorter quotations ("horrified", "in progress") are chosen words, not a wording. */
const LEAST_WORDS = 6;

function plainWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function contains(long: readonly string[], short: readonly string[]): boolean {
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}

/** Same speaker as far as is known: names must not differ; roles and anonymity say nothing. */
function maySpeakAsOne(a: Testimony, b: Testimony): boolean {
  const [x, y] = [a.mention.source?.name, b.mention.source?.name];
  return x === undefined || y === undefined || sameName(x, y);
}

/** One utterance inside quotation marks in two wordings: a translation back and forth. A part of the other's words is no other wording. */
export function quoteConflicts(group: ClaimGroup): Finding[] {
  const wordings: { words: string[]; testimonies: Testimony[] }[] = [];
  const quotes = group.testimonies
    .filter(({ mention }) => mention.quote !== null)
    .map((testimony) => ({ testimony, words: plainWords(testimony.mention.quote ?? '') }));
  quotes.sort((a, b) => b.words.length - a.words.length || (a.testimony.mention.id < b.testimony.mention.id ? -1 : 1));
  for (const { testimony, words } of quotes) {
    if (words.length < LEAST_WORDS) continue;
    const known = wordings.find((wording) => contains(wording.words, words));
    if (known !== undefined) known.testimonies.push(testimony);
    else wordings.push({ words, testimonies: [testimony] });
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
