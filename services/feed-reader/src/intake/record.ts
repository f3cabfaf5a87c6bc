import { canonicalUrl } from '@copydesk/text';
import { z } from 'zod';
import type { IntakeItem, UnreadableItem } from './item.ts';

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

/**
 * The records of one JSON text: the value itself, or each of a list. What is no record is an item with the reason.
 * @param at the place of the record with this suffix (`.3` in a list).
 */
export function* recordsOf(
  json: string,
  at: (suffix: string) => Pick<IntakeItem, 'intake' | 'identity'>,
): Generator<IntakeItem | UnreadableItem> {
  let values: unknown;
  try {
    values = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    yield {
      ...at(''),
      unreadable: { code: 'input-format', detail: `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}` },
    };
    return;
  }
  for (const [index, value] of (Array.isArray(values) ? values : [values]).entries()) {
    const place = at(Array.isArray(values) ? `.${index}` : '');
    const record = recordItem(value);
    if ('fault' in record) {
      yield { ...place, unreadable: { code: 'input-format', detail: record.fault } };
      continue;
    }
    const address = record.url === null ? null : canonicalUrl(record.url);
    yield { ...place, ...record, ...(address === null ? {} : { identity: { url: address } }) };
  }
}
