import type { Relation } from './article.ts';
import type { Overlap } from './measure.ts';

export interface Verdict {
  relation: Relation;
  score: number;
  /** Orders verdicts: the best-founded one wins. */
  rank: number;
  reasons: string[];
}

const LEAST_WORDS = 12;
const CONTAINED = 0.5;
const LEADER = 0.3;

/** Differing numbers and names that stand at the same place of otherwise equal sentences: the mark of a form that is filled in anew each day. */
export function vetoed(overlap: Overlap): boolean {
  const conflicts = overlap.numberConflicts + overlap.nameConflicts;
  return conflicts >= 2 && conflicts > 0.34 * (overlap.numberMatches + overlap.nameMatches);
}

/** Decides whether one overlap is a copy, and which kind. null: no copy. */
export function judge(overlap: Overlap, words: number, context: { sameSource: boolean }): Verdict | null {
  const contained = Math.max(overlap.mine, overlap.theirs);
  if (contained < CONTAINED || (overlap.words < LEAST_WORDS && overlap.words < words)) return null;
  if (vetoed(overlap)) return null;
  const reasons = [`shares ${percent(overlap.mine)} of this text and ${percent(overlap.theirs)} of the other, weighed by rarity`];
  const score = Math.round(contained * 1000) / 1000;
  const rank = contained + overlap.jaccard;
  if (overlap.mine >= 0.6 && overlap.theirs >= 0.6)
    return { relation: context.sameSource ? 'revision' : 'syndicated', score, rank, reasons };
  return { relation: overlap.mine >= overlap.theirs ? 'excerpt' : 'contains', score, rank, reasons };
}

/** Whether an overlap with a group's leader is enough to join the group through another member. */
export function leads(overlap: Overlap): boolean {
  return Math.max(overlap.mine, overlap.theirs) >= LEADER && !vetoed(overlap);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
