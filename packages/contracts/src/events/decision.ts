import { z } from 'zod';
import { copySchema, relationSchema } from './article-clustered.ts';
import { articleRawSchema } from './article-raw.ts';

const mergeSchema = z.object({ from: z.string(), into: z.string(), reasons: z.array(z.string()) });
const splitSchema = z.object({ from: z.string(), storyId: z.string(), articleIds: z.array(z.string()), reasons: z.array(z.string()) });

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
  merges: z.array(mergeSchema),
  splits: z.array(splitSchema),
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
  /** For a withdrawal: the story that the article stood in; null when it was never seen here, or so long ago that it was forgotten. */
  withdrawnFrom: z.string().nullable(),
  /** For a withdrawal: the story under whose key the article was last assigned, where that is another one by now. The withdrawal goes out under both keys, so that one of them follows the assignment. */
  assignedUnder: z.string().optional(),
  /** For an article that stood in another story until now: that one. */
  movedFrom: z.string().optional(),
  /**
   * Of the stories named here those that were split off, each with the first story of its line: their messages go to its partition, so that they follow the split.
   */
  ancestors: z.record(z.string(), z.string()).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What stories become when an epoch begins: published like merges and splits of articles. Written before the epoch's own record, in as many parts as it takes. */
export const epochMovesSchema = z.object({
  kind: z.literal('epoch-moves'),
  epoch: z.int().positive(),
  /** The epoch's record names the moves that count; others are of a switch that did not come to its end. */
  id: z.string(),
  observedAt: z.iso.datetime(),
  /** Stories that keep the id they are known by: own id, known id, first revision under the new epoch. */
  names: z.array(z.tuple([z.string(), z.string(), z.int().positive()])),
  merges: z.array(mergeSchema),
  splits: z.array(splitSchema),
  /** Of the stories named here those that were split off, each with the first story of its line until now. */
  ancestors: z.record(z.string(), z.string()).optional(),
});
export type EpochMoves = z.infer<typeof epochMovesSchema>;

/** From this raw offset on, decisions are made by these rules. What an earlier epoch still writes after it does not count. */
export const epochSchema = z.object({
  kind: z.literal('epoch'),
  epoch: z.int().positive(),
  raw: z.object({ partition: z.int().nonnegative(), offset: z.string() }),
  observedAt: z.iso.datetime(),
  /** Names rules and deciding options: equal for equal decisions. */
  rules: z.string(),
  /** Options that were set over the defaults. */
  options: z.record(z.string(), z.number()),
  /** The installation's hash seed, made once: it moves places in tables, never a decision. */
  seed: z.int().nonnegative(),
  moves: z.string().nullable(),
});
export type Epoch = z.infer<typeof epochSchema>;

/** What the topic of decisions carries, in order. */
export const decisionRecordSchema = z.union([decisionSchema, epochMovesSchema, epochSchema]);
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
