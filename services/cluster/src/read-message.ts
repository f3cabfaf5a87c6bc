import { readEvent } from '@copydesk/bus';
import type { DeadLetterReason, ReceivedMessage } from '@copydesk/bus';
import { sha256 } from '@copydesk/contracts';
import type { ArticleRaw } from '@copydesk/contracts';

/** A raw message as an article event, or why it is none. */
export function readRawMessage(message: ReceivedMessage): { event: ArticleRaw } | { reason: DeadLetterReason } {
  const refuse = (code: string, detail: string) => ({ reason: { code, detail, stage: 'cluster.read', attempts: 1 } });
  const read = readEvent('articlesRaw', message);
  if (!read.ok) return refuse(read.code, read.detail);
  const { event } = read;
  if (event === null) return refuse('message-schema', 'the topic carries no tombstones');
  if (message.key !== event.language) return refuse('message-key', 'the key is not the language of the article');
  if (event.kind === 'revision' && sha256(event.text) !== event.textHash)
    return refuse('text-hash-mismatch', 'the text does not have the hash given');
  return { event };
}
