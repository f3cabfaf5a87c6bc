import { z } from 'zod';
import { copySchema, relationSchema } from './article-clustered.ts';
import { articleRawSchema } from './article-raw.ts';

/** What the clusterer said of one article: its story, its copy group, and the stories that this article joined or parted. */
export const verdictSchema = z.object({
  storyId: z.string(),
  group: z.string(),
  relation: relationSchema,
  of: z.string().nullable(),
  directed: z.boolean(),
  score: z.number(),
  reasons: z.array(z.string()),
  copies: z.array(copySchema),
  merges: z.array(z.object({ from: z.string(), into: z.string(), reasons: z.array(z.string()) })),
  splits: z.array(z.object({ from: z.string(), storyId: z.string(), articleIds: z.array(z.string()), reasons: z.array(z.string()) })),
});
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * One decision of the cluster service: the input, where it stood, and the verdict (null for a withdrawal).
 * The decisions in order are the whole state of the service: replaying the inputs rebuilds the index, and what was published is made again from the stored verdicts.
 */
export const decisionSchema = z.object({
  /** Changed thresholds start a new epoch; decisions of one epoch are comparable. */
  epoch: z.int().nonnegative(),
  raw: z.object({ partition: z.int().nonnegative(), offset: z.string() }),
  input: articleRawSchema,
  verdict: verdictSchema.nullable(),
  /** For a withdrawal: the story that the article stood in; null when it was never seen here. */
  withdrawnFrom: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;
