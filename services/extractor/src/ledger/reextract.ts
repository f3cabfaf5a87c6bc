import type { Fact, Mention, Outcome } from '@copydesk/contracts';
import { diffLedger, foldStory } from '@copydesk/facts';
import type { ArticleToRead, LedgerChange } from '@copydesk/facts';
import { correctOutcome, factsNamedAfter, markExtracted, publishedOfStory, replaceMentions, staleArticlesOf } from '@copydesk/storage';
import type { Queryable, StoredArticle } from '@copydesk/storage';
import { toArticleContext } from './article-context.ts';
import { createMentionCache } from './mention-cache.ts';
import { saveChanges } from './save-changes.ts';

/** What reads articles, and its version. */
export interface Extraction {
  readonly version: string;
  /** The mentions of an article: pure, and the expensive part. */
  readonly readMentions: (article: ArticleToRead) => Mention[];
  /** Makes the first reading as quick as later ones; called once, at start. */
  readonly warmUp?: () => void;
}

/** What an article comes to when it is read again: one that cannot be read ends as it would have ended on its first way. */
function read(article: ArticleToRead, { readMentions }: Extraction): { mentions: Mention[]; outcome: Outcome } {
  try {
    const mentions = readMentions(article);
    return { mentions, outcome: { outcome: 'facts', mentions: mentions.length } };
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 2000);
    return { mentions: [], outcome: { outcome: 'dead-letter', code: 'step-failed', stage: 'extractor.reextract', detail } };
  }
}

/** Reads an article again and puts its mentions and its outcome in the place of those of before. */
async function readAgain(db: Queryable, storyId: string, { article }: StoredArticle, extraction: Extraction): Promise<Mention[]> {
  const { mentions, outcome } = read(article, extraction);
  await correctOutcome(db, article.articleId, article.revision, outcome);
  await replaceMentions(db, article.articleId, storyId, mentions);
  return mentions;
}

/** What is published of a story against what it comes to when it is read by this version: every standing fact again, as its evidence has another reader now. */
function supersede(published: { facts: readonly Fact[] }, changes: readonly LedgerChange[], version: string): LedgerChange[] {
  const changed = new Set(changes.flatMap((change) => ('fact' in change ? [change.fact.id] : [])));
  const again = published.facts.filter((fact) => fact.status === 'active' && !changed.has(fact.id));
  return [
    ...changes.map((change): LedgerChange => {
      const isLost = change.kind === 'fact-retracted' && change.successor === null;
      return isLost ? { ...change, reason: `extractor ${version} does not read it` } : change;
    }),
    ...again.map((fact): LedgerChange => ({ kind: 'fact', change: 'revised', fact: { ...fact, revision: fact.revision + 1 }, last: fact })),
  ];
}

/**
 * Reads every article of a story again with this version where one was read by another, and publishes what differs, in the caller's transaction: a story is never a mixture.
 * The caller holds the story. The texts are those of the ledger, which outlive the topic they came by.
 * @returns how many articles were read; 0 where the story is of this version already.
 */
export async function reextractStory(db: Queryable, storyId: string, extraction: Extraction): Promise<number> {
  const articles = await staleArticlesOf(db, storyId, extraction.version);
  if (articles.length === 0) return 0;
  const mentions: Mention[] = [];
  for (const article of articles) for (const mention of await readAgain(db, storyId, article, extraction)) mentions.push(mention);
  const published = await publishedOfStory(db, storyId);
  const next = foldStory({ storyId, articles: articles.map(toArticleContext), mentions });
  const byId = new Map(published.facts.map((fact) => [fact.id, fact]));
  const conflictById = new Map(published.conflicts.map((conflict) => [conflict.id, conflict]));
  const elsewhere = (
    await factsNamedAfter(
      db,
      mentions.map(({ id }) => id),
    )
  ).filter((id) => !byId.has(id));
  const context = {
    neighbours: new Map(),
    lookUp: (id: string) => byId.get(id),
    lookUpConflict: (id: string) => conflictById.get(id),
    elsewhere: new Set(elsewhere),
  };
  const known = createMentionCache();
  known.add(mentions);
  await saveChanges(db, supersede(published, diffLedger(published, next, context), extraction.version), known);
  await markExtracted(db, storyId, extraction.version);
  return articles.length;
}
