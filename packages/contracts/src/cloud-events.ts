import { z } from 'zod';

/** CloudEvents 1.0, Kafka protocol binding, binary content mode: context attributes as `ce_` headers, the event's data as the value. */
const headersSchema = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.string().min(1),
  ce_source: z.string().min(1),
  ce_type: z.string().min(1),
  ce_time: z.iso.datetime({ offset: true }).optional(),
  'content-type': z.literal('application/json').optional(),
});
export type CloudEventHeaders = z.infer<typeof headersSchema>;

export interface CloudEventContext {
  id: string;
  /** Which service made it, as a URI reference: "/copydesk/extractor". */
  source: string;
  type: string;
  /** ISO 8601. Taken from the data (`observedAt`, `lastChanged`), never from the clock, so that a re-made event is the same event. */
  time: string;
}

/** The headers of one event. */
export function cloudEventHeaders(context: CloudEventContext): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: context.id,
    ce_source: context.source,
    ce_type: context.type,
    ce_time: context.time,
    'content-type': 'application/json',
  };
}

/**
 * Reads the headers of a message.
 * @returns the context, or a reason why this is not a CloudEvent.
 */
export function readCloudEventHeaders(
  headers: Readonly<Record<string, string>>,
): { ok: true; context: CloudEventHeaders } | { ok: false; reason: string } {
  const parsed = headersSchema.safeParse(headers);
  if (parsed.success) return { ok: true, context: parsed.data };
  return { ok: false, reason: z.prettifyError(parsed.error) };
}

/** Headers that a dead letter carries beside the original ones. */
export const deadLetterHeaderNames = {
  topic: 'copydesk_original_topic',
  partition: 'copydesk_original_partition',
  offset: 'copydesk_original_offset',
  code: 'copydesk_error_code',
  detail: 'copydesk_error_detail',
  stage: 'copydesk_stage',
  attempts: 'copydesk_attempts',
} as const;

export const deadLetterSchema = z.object({
  topic: z.string(),
  partition: z.coerce.number().int(),
  offset: z.string(),
  code: z.string(),
  detail: z.string(),
  stage: z.string(),
  attempts: z.coerce.number().int(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;
