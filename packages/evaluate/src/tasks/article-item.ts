import { z } from 'zod';

/** One article of the tasks that cluster. */
export const articleItemSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});
