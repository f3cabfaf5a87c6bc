import { z } from 'zod';
import type { IntakeItem } from './item.ts';

const recordSchema = z
  .object({
    url: z.string().max(4096).nullish(),
    title: z.string().max(4096).nullish(),
    published: z.string().max(100).nullish(),
    publisher: z.string().max(500).nullish(),
    text: z.string().nullish(),
    html: z.string().nullish(),
  })
  .refine((record) => (record.text ?? record.html ?? '') !== '', { message: 'a record needs text or html' });

/** One record of a JSON or NDJSON file, or what is wrong with it. HTML is preferred where both are given: it says more. */
export function recordItem(value: unknown): Omit<IntakeItem, 'intake' | 'identity'> | { fault: string } {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) return { fault: z.prettifyError(parsed.error) };
  const { url, title, published, publisher, text, html } = parsed.data;
  const useHtml = html !== null && html !== undefined && html !== '';
  return {
    url: url ?? null,
    title: title ?? null,
    published: published ?? null,
    publisher: publisher ?? null,
    body: useHtml ? { kind: 'html', content: html } : { kind: 'flat', content: text ?? '' },
  };
}
