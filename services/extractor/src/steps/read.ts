import { readEvent } from '@copydesk/bus';
import type { ReceivedMessage } from '@copydesk/bus';
import { MAX_MESSAGE_BYTES, sha256 } from '@copydesk/contracts';
import type { ArticleClustered } from '@copydesk/contracts';
import { deadLetter, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Released } from '../lines/release.ts';
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
  if (event.kind !== 'refusal' && event.joint !== undefined) {
    const { lines } = event.joint;
    const isWhole = lines.includes(event.line ?? event.storyId) && new Set(lines).size === lines.length;
    if (!isWhole) return deadLetter('message-schema', 'joint.lines: names each line once, that of the message among them');
  }
  return ok({ message, event });
}

/** The same of a message that waited in its line. */
export function readReleasedStep({ message, claim }: Released): StepResult<Arrival> {
  const read = readStep(message);
  return read.kind === 'ok' ? ok({ ...read.value, claim }) : read;
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
    case 'departure':
    case 'withdrawal':
      return [event.storyId];
  }
}
