import { timeSpan } from '../claim/time-span.ts';
import type { Testimony } from '../fact/testimony.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

/** Unnamed speakers may be several: only what somebody said by name is one statement. */
function dayOf({ mention }: Testimony): string | null {
  if (mention.source?.name === undefined) return null;
  const span = timeSpan(mention.statementTime);
  return span.kind === 'days' && span.from === span.to ? (mention.statementTime?.interval?.[0] ?? '').slice(0, 10) : null;
}

/** One statement laid to different days: two occasions, or two time zones. */
export function statementDateConflicts(group: ClaimGroup): Finding[] {
  const byDay = Map.groupBy(
    group.testimonies.filter((testimony) => dayOf(testimony) !== null),
    (testimony) => dayOf(testimony) ?? '',
  );
  if (byDay.size < 2) return [];
  const sides = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, testimonies]) => ({ value, testimonies }));
  const explanation = `The statement is dated ${sides.map((side) => side.value).join(' and ')}: different occasions or time zones.`;
  return [{ type: 'date', class: 'different-scope', severity: 'medium', facts: [group.fact], sides, explanation }];
}
