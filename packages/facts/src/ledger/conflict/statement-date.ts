import { timeSpan } from '../claim/time-span.ts';
import type { Testimony } from '../fact/testimony.ts';
import { byKey } from '../told/partition.ts';
import type { PartitionKind } from '../told/partition.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

/** Unnamed speakers may be several: only what somebody said by name is one statement. */
function dayOf({ mention }: Testimony): string | null {
  if (mention.source?.name === undefined) return null;
  const span = timeSpan(mention.statementTime);
  return span.kind === 'days' && span.from === span.to ? (mention.statementTime?.interval?.[0] ?? '').slice(0, 10) : null;
}

const DAY: PartitionKind = { keysOf: (testimony) => dayOf(testimony) ?? '', before: byKey };

/** One statement laid to different days: two occasions, or two time zones. */
export function statementDateConflicts(group: ClaimGroup): Finding[] {
  const days = group.told.parts(DAY);
  if (days.length < 2) return [];
  const sides = days.map(({ key, told }) => ({ value: key, told }));
  const explanation = `The statement is dated ${sides.map((side) => side.value).join(' and ')}: different occasions or time zones.`;
  return [{ type: 'date', class: 'different-scope', severity: 'medium', facts: [group.fact], sides, explanation }];
}
