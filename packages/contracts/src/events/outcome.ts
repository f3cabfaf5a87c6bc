import { z } from 'zod';

/** How an article revision ended. Every revision has exactly one. */
export const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('facts'), mentions: z.int().nonnegative() }),
  z.object({ outcome: z.literal('duplicate'), of: z.string() }),
  z.object({ outcome: z.literal('rejected'), code: z.string(), detail: z.string() }),
  z.object({ outcome: z.literal('dead-letter'), code: z.string(), stage: z.string(), detail: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;
