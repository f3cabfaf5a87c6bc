import { deadLetterTopic, consumedTopics, topics } from '../topics.ts';

/** The AsyncAPI 3 document of every topic, with Kafka bindings; payloads point at the JSON Schemas beside it. */
export function asyncApi(): unknown {
  const channels: Record<string, unknown> = {};
  for (const topic of Object.values(topics)) {
    channels[topic.name] = {
      address: topic.name,
      description: `Keyed by ${topic.key}.`,
      messages: { [topic.type]: { $ref: `#/components/messages/${topic.type}` } },
      bindings: {
        kafka: {
          partitions: topic.partitions,
          topicConfiguration: {
            'cleanup.policy': [topic.cleanup],
            [topic.cleanup === 'compact' ? 'delete.retention.ms' : 'retention.ms']: topic.retentionMs,
          },
          bindingVersion: '0.5.0',
        },
      },
    };
  }
  for (const key of consumedTopics) {
    const name = deadLetterTopic(topics[key].name);
    channels[name] = {
      address: name,
      description: `Messages of ${topics[key].name} that cannot be processed, as they came, with the reason in headers.`,
    };
  }
  const messages = Object.fromEntries(
    Object.values(topics).map((topic) => [
      topic.type,
      {
        name: topic.type,
        contentType: 'application/json',
        headers: {
          type: 'object',
          required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type'],
          properties: Object.fromEntries(
            ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'content-type'].map((name) => [name, { type: 'string' }]),
          ),
        },
        payload: { $ref: `./${topic.name}.schema.json` },
        bindings: { kafka: { key: { type: 'string', description: topic.key }, bindingVersion: '0.5.0' } },
      },
    ]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Copydesk topics',
      version: '1.0.0',
      description: 'CloudEvents 1.0 in binary mode over Apache Kafka. Values are JSON in UTF-8, compressed with zstd.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels,
    components: { messages },
  };
}
