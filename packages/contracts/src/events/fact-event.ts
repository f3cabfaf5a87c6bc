import { z } from 'zod';
import { conflictSchema, conflictSideSchema } from '../model/conflict.ts';
import { factSchema, rootSchema, seriesPointSchema, supportSchema } from '../model/fact.ts';
import { mentionSchema } from '../model/mention.ts';

const count = z.int().nonnegative();

/**
 * What `facts.v1` carries: the fact's latest state with the mentions that prove it. Lists are cut, so that a fact that thousands of articles tell stays below the
 * message size; the counts beside them are whole. All of it is served by the REST interface.
 */
export const factRecordSchema = factSchema.extend({
  support: supportSchema.extend({ roots: z.array(rootSchema.extend({ articleCount: count })) }),
  series: z.array(seriesPointSchema.extend({ mentionCount: count })),
  wordings: z.array(factSchema.shape.wordings.element.extend({ mentionCount: count })),
  /** All mentions of the fact, of which `mentions` names the first. */
  mentionCount: count,
  evidence: z.array(mentionSchema),
});
export type FactRecord = z.infer<typeof factRecordSchema>;

/** What `conflicts.v1` carries: the conflict's latest state. Lists are cut as in the records of facts. */
export const conflictRecordSchema = conflictSchema.extend({
  sides: z.array(conflictSideSchema.extend({ mentionCount: count, articleCount: count, rootCount: count })).min(2),
});
export type ConflictRecord = z.infer<typeof conflictRecordSchema>;

/** Every revision of every fact and conflict, append-only. A retraction carries the last body, the reason and, where there is one, the successor. */
export const factEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), storyId: z.string(), fact: factRecordSchema }),
  z.object({
    kind: z.literal('fact-retracted'),
    storyId: z.string(),
    fact: factRecordSchema,
    reason: z.string(),
    successor: z.string().nullable(),
  }),
  z.object({ kind: z.literal('conflict'), storyId: z.string(), conflict: conflictRecordSchema }),
  z.object({ kind: z.literal('conflict-retracted'), storyId: z.string(), conflict: conflictRecordSchema, reason: z.string() }),
]);
export type FactEvent = z.infer<typeof factEventSchema>;
