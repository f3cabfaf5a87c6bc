import type { Conflict } from '@copydesk/contracts';
import { profileOf } from '../claim/profile.ts';
import type { Testimony } from '../fact/testimony.ts';
import { wordSimilarity } from '../grouping/similarity.ts';
import { byKey } from '../told/partition.ts';
import type { PartitionKind } from '../told/partition.ts';
import type { ToldSet } from '../told/told-set.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

/** Wordings less alike than this may tell of a deed and of a plan for another one. */
const SAME_DEED = 0.75;

function degreeOf({ mention }: Testimony): 'so' | 'perhaps' | 'to come' {
  if (mention.modality === 'possible') return 'perhaps';
  return mention.modality === 'done' || mention.modality === 'ongoing' ? 'so' : 'to come';
}

const DEGREE: PartitionKind = { keysOf: degreeOf, before: byKey };

/** True where every article of one set has something of the other too. */
function isWithin(own: ToldSet, other: ToldSet): boolean {
  return own.list.every(({ article }) => other.hasArticle(article.articleId));
}

/** One claim told as so by some, as possible or still to come by others. */
export function modalityConflicts(group: ClaimGroup): Finding[] {
  const degrees = group.told.parts(DEGREE);
  if (degrees.length < 2) return [];
  // A text that says both gives the plan and what came of it, or doubts and then affirms: no disagreement of texts.
  if (degrees.some(({ told: own }) => degrees.every(({ told: other }) => own === other || isWithin(own, other)))) return [];
  const inOrder = degrees.map((degree) => degree.told).sort((a, b) => ((a.list[0]?.order ?? '') < (b.list[0]?.order ?? '') ? -1 : 1));
  const [first, ...others] = inOrder.flatMap((own) => own.best ?? []).map(({ mention }) => profileOf(mention));
  if (first === undefined || others.every((other) => wordSimilarity(first, other) < SAME_DEED)) return [];
  const names = new Map([
    ['so', 'as fact'],
    ['perhaps', 'as possible'],
    ['to come', 'as planned or expected'],
  ]);
  const sides = degrees.map(({ key, told }) => ({ value: names.get(key) ?? key, told }));
  const so = degrees.find(({ key }) => key === 'so')?.told.list ?? [];
  const kind: Conflict['class'] =
    degrees.some(({ key }) => key === 'to come') && so.some(({ mention }) => mention.modality === 'done')
      ? 'update-over-time'
      : 'paraphrase';
  const explanation = `The claim is told ${sides.map((side) => side.value).join(' and ')} by different texts.`;
  return [{ type: 'modality', class: kind, severity: 'low', facts: [group.fact], sides, explanation }];
}
