import { readEvent } from '@copydesk/bus';
import type { ReceivedMessage } from '@copydesk/bus';
import { MAX_MESSAGE_BYTES, sha256 } from '@copydesk/contracts';
import type { ArticleRaw } from '@copydesk/contracts';
import { deadLetter, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';

/** A raw article with the place it stands at. */
export interface Arrival {
  raw: { partition: number; offset: string };
  event: ArticleRaw;
}

/** Reads a message as the event it should be: size, headers, JSON, schema, key, and the text against its hash. */
export function readStep(message: ReceivedMessage): StepResult<Arrival> {
  const bytes = message.value?.length ?? 0;
  if (bytes > MAX_MESSAGE_BYTES)
    return deadLetter('article-too-large', `the message has ${bytes} bytes, at most ${MAX_MESSAGE_BYTES} are read`);
  const read = readEvent('articlesRaw', message);
  if (!read.ok) return deadLetter(read.code, read.detail);
  const { event } = read;
  if (event === null) return deadLetter('message-schema', 'the topic carries no tombstones');
  if (message.key !== event.language) return deadLetter('message-key', 'the key is not the language of the article');
  if (event.kind === 'revision' && sha256(event.text) !== event.textHash)
    return deadLetter('text-hash-mismatch', 'the text does not have the hash given');
  return ok({ raw: { partition: message.partition, offset: message.offset }, event });
}
