import type { Profile } from '../claim/profile.ts';
import type { ClaimGroup } from '../conflict/claim-group.ts';
import { conflictsAcross, conflictsWithin } from '../conflict/find-conflicts.ts';
import { possibleOpponents } from '../conflict/opposed.ts';
import type { ConflictDraft, FactDraft, StoryDrafts } from '../drafts.ts';
import { factDraft } from '../fact/fact-draft.ts';
import type { Testimony } from '../fact/testimony.ts';
import type { LeaderGrouping } from '../grouping/leader-grouping.ts';

/** Facts with all conflicts that name one of them, and the other facts that these conflicts name. */
export interface WrittenDrafts extends StoryDrafts {
  readonly neighbours: FactDraft[];
}

function byId<Item extends { readonly id: string }>(a: Item, b: Item): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Writes the facts of these leaders, and their conflicts. Leaders that lead nothing (any more) are passed over. */
export function writeDrafts(
  storyId: string,
  leaders: Iterable<Profile>,
  grouping: LeaderGrouping,
  testimoniesOf: (leader: Profile) => readonly Testimony[],
): WrittenDrafts {
  const groups = new Map<Profile, ClaimGroup>();
  const group = (leader: Profile): ClaimGroup => {
    let known = groups.get(leader);
    if (known === undefined) {
      const testimonies = testimoniesOf(leader);
      known = { fact: factDraft(storyId, leader, testimonies), leader, testimonies };
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
  const facts = [...written].map((leader) => {
    const { fact } = group(leader);
    return { ...fact, conflicts: (named.get(fact.id) ?? []).map(({ id }) => id).sort() };
  });
  const neighbours = [...groups].filter(([leader, { fact }]) => !written.has(leader) && named.has(fact.id)).map(([, { fact }]) => fact);
  return { facts: facts.sort(byId), conflicts: [...conflicts.values()].sort(byId), neighbours };
}
