import { z } from 'zod';

/** Who said it. `via` is who carried it (agency, newspaper, platform), which is not the speaker. */
export const sourceSchema = z.object({
  kind: z.enum(['named', 'anonymous', 'organisation', 'document', 'outlet']),
  name: z.string().optional(),
  role: z.string().optional(),
  org: z.string().optional(),
  via: z.array(z.string()),
  /** The word that marks the attribution, verbatim ("said", "according to"). */
  cue: z.string(),
  /** Class of the cue: "say", "announce", "deny", "claim", "warn", … */
  cueClass: z.string(),
  direct: z.enum(['direct', 'mixed', 'indirect']),
});
export type Source = z.infer<typeof sourceSchema>;
