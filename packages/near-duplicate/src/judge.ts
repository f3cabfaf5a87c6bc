import type { Relation } from './article.ts';
import { stampsOf } from './form.ts';
import type { Overlap } from './measure.ts';

/** An overlap of a new article with one earlier article. */
export interface Compared<T> {
  record: T;
  overlap: Overlap;
  /** One of the two is hard to read (a bad scan): less of it can match. */
  garbled: boolean;
  /** Both are short and about something else. */
  otherSubject: boolean;
  /** Both are as short as forms are. */
  bothShort: boolean;
  /** Two instances of a form. */
  form: boolean;
}

export interface Verdict<T> {
  relation: Exclude<Relation, 'original' | 'exact'>;
  of: T;
  score: number;
  reasons: string[];
}

// Shares of rare-word mass. Measured on made copies and look-alikes: docs/quality/near-duplicate.md.
const CONTAINED_GARBLED = 0.33;
const SUPPORTED = 0.36;
const SUPPORTED_GARBLED = 0.24;
const LEADER = 0.3;
const LEADER_GARBLED = 0.2;
const UNRELATED = 0.12;
const BOTH_WAYS = 0.6;
/** Fewer equal words than this say nothing, unless they are the whole text. */
const LEAST_WORDS = 12;
const LEAST_WORDS_WEAK = 28;
/** Forms are seldom longer than this; a table has more numbers than this share of its words. */
const FORM_WORDS = 44;
const TABLE = 0.35;
/** More set phrases than this among what is shared: a notice like those of other days, unless the texts are all but the same. */
const PHRASES = 0.5;
const SAME = 0.9;
/** Below this many equal words a likeness may be a mere form. */
const SHORT = 40;

const containment = (overlap: Overlap): number => Math.max(overlap.mine, overlap.theirs);

/**
 * Differing numbers and names at the same place of otherwise equal sentences: the mark of a form that is filled in anew each day.
 * In a short text what stands beside the equal words counts too, and a table may differ in hardly anything.
 */
function vetoed({ overlap, garbled, otherSubject, bothShort, form }: Compared<unknown>): boolean {
  const short = overlap.words < FORM_WORDS;
  const conflicts = overlap.numberConflicts + overlap.nameConflicts + (short && !garbled ? overlap.edgeConflicts : 0);
  const matches = overlap.numberMatches + overlap.nameMatches;
  if (!garbled && (otherSubject || form)) return true;
  const same = Math.min(overlap.mine, overlap.theirs) >= SAME && conflicts === 0;
  if (!garbled && !same && overlap.phrases > PHRASES) return true;
  const table = overlap.numberMatches + overlap.numberConflicts > TABLE * overlap.words;
  if (table && !garbled && conflicts > stampsOf(overlap)) return true;
  return conflicts >= 2 && conflicts > (garbled ? 0.8 : short || bothShort ? 0.2 : 0.38) * matches;
}

/** Containment that a text of this many equal words must reach: short ones are often forms. */
function least(overlap: Overlap, wanted: number): number {
  return overlap.words >= SHORT ? wanted : wanted + (0.85 - wanted) * (1 - overlap.words / SHORT);
}

/**
 * Decides on one copy group from the overlaps with its leader and its most similar members. null: the article does not belong.
 * One strong overlap is enough, or two fair ones; the leader must be met too, so that likeness never travels from follower to follower.
 * @param words words of the new text; `leader`: the overlap with the group's leader where it could be compared; `members`: size of the group; `contained`: share that makes a copy.
 */
export function judgeGroup<T extends { source: string }>(
  compared: readonly Compared<T>[],
  leader: Compared<T> | undefined,
  members: number,
  words: number,
  source: string,
  contained: number,
): Verdict<T> | null {
  if (leader !== undefined && (containment(leader.overlap) < (leader.garbled ? LEADER_GARBLED : LEADER) || vetoed(leader))) return null;
  let best: Compared<T> | null = null;
  let strong = 0;
  let fair = 0;
  let unrelated = 0;
  for (const c of compared) {
    const share = containment(c.overlap);
    if (share < UNRELATED) unrelated += 1;
    if (vetoed(c) || (c.overlap.words < LEAST_WORDS && c.overlap.words < words)) continue;
    const enough = c.overlap.words >= LEAST_WORDS_WEAK;
    if (share >= least(c.overlap, contained) || (c.garbled && enough && share >= CONTAINED_GARBLED)) strong += 1;
    else if (enough && share >= (c.garbled ? SUPPORTED_GARBLED : SUPPORTED)) fair += 1;
    else continue;
    if (best === null || share + c.overlap.jaccard > containment(best.overlap) + best.overlap.jaccard) best = c;
  }
  if (best === null || (strong === 0 && fair < 2) || (members > 2 && unrelated >= 2 && strong + fair < 2)) return null;
  const { mine, theirs } = best.overlap;
  const reasons = [
    `shares ${percent(mine)} of this text and ${percent(theirs)} of the other, weighed by rarity (${best.overlap.words} words)`,
  ];
  if (strong === 0) reasons.push(`${fair} members of the group agree`);
  const matches = best.overlap.numberMatches + best.overlap.nameMatches;
  if (matches > 0)
    reasons.push(`${matches} numbers and names are the same, ${best.overlap.numberConflicts + best.overlap.nameConflicts} differ`);
  const both = mine >= BOTH_WAYS && theirs >= BOTH_WAYS;
  const same = source !== '' && source === best.record.source;
  const relation = both ? (same ? 'revision' : 'syndicated') : mine >= theirs ? 'excerpt' : 'contains';
  return { relation, of: best.record, score: Math.round(containment(best.overlap) * 1000) / 1000, reasons };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
