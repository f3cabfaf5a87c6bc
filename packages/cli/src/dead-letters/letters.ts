import { createHash } from 'node:crypto';
import type { Bus, ReceivedMessage } from '@copydesk/bus';
import { consumedTopics, deadLetterHeaderNames, topics } from '@copydesk/contracts';
import type { TopicKey } from '@copydesk/contracts';

/** A dead letter, without its bytes. */
export interface Letter {
  /** From where the message stood and what it says: a letter that a crash has written twice has one id. */
  id: string;
  topic: TopicKey;
  /** Where the message stood, as "partition/offset". */
  place: string;
  code: string;
  detail: string;
  stage: string;
  bytes: number;
  /** True when the topic could not hold all of its bytes: it cannot be sent again. */
  shortened: boolean;
}

/** What is known of a dead letter from its headers. */
export function describeLetter(message: ReceivedMessage): Letter {
  const { headers, value, topic } = message;
  const header = (name: keyof typeof deadLetterHeaderNames) => headers[deadLetterHeaderNames[name]] ?? '';
  const place = `${header('partition')}/${header('offset')}`;
  const digest = createHash('sha256')
    .update(`${topics[topic].name} ${place}\n`)
    .update(message.key ?? '')
    .update('\n')
    .update(value ?? '');
  return {
    id: `d_${digest.digest('hex').slice(0, 16)}`,
    topic,
    place,
    code: header('code'),
    detail: header('detail'),
    stage: header('stage'),
    bytes: value?.length ?? 0,
    shortened: headers['copydesk_original_bytes'] !== undefined,
  };
}

/** Hands every dead letter to `take`, each once, by topic and in the order in which they were given up. */
export async function eachLetter(
  bus: Bus,
  wanted: readonly TopicKey[],
  take: (letter: Letter, message: ReceivedMessage) => void | Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  for (const topic of wanted) {
    await bus.admin.readDeadLetters(topic, async (messages) => {
      for (const message of messages) {
        const letter = describeLetter(message);
        if (seen.has(letter.id)) continue;
        seen.add(letter.id);
        await take(letter, message);
      }
    });
  }
}

/** The consumed topics that a name of the command line means; all of them when there is none. */
export function topicsNamed(name: string | undefined): TopicKey[] | undefined {
  if (name === undefined) return [...consumedTopics];
  const found = consumedTopics.filter((topic) => topics[topic].name === name || topic === name);
  return found.length === 0 ? undefined : found;
}
