import type { Profile } from '../claim/profile.ts';
import { TIME_ZONE_SLACK, daysApart, mayBeSameTime } from '../claim/time-span.ts';
import { OPPOSITES } from '../data/opposites.ts';
import type { LeaderGrouping } from '../grouping/leader-grouping.ts';
import { leastCommonFor, meet, samePlace, wordSimilarity } from '../grouping/similarity.ts';
import { conceptOf } from '../words/concepts.ts';
import { stem } from '../words/stem.ts';
import type { ClaimGroup, Finding } from './claim-group.ts';

/** How alike two claims must be, polarity aside, for one to deny the other. */
const SAME_BUT_OPPOSED = 0.62;
/** How alike two events must be, day aside, to be one event with two dates. */
const SAME_BUT_DATED = 0.9;
/** Events alike in all but the day are one event with a wrong date only when the days are near; further apart they are two events. */
const NEAR_DAYS = 10;

const opposites = new Map<string, Set<string>>();
for (const pair of OPPOSITES) {
  const [a = '', b = ''] = pair.map((word) => conceptOf(word) ?? stem(word));
  opposites.set(a, new Set([...(opposites.get(a) ?? []), b]));
  opposites.set(b, new Set([...(opposites.get(b) ?? []), a]));
}

function hasOppositeAction(a: Profile, b: Profile): boolean {
  for (const key of a.action) {
    const others = opposites.get(key);
    if (others !== undefined && !b.action.has(key))
      for (const other of others) if (b.action.has(other) && !a.action.has(other)) return true;
  }
  return false;
}

/** One denies what the other says when it negates the same deed, or affirms the opposite one; both together cancel out. */
function denies(x: Profile, y: Profile): boolean {
  if (!mayBeSameTime(x.time, y.time) || x.future !== y.future) return false;
  if (x.negative === y.negative ? !hasOppositeAction(x, y) : hasOppositeAction(x, y) || !meet(x.action, y.action)) return false;
  return wordSimilarity(x, y) >= SAME_BUT_OPPOSED;
}

function isDatedElse(x: Profile, y: Profile): boolean {
  const apart = daysApart(x.time, y.time);
  if (apart === null || apart <= TIME_ZONE_SLACK || apart > NEAR_DAYS) return false;
  return x.family === 'statement' && x.negative === y.negative && x.future === y.future && wordSimilarity(x, y) >= SAME_BUT_DATED;
}

/** The leaders whose claims may disagree with one, by their leading wordings alone. */
export function possibleOpponents(leader: Profile, grouping: LeaderGrouping): Profile[] {
  const opposed = leastCommonFor(SAME_BUT_OPPOSED);
  const found = new Set(grouping.relatedLeaders(leader, opposed, true));
  const hasOpposites = [...leader.action].some((key) => opposites.has(key));
  if (hasOpposites) for (const other of grouping.relatedLeaders(leader, opposed, false)) found.add(other);
  if (leader.time.kind === 'days')
    for (const other of grouping.relatedLeaders(leader, leastCommonFor(SAME_BUT_DATED), false)) found.add(other);
  return [...found].filter((other) => samePlace(leader, other) && (denies(leader, other) || isDatedElse(leader, other)));
}

/** Disagreements between two claims: one denies the other, or they are one event with two dates. A text that has both dates means two events. */
export function conflictsBetween(a: ClaimGroup, b: ClaimGroup): Finding[] {
  if (!samePlace(a.leader, b.leader)) return [];
  const facts = [a.fact, b.fact];
  if (denies(a.leader, b.leader)) {
    const sides = [a, b].map(({ fact, told }) => ({ value: fact.statement, told }));
    const explanation = `One says “${a.fact.statement}”, the other the opposite: “${b.fact.statement}”.`;
    return [{ type: 'polarity', class: 'contradiction', severity: 'high', facts, sides, explanation }];
  }
  if (!isDatedElse(a.leader, b.leader) || a.told.sharesArticle(b.told)) return [];
  const sides = [a, b].map(({ fact, told }) => ({ value: fact.time?.timex ?? '', told }));
  const explanation = `The same event is dated ${sides.map((side) => side.value).join(' and ')}.`;
  return [{ type: 'date', class: 'contradiction', severity: 'medium', facts, sides, explanation }];
}
