import { readEvent } from '@copydesk/bus';
import type { ReceivedMessage } from '@copydesk/bus';
import { MAX_MESSAGE_BYTES, sha256 } from '@copydesk/contracts';
import type { ArticleClustered } from '@copydesk/contracts';
import { deadLetter, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Arrival } from '../pipeline.ts';

/** Reads a message as the event it should be: headers, JSON, schema, key, and the text against its hash. */
export function readStep(message: ReceivedMessage): StepResult<Arrival> {
  const read = readEvent('articlesClustered', message);
  if (!read.ok) return deadLetter(read.code, read.detail);
  const { event } = read;
  if (event === null) return deadLetter('message-schema', 'the topic carries no tombstones');
  const keys = keysOf(event);
  if (message.key === null || !keys.includes(message.key)) return deadLetter('message-key', `the key is not ${keys.join(' or ')}`);
  if (event.kind === 'assignment' && Buffer.byteLength(event.article.text) > MAX_MESSAGE_BYTES)
    return deadLetter('article-too-large', `the text has more than ${MAX_MESSAGE_BYTES} bytes`);
  if (event.kind === 'assignment' && sha256(event.article.text) !== event.article.textHash) {
    return deadLetter('text-hash-mismatch', 'the text does not have the hash given');
  }
  return ok({ message, event });
}

function keysOf(event: ArticleClustered): string[] {
  switch (event.kind) {
    case 'refusal':
      return [event.articleId];
    case 'merge':
      return [event.from, event.into];
    case 'split':
      return [event.from, event.storyId];
    case 'assignment':
    case 'withdrawal':
      return [event.storyId];
  }
}
