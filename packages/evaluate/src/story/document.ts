import { z } from 'zod';

/** One input document of the task `story-facts`. */
export const documentSchema = z.object({
  id: z.string(),
  file: z.string(),
  text: z.string(),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  title: z.string().nullish(),
  published: z.string().nullish(),
});
export type StoryDocument = z.infer<typeof documentSchema>;
