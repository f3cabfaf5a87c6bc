import { z } from 'zod';

/** A TIMEX3 time expression. `interval` is null where the text and its date do not settle it: nothing is guessed. */
export const timeSchema = z.object({
  surface: z.string(),
  /** TIMEX3 value: "2025-09-30", "2025-Q3", "P1Y", "XXXX-WXX-2". */
  timex: z.string(),
  mod: z
    .enum([
      'START',
      'MID',
      'END',
      'APPROX',
      'BEFORE',
      'AFTER',
      'ON_OR_BEFORE',
      'ON_OR_AFTER',
      'LESS_THAN',
      'MORE_THAN',
      'EQUAL_OR_LESS',
      'EQUAL_OR_MORE',
    ])
    .optional(),
  /** First and last calendar day or instant covered, ISO 8601, both inclusive. */
  interval: z.tuple([z.string(), z.string()]).nullable(),
  basis: z.enum(['explicit', 'narrative', 'document', 'article-date', 'story']).nullable(),
});
export type TimeValue = z.infer<typeof timeSchema>;
