import type { Profile } from '../claim/profile.ts';
import type { ClaimGroup } from '../conflict/claim-group.ts';
import { conflictsAcross, conflictsWithin } from '../conflict/find-conflicts.ts';
import { mayOppose } from '../conflict/opposed.ts';
import type { ConflictDraft, StoryDrafts } from '../drafts.ts';
import { factDraft } from '../fact/fact-draft.ts';
import type { Testimony } from '../fact/testimony.ts';
import type { LeaderGrouping } from '../grouping/leader-grouping.ts';

/** Writes the facts and conflicts of groups. Remembers which groups conflict, so that a change reaches the facts on the other side. */
export interface DraftWriter {
  all(): StoryDrafts;
  /** The facts of these leaders and of every fact that they conflict with, or did, with all their conflicts. */
  changed(leaders: ReadonlySet<Profile>): StoryDrafts;
}

function byId<Item extends { readonly id: string }>(a: Item, b: Item): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export function createDraftWriter(
  storyId: string,
  grouping: LeaderGrouping,
  testimoniesOf: (leader: Profile) => readonly Testimony[],
): DraftWriter {
  const opponents = new Map<Profile, Set<Profile>>();

  const groupOf = (leader: Profile): ClaimGroup => {
    const testimonies = testimoniesOf(leader);
    return { fact: factDraft(storyId, leader, testimonies), leader, testimonies };
  };

  const write = (leaders: Iterable<Profile>): StoryDrafts => {
    const groups = new Map<Profile, ClaimGroup>();
    const conflicts = new Map<string, ConflictDraft>();
    const waiting = new Set([...leaders].filter((leader) => grouping.groupOf(leader).size > 0));
    const group = (leader: Profile): ClaimGroup => {
      const known = groups.get(leader) ?? groupOf(leader);
      groups.set(leader, known);
      return known;
    };
    const done = new Set<Profile>();
    for (const leader of waiting) {
      done.add(leader);
      const own = group(leader);
      for (const conflict of conflictsWithin(storyId, own)) conflicts.set(conflict.id, conflict);
      const now = new Set<Profile>();
      for (const other of grouping.relatedLeaders(leader)) {
        if (!mayOppose(leader, other)) continue;
        const across = conflictsAcross(storyId, own, group(other));
        if (across.length === 0) continue;
        now.add(other);
        for (const conflict of across) conflicts.set(conflict.id, conflict);
      }
      // A set being walked through takes in what is added to it: the facts on the other side are written too, with their own opponents.
      for (const other of [...now, ...(opponents.get(leader) ?? [])]) if (grouping.groupOf(other).size > 0) waiting.add(other);
      if (now.size > 0) opponents.set(leader, now);
      else opponents.delete(leader);
    }
    const about = Map.groupBy(
      [...conflicts.values()].flatMap((conflict) => conflict.facts.map((fact) => ({ fact, id: conflict.id }))),
      ({ fact }) => fact,
    );
    const facts = [...done].map((leader) => {
      const { fact } = group(leader);
      return { ...fact, conflicts: (about.get(fact.id) ?? []).map(({ id }) => id).sort() };
    });
    return { facts: facts.sort(byId), conflicts: [...conflicts.values()].sort(byId) };
  };

  return {
    all: () => write(grouping.leaders()),
    changed(leaders) {
      const reached = new Set(leaders);
      // Leaders that are gone had opponents too.
      for (const leader of leaders) {
        if (grouping.groupOf(leader).size > 0) continue;
        for (const other of opponents.get(leader) ?? []) reached.add(other);
        opponents.delete(leader);
      }
      return write(reached);
    },
  };
}
