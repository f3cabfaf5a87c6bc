import { z } from 'zod';

/** Half-open range of UTF-16 code units in an article's stored text. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).refine((span) => span.end >= span.start, {
  message: 'a span ends before it starts',
});
export type Span = z.infer<typeof spanSchema>;

/** W3C Web Annotation TextQuoteSelector: the exact words with up to 32 characters on either side. */
export const textQuoteSchema = z.object({ type: z.literal('TextQuote'), exact: z.string().min(1), prefix: z.string(), suffix: z.string() });
/** W3C Web Annotation TextPositionSelector, in UTF-16 code units, end exclusive. */
export const textPositionSchema = z.object({ type: z.literal('TextPosition'), start: z.int().nonnegative(), end: z.int().positive() });

/** Where a mention was read: enough to find it again in the same text, and to notice that the text has changed. */
export const evidenceSchema = z.object({
  articleId: z.string(),
  revision: z.int().positive(),
  /** SHA-256 (hex) of the stored text that the offsets point into. */
  textHash: z.string(),
  selectors: z.tuple([textQuoteSchema, textPositionSchema]),
  /** Index of the sentence in the article, counted from 0. */
  sentence: z.int().nonnegative(),
  role: z.enum(['body', 'headline']),
});
export type Evidence = z.infer<typeof evidenceSchema>;
