import type { Mention } from '@copydesk/contracts';

/** Mentions kept in memory, about 1.5 kB each. */
const KEPT = 20_000;

/** Mentions seen lately: a fact is published with its evidence each time an article supports it, and that is most often evidence of a moment ago. */
export interface MentionCache {
  get(id: string): Mention | undefined;
  add(mentions: Iterable<Mention>): void;
  clear(): void;
}

/** An empty cache; the oldest go first. A mention's id stands for its words and its reader: what is kept never changes. */
export function createMentionCache(): MentionCache {
  const kept = new Map<string, Mention>();
  return {
    get: (id) => kept.get(id),
    add(mentions) {
      for (const mention of mentions) kept.set(mention.id, mention);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) return;
        kept.delete(oldest);
      }
    },
    clear: () => kept.clear(),
  };
}
