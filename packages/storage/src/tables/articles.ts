import type { ArticleRevision, Assignment } from '@copydesk/contracts';
import type { Selectable } from 'kysely';
import type { Queryable } from '../database.ts';
import type { ArticleTable } from '../schema.ts';

/** An article as the ledger holds it: its newest revision and where it stands. */
export type StoredArticle = Omit<Assignment, 'kind' | 'article'> & {
  article: Omit<ArticleRevision, 'kind' | 'intake' | 'updated'>;
  /** Why the article was taken back; null while it stands. */
  withdrawn: string | null;
};

/** A stored article without its words: all that grouping and showing a story needs, and little of it. */
export type PlacedArticle = Omit<StoredArticle, 'article'> & { article: Omit<StoredArticle['article'], 'text'> };

function toStored(row: Selectable<ArticleTable>): StoredArticle {
  const placed = toPlaced(row);
  return { ...placed, article: { ...placed.article, text: row.text } };
}

function toPlaced(row: Omit<Selectable<ArticleTable>, 'text' | 'extracted_by'>): PlacedArticle {
  return {
    storyId: row.story_id,
    group: row.copy_group,
    relation: row.relation as Assignment['relation'],
    of: row.of_article,
    directed: row.directed,
    score: row.score,
    reasons: row.reasons,
    copies: row.copies,
    withdrawn: row.withdrawn,
    article: {
      articleId: row.article_id,
      revision: row.revision,
      language: row.language,
      url: row.url,
      title: row.title,
      textHash: row.text_hash,
      headlines: row.headlines,
      authors: row.authors,
      publisher: row.publisher,
      wireCredit: row.wire_credit,
      published: row.published,
      observedAt: row.observed_at,
    },
  };
}

/**
 * Writes the newest revision of an article, which stands again if it was taken back before; an older one than is stored changes nothing.
 * @param extractedBy version of the extractor that read it.
 * @returns false when it changed nothing.
 */
export async function saveArticle(db: Queryable, entry: Assignment, extractedBy: string | null = null): Promise<boolean> {
  const { article } = entry;
  const row = {
    revision: article.revision,
    story_id: entry.storyId,
    copy_group: entry.group,
    relation: entry.relation,
    of_article: entry.of,
    directed: entry.directed,
    score: entry.score,
    reasons: JSON.stringify(entry.reasons),
    copies: JSON.stringify(entry.copies),
    language: article.language,
    url: article.url,
    title: article.title,
    text: article.text,
    text_hash: article.textHash,
    headlines: JSON.stringify(article.headlines),
    authors: JSON.stringify(article.authors),
    publisher: article.publisher,
    wire_credit: JSON.stringify(article.wireCredit),
    published: article.published === null ? null : JSON.stringify(article.published),
    observed_at: article.observedAt,
    extracted_by: extractedBy,
  };
  const saved = await db
    .insertInto('articles')
    .values({ article_id: article.articleId, withdrawn: null, ...row })
    .onConflict((conflict) =>
      conflict
        .column('article_id')
        .doUpdateSet({ ...row, withdrawn: null })
        .where('articles.revision', '<', article.revision),
    )
    .returning('article_id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** One article by id. */
export async function findArticle(db: Queryable, articleId: string): Promise<StoredArticle | undefined> {
  const row = await db.selectFrom('articles').selectAll().where('article_id', '=', articleId).executeTakeFirst();
  return row && toStored(row);
}

const placedColumns = [
  'article_id',
  'revision',
  'story_id',
  'copy_group',
  'relation',
  'of_article',
  'directed',
  'score',
  'reasons',
  'copies',
  'language',
  'url',
  'title',
  'text_hash',
  'headlines',
  'authors',
  'publisher',
  'wire_credit',
  'published',
  'observed_at',
  'withdrawn',
] as const;

/** Every article of a story, in order of observation, without the texts. */
export async function articlesOfStory(db: Queryable, storyId: string): Promise<PlacedArticle[]> {
  const rows = await db
    .selectFrom('articles')
    .select(placedColumns)
    .where('story_id', '=', storyId)
    .orderBy('observed_at')
    .orderBy('article_id')
    .execute();
  return rows.map((row) => toPlaced(row));
}

/** The standing articles of a story with their texts, in order of observation. */
export async function storedArticlesOf(db: Queryable, storyId: string): Promise<StoredArticle[]> {
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('withdrawn', 'is', null)
    .orderBy('observed_at')
    .orderBy('article_id')
    .execute();
  return rows.map((row) => toStored(row));
}

/** Articles after a given id, ordered by id: for walking the whole store. */
export async function listArticles(db: Queryable, page: { after?: string; limit: number }): Promise<StoredArticle[]> {
  let query = db.selectFrom('articles').selectAll().orderBy('article_id').limit(page.limit);
  if (page.after !== undefined) query = query.where('article_id', '>', page.after);
  return (await query.execute()).map((row) => toStored(row));
}

/** Marks an article as taken back. `revision` is that of the withdrawal: what comes late and is older does not bring the article back. */
export async function withdrawArticle(db: Queryable, articleId: string, revision: number, reason: string): Promise<void> {
  await db.updateTable('articles').set({ withdrawn: reason, revision }).where('article_id', '=', articleId).execute();
}

/** Moves articles (and their mentions) to another story. */
export async function moveArticles(db: Queryable, articleIds: readonly string[], storyId: string): Promise<void> {
  if (articleIds.length === 0) return;
  await db
    .updateTable('articles')
    .set({ story_id: storyId })
    .where('article_id', 'in', [...articleIds])
    .execute();
  await db
    .updateTable('mentions')
    .set({ story_id: storyId })
    .where('article_id', 'in', [...articleIds])
    .execute();
}
