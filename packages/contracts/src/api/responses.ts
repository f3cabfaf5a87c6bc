import { z } from 'zod';
import { copySchema, relationSchema } from '../events/article-clustered.ts';
import { articleRevisionSchema } from '../events/article-raw.ts';
import { outcomeSchema } from '../events/outcome.ts';
import { conflictSchema } from '../model/conflict.ts';
import { factSchema } from '../model/fact.ts';
import { mentionSchema } from '../model/mention.ts';

/** An error as RFC 9457 describes it; `code` is one of the stable error codes. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const storySummarySchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  language: z.string(),
  articles: z.int(),
  facts: z.int(),
  conflicts: z.int(),
  firstSeen: z.string(),
  lastSeen: z.string(),
});

export type StorySummary = z.infer<typeof storySummarySchema>;

/** An article without its text, and why it stands where it stands. */
export const articleSummarySchema = articleRevisionSchema
  .pick({
    articleId: true,
    revision: true,
    language: true,
    url: true,
    title: true,
    publisher: true,
    wireCredit: true,
    published: true,
    observedAt: true,
  })
  .extend({
    storyId: z.string(),
    group: z.string(),
    relation: relationSchema,
    of: z.string().nullable(),
    directed: z.boolean(),
    score: z.number(),
    reasons: z.array(z.string()),
    withdrawn: z.string().nullable(),
  });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const articleDetailSchema = articleSummarySchema.extend({
  text: z.string(),
  textHash: z.string(),
  copies: z.array(copySchema),
  mentions: z.array(mentionSchema),
});

/** A fact with the mentions that prove it. */
export const factDetailSchema = factSchema.extend({ evidence: z.array(mentionSchema) });
export type FactDetail = z.infer<typeof factDetailSchema>;

/** A story went on in another, or some of its articles did, and why. */
export const storyChangeSchema = z.object({
  kind: z.enum(['merge', 'split']),
  from: z.string(),
  into: z.string(),
  /** How many articles a split moved; null for a merge, which moves all. */
  articles: z.int().nullable(),
  reasons: z.array(z.string()),
  observedAt: z.string(),
});
export type StoryChange = z.infer<typeof storyChangeSchema>;

export const storyDetailSchema = storySummarySchema.extend({
  /** Merges and splits of the story and of those that went on in it, the newest first, at most 100. */
  changes: z.array(storyChangeSchema),
  articleList: z.array(articleSummarySchema),
  factList: z.array(factDetailSchema),
  conflictList: z.array(conflictSchema),
});
export type StoryDetail = z.infer<typeof storyDetailSchema>;

export const outcomeRecordSchema = z.object({ articleId: z.string(), revision: z.int(), outcome: outcomeSchema.nullable() });

/** A page of items; `next` is the `after` of the following page, null at the end. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
