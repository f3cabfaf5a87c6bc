import type { Conflict } from '@copydesk/contracts';
import { profileOf } from '../claim/profile.ts';
import { bestOf } from '../fact/testimony.ts';
import type { Testimony } from '../fact/testimony.ts';
import { wordSimilarity } from '../grouping/similarity.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

/** Wordings less alike than this may tell of a deed and of a plan for another one. */
const SAME_DEED = 0.75;

function degreeOf({ mention }: Testimony): 'so' | 'perhaps' | 'to come' {
  if (mention.modality === 'possible') return 'perhaps';
  return mention.modality === 'done' || mention.modality === 'ongoing' ? 'so' : 'to come';
}

/** One claim told as so by some, as possible or still to come by others. */
export function modalityConflicts(group: ClaimGroup): Finding[] {
  const byDegree = Map.groupBy(group.testimonies, degreeOf);
  if (byDegree.size < 2) return [];
  // A text that says both gives the plan and what came of it, or doubts and then affirms: no disagreement of texts.
  const articles = [...byDegree.values()].map((told) => new Set(told.map(({ article }) => article.articleId)));
  if (articles.some((own) => articles.every((other) => own === other || [...own].every((id) => other.has(id))))) return [];
  const [first, ...others] = [...byDegree.values()].flatMap((told) => bestOf(told) ?? []).map(({ mention }) => profileOf(mention));
  if (first === undefined || others.every((other) => wordSimilarity(first, other) < SAME_DEED)) return [];
  const told = { so: 'as fact', perhaps: 'as possible', 'to come': 'as planned or expected' };
  const sides = [...byDegree].sort(([a], [b]) => (a < b ? -1 : 1)).map(([degree, testimonies]) => ({ value: told[degree], testimonies }));
  const kind: Conflict['class'] =
    byDegree.has('to come') && byDegree.get('so')?.some(({ mention }) => mention.modality === 'done') === true
      ? 'update-over-time'
      : 'paraphrase';
  const explanation = `The claim is told ${sides.map((side) => side.value).join(' and ')} by different texts.`;
  return [{ type: 'modality', class: kind, severity: 'low', facts: [group.fact], sides, explanation }];
}
