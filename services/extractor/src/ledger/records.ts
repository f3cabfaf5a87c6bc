import type { Conflict, ConflictRecord, Fact, FactRecord, Mention } from '@copydesk/contracts';

/** Mentions carried whole inside a fact's record. Every supporting article publishes the fact again: they decide how large its topic grows. */
export const EVIDENCE_IN_RECORD = 20;
/** Longest list of mentions, articles, roots or points of a series in a record. */
const LONGEST_LIST = 100;
/** Longest list inside one of those. */
const LONGEST_INNER_LIST = 20;

/** The fact as published: lists cut, counts whole, the first mentions as evidence. `mentions` must hold those; others are passed over. */
export function factRecord(fact: Fact, mentions: ReadonlyMap<string, Mention>): FactRecord {
  const withCount = <Item extends { readonly mentions: readonly string[] }>(item: Item) => ({
    ...item,
    mentions: item.mentions.slice(0, LONGEST_INNER_LIST),
    mentionCount: item.mentions.length,
  });
  return {
    ...fact,
    mentions: fact.mentions.slice(0, LONGEST_LIST),
    mentionCount: fact.mentions.length,
    articleIds: fact.articleIds.slice(0, LONGEST_LIST),
    series: fact.series.slice(0, LONGEST_LIST).map(withCount),
    wordings: fact.wordings.slice(0, LONGEST_LIST).map(withCount),
    support: {
      ...fact.support,
      roots: fact.support.roots
        .slice(0, LONGEST_LIST)
        .map((root) => ({ ...root, articles: root.articles.slice(0, LONGEST_INNER_LIST), articleCount: root.articles.length })),
    },
    evidence: fact.mentions.slice(0, EVIDENCE_IN_RECORD).flatMap((id) => mentions.get(id) ?? []),
  };
}

/** The conflict as published: lists cut, counts whole. */
export function conflictRecord(conflict: Conflict): ConflictRecord {
  return {
    ...conflict,
    sides: conflict.sides.map((side) => ({
      value: side.value,
      mentions: side.mentions.slice(0, LONGEST_INNER_LIST),
      mentionCount: side.mentions.length,
      articles: side.articles.slice(0, LONGEST_INNER_LIST),
      articleCount: side.articles.length,
      roots: side.roots.slice(0, LONGEST_INNER_LIST),
      rootCount: side.roots.length,
    })),
  };
}
