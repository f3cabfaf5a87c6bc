import { z } from 'zod';
import { articleRevisionSchema } from './article-raw.ts';

/** A stretch of this article's text that stands in an earlier article too. `origin` null: its group is known, its first place is not. */
export const copySchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  group: z.string(),
  origin: z.object({ articleId: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }).nullable(),
});
export type Copy = z.infer<typeof copySchema>;

/**
 * Which other messages a message belongs together with. A line is a story with all that were split off from it, named by the first: its messages keep their order. A joint event comes once in each of its lines, and is
 * carried out when all before it are done in every one of them, so that what it comes to never depends on which partition was read first.
 */
const inLine = {
  /** The line of the key; the key itself where it is missing. */
  line: z.string().optional(),
  /** What is one event, though it comes in several lines. */
  joint: z.object({ id: z.string(), lines: z.array(z.string()).min(2).max(3) }).optional(),
};

export const relationSchema = z.enum(['original', 'exact', 'revision', 'syndicated', 'excerpt', 'contains']);
export type Relation = z.infer<typeof relationSchema>;

/** An article (or a new revision of one) stands in a story. */
export const assignmentSchema = z.object({
  kind: z.literal('assignment'),
  storyId: z.string(),
  article: articleRevisionSchema,
  /** Copy group: near-duplicate articles of one origin. */
  group: z.string(),
  relation: relationSchema,
  /** The article that `relation` is about, null for an original. */
  of: z.string().nullable(),
  /** True when it is known which of the two was first. */
  directed: z.boolean(),
  score: z.number(),
  reasons: z.array(z.string()),
  copies: z.array(copySchema),
  ...inLine,
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const clusteredWithdrawalSchema = z.object({
  kind: z.literal('withdrawal'),
  storyId: z.string(),
  articleId: z.string(),
  revision: z.int().positive(),
  reason: z.string(),
  observedAt: z.iso.datetime(),
  ...inLine,
});

/** An article leaves `storyId`: its new revision is assigned to `into`, under whose key the same joint event comes with all that is said of it. */
export const departureSchema = z.object({
  kind: z.literal('departure'),
  storyId: z.string(),
  into: z.string(),
  articleId: z.string(),
  revision: z.int().positive(),
  observedAt: z.iso.datetime(),
  ...inLine,
});

/** Story `from` goes on as `into` (the older). Published under both keys, applied idempotently in any order. */
export const storyMergeSchema = z.object({
  kind: z.literal('merge'),
  storyId: z.string(),
  from: z.string(),
  into: z.string(),
  reasons: z.array(z.string()),
  observedAt: z.iso.datetime(),
  ...inLine,
});

/** The named articles leave `from` and go on in `storyId`. */
export const storySplitSchema = z.object({
  kind: z.literal('split'),
  storyId: z.string(),
  from: z.string(),
  articleIds: z.array(z.string()),
  reasons: z.array(z.string()),
  observedAt: z.iso.datetime(),
  ...inLine,
});

/** An article revision that could not be clustered and went to the dead letters: said forward, so that its outcome is known. Keyed by the article's id. */
export const refusalSchema = z.object({
  kind: z.literal('refusal'),
  articleId: z.string(),
  revision: z.int().positive(),
  code: z.string(),
  detail: z.string(),
  stage: z.string(),
  observedAt: z.iso.datetime(),
});

export const articleClusteredSchema = z.discriminatedUnion('kind', [
  refusalSchema,
  assignmentSchema,
  clusteredWithdrawalSchema,
  departureSchema,
  storyMergeSchema,
  storySplitSchema,
]);
export type ArticleClustered = z.infer<typeof articleClusteredSchema>;
