import { z } from 'zod';

/** Latest state of a story. `mergedInto` set: the story goes on under that id. */
export const storySchema = z.object({
  id: z.string(),
  revision: z.int().positive(),
  language: z.string(),
  title: z.string().nullable(),
  articles: z.array(z.object({ articleId: z.string(), group: z.string() })),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  mergedInto: z.string().nullable(),
});
export type Story = z.infer<typeof storySchema>;
