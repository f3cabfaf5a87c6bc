import { z } from 'zod';
import { mentionTypeSchema } from './mention.ts';
import { quantitySchema } from './quantity.ts';
import { timeSchema } from './time.ts';

/** One root: the agency or outlet that a group of articles got the claim from. */
export const rootSchema = z.object({ name: z.string(), articles: z.array(z.string()), reason: z.string() });
export type Root = z.infer<typeof rootSchema>;

export const supportSchema = z.object({
  articles: z.int().nonnegative(),
  outlets: z.int().nonnegative(),
  roots: z.array(rootSchema),
  /** Number of independent roots: what a careful reader counts instead of articles. */
  independent: z.int().nonnegative(),
});
export type Support = z.infer<typeof supportSchema>;

/** A value of the claim with the time it holds for, when the claim is told for several times. */
export const seriesPointSchema = z.object({ time: timeSchema.nullable(), quantity: quantitySchema, mentions: z.array(z.string()) });

export const factStatusSchema = z.enum(['active', 'superseded', 'retracted']);

/** The claim across articles. `id` never changes; joined facts keep the smaller key's id and name the others in `aliases`. */
export const factSchema = z.object({
  id: z.string(),
  revision: z.int().positive(),
  storyId: z.string(),
  key: z.string(),
  type: mentionTypeSchema,
  statement: z.string(),
  mentions: z.array(z.string()),
  articleIds: z.array(z.string()),
  value: quantitySchema.nullable(),
  time: timeSchema.nullable(),
  place: z.string().nullable(),
  series: z.array(seriesPointSchema),
  support: supportSchema,
  wordings: z.array(z.object({ text: z.string(), mentions: z.array(z.string()) })),
  conflicts: z.array(z.string()),
  aliases: z.array(z.string()),
  salience: z.enum(['core', 'supporting', 'background']),
  firstSeen: z.string(),
  lastChanged: z.string(),
  status: factStatusSchema,
  extractor: z.object({ name: z.string(), version: z.string() }),
});
export type Fact = z.infer<typeof factSchema>;
