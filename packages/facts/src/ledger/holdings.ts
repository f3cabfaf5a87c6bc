import type { Fact } from '@copydesk/contracts';
import type { Profile } from './claim/profile.ts';
import type { FactDraft } from './drafts.ts';
import type { Move } from './fold/story-fold.ts';

/** Which published fact each mention stands in, and how many mentions each claim has of each fact: kept by what moves, so that no list is walked through for one addition. */
export interface Holdings {
  factOf(mention: string): string | undefined;
  /** Takes in where mentions went. */
  move(moves: readonly Move[]): void;
  /** Facts that a claim has mentions of, with how many. */
  factsOf(leader: Profile): ReadonlyMap<string, number>;
  /** Says that a mention is in no fact any more. */
  forget(mention: string): void;
  /** Says that a fact has just these mentions, as read back. */
  restore(fact: Fact): void;
  /** Says that a claim has been published as a fact. */
  publish(leader: Profile, factId: string, draft: FactDraft): void;
}

interface Held {
  readonly byFact: Map<string, number>;
  /** Mentions that came since the claim was published last. */
  readonly fresh: Set<string>;
  size: number;
}

export function createHoldings(): Holdings {
  const factByMention = new Map<string, string>();
  const claims = new Map<Profile, Held>();
  const none: ReadonlyMap<string, number> = new Map();

  const count = ({ byFact }: Held, fact: string | undefined, by: 1 | -1): void => {
    if (fact === undefined) return;
    const now = (byFact.get(fact) ?? 0) + by;
    if (now > 0) byFact.set(fact, now);
    else byFact.delete(fact);
  };
  const moveOne = ({ mention, leader, kind }: Move): void => {
    const held = claims.get(leader) ?? { byFact: new Map<string, number>(), fresh: new Set<string>(), size: 0 };
    claims.set(leader, held);
    count(held, factByMention.get(mention), kind === 'joined' ? 1 : -1);
    held.size += kind === 'joined' ? 1 : -1;
    if (kind === 'joined') held.fresh.add(mention);
    else held.fresh.delete(mention);
    if (held.size === 0) claims.delete(leader);
  };

  return {
    factOf: (mention) => factByMention.get(mention),
    move(moves) {
      for (const move of moves) moveOne(move);
    },
    factsOf: (leader) => claims.get(leader)?.byFact ?? none,
    forget(mention) {
      factByMention.delete(mention);
    },
    restore(fact) {
      if (fact.status === 'active') for (const mention of fact.mentions) factByMention.set(mention, fact.id);
    },
    publish(leader, factId, draft) {
      const held = claims.get(leader);
      if (held === undefined) return;
      const put = (mention: string): void => {
        const before = factByMention.get(mention);
        if (before === factId) return;
        factByMention.set(mention, factId);
        count(held, before, -1);
        count(held, factId, 1);
      };
      for (const mention of held.fresh) put(mention);
      held.fresh.clear();
      // What was there before stands in the same fact as a rule; where it does not, the claim goes on under another id.
      if (held.byFact.get(factId) !== held.size) for (const mention of draft.mentions) put(mention);
    },
  };
}
