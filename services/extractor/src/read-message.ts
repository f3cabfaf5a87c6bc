import { readEvent } from '@copydesk/bus';
import type { DeadLetterReason, ReceivedMessage } from '@copydesk/bus';
import { sha256 } from '@copydesk/contracts';
import type { ArticleClustered } from '@copydesk/contracts';

/** A clustered message as an event, or why it is none. */
export function readClusteredMessage(message: ReceivedMessage): { event: ArticleClustered } | { reason: DeadLetterReason } {
  const refuse = (code: string, detail: string) => ({ reason: { code, detail, stage: 'extractor.read', attempts: 1 } });
  const read = readEvent('articlesClustered', message);
  if (!read.ok) return refuse(read.code, read.detail);
  const { event } = read;
  if (event === null) return refuse('message-schema', 'the topic carries no tombstones');
  const keys = keysOf(event);
  if (message.key === null || !keys.includes(message.key)) return refuse('message-key', `the key is not ${keys.join(' or ')}`);
  if (event.kind === 'assignment' && sha256(event.article.text) !== event.article.textHash) {
    return refuse('text-hash-mismatch', 'the text does not have the hash given');
  }
  return { event };
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
