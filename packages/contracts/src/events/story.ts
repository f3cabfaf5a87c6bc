import { z } from 'zod';

/** Most articles that a story's message lists. */
export const STORY_ARTICLES_LISTED = 200;

/** Latest state of a story. `mergedInto` set: the story goes on under that id. */
export const storySchema = z.object({
  id: z.string(),
  revision: z.int().positive(),
  language: z.string(),
  title: z.string().nullable(),
  /** How many articles stand in it. */
  articleCount: z.int().nonnegative(),
  /** The articles that came in last, at most 200, the newest last; all of them are in the ledger. */
  articles: z.array(z.object({ articleId: z.string(), group: z.string() })).max(STORY_ARTICLES_LISTED),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  mergedInto: z.string().nullable(),
});
export type Story = z.infer<typeof storySchema>;
