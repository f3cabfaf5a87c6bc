import { z } from 'zod';
import { spanSchema } from '../model/evidence.ts';

const publishedSchema = z.object({
  /** ISO 8601, cut to what is known ("2025-10-02", "2025-10-02T11:45:00Z"). */
  value: z.string(),
  source: z.string(),
  precision: z.enum(['year', 'month', 'day', 'minute', 'second']),
});
export type Published = z.infer<typeof publishedSchema>;

/** One revision of one article, as the reader published it. Everything downstream works on `text` and its offsets. */
export const articleRevisionSchema = z.object({
  kind: z.literal('revision'),
  articleId: z.string(),
  revision: z.int().positive(),
  /** BCP 47 primary tag, or "und" where no language was recognised with confidence. */
  language: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  /** SHA-256 (hex) of `text`. */
  textHash: z.string(),
  /** Spans of `text` that are headlines inside the body. */
  headlines: z.array(spanSchema),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  /** Agencies that the article credits as its own origin ("Reuters"). */
  wireCredit: z.array(z.string()),
  published: publishedSchema.nullable(),
  updated: publishedSchema.nullable(),
  /** ISO 8601 instant set once by the reader; every window and order downstream runs on it. */
  observedAt: z.iso.datetime(),
  /** How it came in: a feed's URL, "file" or "push", with the item's own name there. */
  intake: z.object({ kind: z.enum(['feed', 'file', 'push', 'archive']), name: z.string() }),
});
export type ArticleRevision = z.infer<typeof articleRevisionSchema>;

/** The publisher took the article back (404/410 of a known page, Atom deleted-entry) or the operator asked to forget it. */
export const articleWithdrawalSchema = z.object({
  kind: z.literal('withdrawal'),
  articleId: z.string(),
  revision: z.int().positive(),
  language: z.string(),
  reason: z.enum(['gone', 'deleted-entry', 'forgotten']),
  observedAt: z.iso.datetime(),
});
export type ArticleWithdrawal = z.infer<typeof articleWithdrawalSchema>;

export const articleRawSchema = z.discriminatedUnion('kind', [articleRevisionSchema, articleWithdrawalSchema]);
export type ArticleRaw = z.infer<typeof articleRawSchema>;
