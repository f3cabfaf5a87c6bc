import { conflictId } from '@copydesk/contracts';
import type { ConflictDraft } from '../drafts.ts';
import type { ClaimGroup, Finding, Side } from './claim-group.ts';
import { attributionConflicts } from './attribution.ts';
import { modalityConflicts } from './modality.ts';
import { nameConflicts } from './name-spelling.ts';
import { numericConflicts } from './numeric.ts';
import { conflictsBetween } from './opposed.ts';
import { quoteConflicts } from './quote-wording.ts';
import { statementDateConflicts } from './statement-date.ts';

/** The side that more independent roots stand behind, or undefined where none leads. */
function preferredOf(sides: readonly { roots: readonly string[] }[]): number | undefined {
  const counts = sides.map((side) => side.roots.length);
  const most = Math.max(...counts);
  return counts.filter((count) => count === most).length === 1 ? counts.indexOf(most) : undefined;
}

function writeSide(side: Side): ConflictDraft['sides'][number] {
  return {
    value: side.value,
    mentions: side.told.sortedIds as string[],
    articles: side.told.articleIds as string[],
    roots: side.told.rootNames(),
  };
}

/** A fact has at most one conflict of each type and class, so that its id stays when sides come and go. */
export function conflictIdOf(conflict: Pick<ConflictDraft, 'type' | 'class'>, factKeys: readonly string[]): string {
  return conflictId(`${conflict.type}/${conflict.class}`, factKeys);
}

function draftOf(storyId: string, finding: Finding): ConflictDraft {
  const sides = finding.sides.map(writeSide);
  const preferred = preferredOf(sides);
  const seen = finding.sides.map((side) => side.told.lastSeen).sort();
  // A conflict is there from the moment its second side is.
  const since = finding.sides.map((side) => side.told.firstSeen).sort();
  return {
    id: conflictIdOf(
      finding,
      finding.facts.map((fact) => fact.key),
    ),
    storyId,
    type: finding.type,
    class: finding.class,
    severity: finding.severity,
    facts: finding.facts.map((fact) => fact.id).sort(),
    sides,
    explanation: finding.explanation,
    ...(preferred === undefined ? {} : { preferred }),
    firstSeen: since[1] ?? '',
    lastChanged: seen.at(-1) ?? '',
  };
}

const RULES = [numericConflicts, quoteConflicts, nameConflicts, statementDateConflicts, modalityConflicts, attributionConflicts];

/** Every conflict inside one claim. */
export function conflictsWithin(storyId: string, group: ClaimGroup): ConflictDraft[] {
  return group.told.size < 2 ? [] : RULES.flatMap((rule) => rule(group)).map((finding) => draftOf(storyId, finding));
}

/** Every conflict between two claims; the same whichever of them comes first. */
export function conflictsAcross(storyId: string, a: ClaimGroup, b: ClaimGroup): ConflictDraft[] {
  const [first, second] = a.fact.key < b.fact.key ? [a, b] : [b, a];
  return conflictsBetween(first, second).map((finding) => draftOf(storyId, finding));
}
