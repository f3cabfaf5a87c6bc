import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { quantitySchema } from './quantity.ts';
import { sourceSchema } from './source.ts';
import { timeSchema } from './time.ts';

export const mentionTypes = ['quantity', 'quote', 'event', 'plan', 'agreement', 'attribution', 'state'] as const;
export const mentionTypeSchema = z.enum(mentionTypes);
export type MentionType = z.infer<typeof mentionTypeSchema>;

/** Which part of the extractor made a statement, and by which of its rules. */
export const extractorSchema = z.object({ name: z.string(), version: z.string(), rule: z.string() });

/** What one article says: one statement, anchored to the characters it was read from. */
export const mentionSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  revision: z.int().positive(),
  type: mentionTypeSchema,
  subject: z.string().nullable(),
  predicate: z.string().nullable(),
  object: z.string().nullable(),
  recipient: z.string().nullable(),
  /** Lemma of the predicate's head, lower case; null where the mention has no verb. */
  lemma: z.string().nullable(),
  /** PLOVER-like class of the predicate ("RETREAT", "ASSAULT", …); null outside the lexicon. */
  eventClass: z.string().nullable(),
  place: z.string().nullable(),
  /** Time of the event, apart from the time of the saying. */
  time: timeSchema.nullable(),
  statementTime: timeSchema.nullable(),
  quantity: quantitySchema.nullable(),
  source: sourceSchema.nullable(),
  /** The words inside the quotation marks, verbatim. */
  quote: z.string().nullable(),
  modality: z.enum(['done', 'ongoing', 'planned', 'expected', 'possible', 'conditional']),
  polarity: z.enum(['positive', 'negative']),
  salience: z.enum(['core', 'supporting', 'background']),
  evidence: evidenceSchema,
  extractor: extractorSchema,
  /** 0 to 1: how sure the rule is, its parse included. */
  confidence: z.number().min(0).max(1),
});
export type Mention = z.infer<typeof mentionSchema>;
