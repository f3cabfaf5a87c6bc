import { z } from 'zod';
import { conflictSchema } from '../model/conflict.ts';
import { factSchema } from '../model/fact.ts';
import { mentionSchema } from '../model/mention.ts';

/** What `facts.v1` carries: the fact's latest state with the mentions that prove it. */
export const factRecordSchema = factSchema.extend({ evidence: z.array(mentionSchema) });
export type FactRecord = z.infer<typeof factRecordSchema>;

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
  z.object({ kind: z.literal('conflict'), storyId: z.string(), conflict: conflictSchema }),
  z.object({ kind: z.literal('conflict-retracted'), storyId: z.string(), conflict: conflictSchema, reason: z.string() }),
]);
export type FactEvent = z.infer<typeof factEventSchema>;
