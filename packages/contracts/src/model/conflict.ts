import { z } from 'zod';

export const conflictTypeSchema = z.enum([
  'numeric',
  'date',
  'name',
  'quote-wording',
  'polarity',
  'modality',
  'role',
  'attribution',
  'place',
  'referent',
]);
export const conflictClassSchema = z.enum([
  'contradiction',
  'update-over-time',
  'different-scope',
  'rounding',
  'order-of-magnitude',
  'paraphrase',
]);
export const conflictSideSchema = z.object({
  /** The value as shown to a reader ("25,000"). */
  value: z.string(),
  mentions: z.array(z.string()),
  articles: z.array(z.string()),
  /** Names of the independent roots behind this side. */
  roots: z.array(z.string()),
});

/** Values that disagree about what otherwise agrees on measure, place, time bucket and polarity. */
export const conflictSchema = z.object({
  id: z.string(),
  revision: z.int().positive(),
  storyId: z.string(),
  type: conflictTypeSchema,
  class: conflictClassSchema,
  severity: z.enum(['high', 'medium', 'low']),
  facts: z.array(z.string()),
  sides: z.array(conflictSideSchema).min(2),
  explanation: z.string(),
  /** Index into `sides` of the value with the better support, absent where support does not decide. */
  preferred: z.int().nonnegative().optional(),
  firstSeen: z.string(),
  lastChanged: z.string(),
  status: z.enum(['active', 'retracted']),
});
export type Conflict = z.infer<typeof conflictSchema>;
export type ConflictSide = z.infer<typeof conflictSideSchema>;

const bySeverity = { high: 0, medium: 1, low: 2 } as const;

/** Conflicts in the order in which they are shown: the gravest first, equal ones by id. */
export function gravestFirst(conflicts: readonly Conflict[]): Conflict[] {
  return [...conflicts].sort((a, b) => bySeverity[a.severity] - bySeverity[b.severity] || (a.id < b.id ? -1 : 1));
}
