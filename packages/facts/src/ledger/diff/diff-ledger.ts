import type { Conflict, Fact } from '@copydesk/contracts';
import { conflictIdOf } from '../conflict/find-conflicts.ts';
import type { FactDraft, StoryDrafts } from '../drafts.ts';
import { sameJson } from './same-json.ts';
import { matchPublished } from './match-published.ts';
import type { Identity, Shares } from './match-published.ts';

/** One thing to publish, with what was published of it last, if anything. A retraction carries the last body with the next revision. */
export type LedgerChange =
  | { readonly kind: 'fact'; readonly change: 'new' | 'revised'; readonly fact: Fact; readonly last: Fact | null }
  | {
      readonly kind: 'fact-retracted';
      readonly fact: Fact;
      readonly last: Fact;
      readonly reason: string;
      readonly successor: string | null;
    }
  | { readonly kind: 'conflict'; readonly change: 'new' | 'revised'; readonly conflict: Conflict; readonly last: Conflict | null }
  | { readonly kind: 'conflict-retracted'; readonly conflict: Conflict; readonly last: Conflict; readonly reason: string };

/** What is published of the facts and conflicts concerned, retracted ones included (their ids and revisions go on). */
export interface PublishedLedger {
  readonly facts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
}

/** What the two sides of a comparison leave out, where they cover a part of a story. */
export interface DiffContext {
  /** Published facts that the drafts' conflicts name beyond the drafts, by draft id. */
  readonly neighbours: ReadonlyMap<string, Fact>;
  /** Any published fact of the story by id, retracted ones included. */
  lookUp(id: string): Fact | undefined;
  lookUpConflict(id: string): Conflict | undefined;
  /** Ids of facts that other stories have: their mentions went apart. */
  readonly elsewhere?: ReadonlySet<string>;
  /** How many of its mentions a published fact has in each draft, where that is known without counting. */
  readonly sharesOf?: Shares;
  /** Told under which id each draft goes on. */
  onIdentity?(draft: FactDraft, factId: string): void;
}

function factOf(draft: FactDraft, identity: Identity, conflicts: readonly string[]): Fact {
  const { descriptor: _descriptor, ...body } = draft;
  return {
    ...body,
    id: identity.id,
    key: identity.key,
    aliases: [...identity.aliases],
    conflicts: [...conflicts].sort(),
    revision: (identity.last?.revision ?? 0) + 1,
    status: 'active',
  };
}

function isUnchanged<Body extends { readonly revision: number }>(next: Body, last: Body): boolean {
  return sameJson({ ...next, revision: 0 }, { ...last, revision: 0 });
}

/**
 * Compares what a story comes to now with what is published of it and gives what must be published: new, revised and retracted facts and conflicts, facts first,
 * each by id. Both sides cover the same mentions; where that is not the whole story, `context` tells of the rest. Nothing unchanged is given again: applied to its
 * own result it gives nothing.
 */
export function diffLedger(published: PublishedLedger, next: StoryDrafts, context?: DiffContext): LedgerChange[] {
  const byId = new Map(published.facts.map((fact) => [fact.id, fact]));
  const lookUp = (id: string): Fact | undefined => byId.get(id) ?? context?.lookUp(id);
  const { identities, joined, lost } = matchPublished(published.facts, next.facts, lookUp, context?.elsewhere, context?.sharesOf);
  for (const [draft, identity] of identities) context?.onIdentity?.(draft, identity.id);
  const byDraftId = new Map([...identities].map(([draft, identity]) => [draft.id, identity]));
  const conflicts = next.conflicts.map((draft) => {
    const about = draft.facts.map((id) => byDraftId.get(id) ?? context?.neighbours.get(id)).filter((identity) => identity !== undefined);
    const id = conflictIdOf(
      draft,
      about.map((identity) => identity.key),
    );
    return { draft, body: { ...draft, id, facts: about.map((identity) => identity.id).sort() } };
  });
  const conflictIdByDraft = new Map(conflicts.map(({ draft, body }) => [draft.id, body.id]));
  const changes: LedgerChange[] = [];
  for (const [draft, identity] of [...identities].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1))) {
    const fact = factOf(
      draft,
      identity,
      draft.conflicts.map((id) => conflictIdByDraft.get(id) ?? id),
    );
    if (identity.last !== null && isUnchanged(fact, identity.last)) continue;
    changes.push({ kind: 'fact', change: identity.last === null ? 'new' : 'revised', fact, last: identity.last });
  }
  for (const [fact, successor] of joined) {
    changes.push({
      kind: 'fact-retracted',
      fact: { ...fact, revision: fact.revision + 1, status: 'superseded' },
      last: fact,
      reason: 'joined with another fact',
      successor,
    });
  }
  for (const fact of lost) {
    changes.push({
      kind: 'fact-retracted',
      fact: { ...fact, revision: fact.revision + 1, status: 'retracted' },
      last: fact,
      reason: 'no article says it any more',
      successor: null,
    });
  }
  const lastConflict = new Map(published.conflicts.map((conflict) => [conflict.id, conflict]));
  const live = new Set<string>();
  for (const { body } of conflicts.sort((a, b) => (a.body.id < b.body.id ? -1 : 1))) {
    if (live.has(body.id)) continue;
    live.add(body.id);
    const last = lastConflict.get(body.id) ?? context?.lookUpConflict(body.id) ?? null;
    const conflict: Conflict = { ...body, revision: (last?.revision ?? 0) + 1, status: 'active' };
    if (last !== null && isUnchanged(conflict, last)) continue;
    changes.push({ kind: 'conflict', change: last === null ? 'new' : 'revised', conflict, last });
  }
  for (const conflict of published.conflicts) {
    if (conflict.status === 'retracted' || live.has(conflict.id)) continue;
    changes.push({
      kind: 'conflict-retracted',
      conflict: { ...conflict, revision: conflict.revision + 1, status: 'retracted' },
      last: conflict,
      reason: 'the disagreement is gone',
    });
  }
  return changes;
}
