import type { TopicKey } from '@copydesk/contracts';
import { deadLetterTopic, topics } from '@copydesk/contracts';
import { BusError } from './bus-error.ts';

/** All topics of the contracts. */
export const topicKeys = Object.keys(topics) as TopicKey[];

/** Names with an installation's prefix, both ways. */
export interface TopicNames {
  readonly name: (topic: TopicKey) => string;
  readonly deadLetter: (topic: TopicKey) => string;
  /** The topic of a name; undefined for names that are not ours. */
  readonly topic: (name: string) => TopicKey | undefined;
}

/**
 * Topic names with a prefix such as "staging." (letters, digits, dot, underscore, hyphen; may be empty).
 * @throws BusError configuration
 */
export function topicNames(prefix = ''): TopicNames {
  if (!/^[A-Za-z0-9._-]{0,100}$/.test(prefix)) throw new BusError('configuration', `not a topic prefix: ${prefix}`);
  const name = (topic: TopicKey) => prefix + topics[topic].name;
  const byName = new Map(topicKeys.map((topic) => [name(topic), topic]));
  return { name, deadLetter: (topic) => deadLetterTopic(name(topic)), topic: (text) => byName.get(text) };
}
