import type { Profile } from '../claim/profile.ts';
import type { ClaimGroup } from '../conflict/claim-group.ts';
import { conflictsAcross, conflictsWithin } from '../conflict/find-conflicts.ts';
import { possibleOpponents } from '../conflict/opposed.ts';
import type { ConflictDraft, FactDraft, StoryDrafts } from '../drafts.ts';
import { factDraft } from '../fact/fact-draft.ts';
import { valuesOf } from '../fact/values.ts';
import type { LeaderGrouping } from '../grouping/leader-grouping.ts';
import type { ToldSet } from '../told/told-set.ts';

/** Facts with all conflicts that name one of them, and the other facts that these conflicts name. */
export interface WrittenDrafts extends StoryDrafts {
  readonly neighbours: FactDraft[];
  /** The profile that leads each fact's claim. */
  readonly leaders: ReadonlyMap<FactDraft, Profile>;
}

function byId<Item extends { readonly id: string }>(a: Item, b: Item): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Writes the facts of these leaders, and their conflicts. Leaders that lead nothing (any more) are passed over. */
export function writeDrafts(
  storyId: string,
  leaders: Iterable<Profile>,
  grouping: LeaderGrouping,
  toldOf: (leader: Profile) => ToldSet,
): WrittenDrafts {
  const groups = new Map<Profile, ClaimGroup>();
  const group = (leader: Profile): ClaimGroup => {
    let known = groups.get(leader);
    if (known === undefined) {
      const told = toldOf(leader);
      const values = leader.family === 'number' ? valuesOf(told) : [];
      known = { fact: factDraft(storyId, leader, told, values), leader, told, values };
      groups.set(leader, known);
    }
    return known;
  };
  const conflicts = new Map<string, ConflictDraft>();
  const written = new Set([...leaders].filter((leader) => grouping.groupOf(leader).size > 0));
  for (const leader of written) {
    for (const conflict of conflictsWithin(storyId, group(leader))) conflicts.set(conflict.id, conflict);
    for (const other of possibleOpponents(leader, grouping)) {
      for (const conflict of conflictsAcross(storyId, group(leader), group(other))) conflicts.set(conflict.id, conflict);
    }
  }
  const named = Map.groupBy(
    [...conflicts.values()].flatMap(({ id, facts }) => facts.map((fact) => ({ fact, id }))),
    ({ fact }) => fact,
  );
  const leaderOf = new Map<FactDraft, Profile>();
  const facts = [...written].map((leader) => {
    const { fact } = group(leader);
    const draft = { ...fact, conflicts: (named.get(fact.id) ?? []).map(({ id }) => id).sort() };
    leaderOf.set(draft, leader);
    return draft;
  });
  const neighbours = [...groups].filter(([leader, { fact }]) => !written.has(leader) && named.has(fact.id)).map(([, { fact }]) => fact);
  return { facts: facts.sort(byId), conflicts: [...conflicts.values()].sort(byId), neighbours, leaders: leaderOf };
}
