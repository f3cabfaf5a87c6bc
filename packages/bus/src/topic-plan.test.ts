import { expect, test } from 'vitest';
import { topicNames } from './topic-names.ts';
import { compareTopic, describeDifference, planTopics } from './topic-plan.ts';

const plan = planTopics(topicNames('x.'), { replication: 3, partitions: { facts: 16 }, retentionMs: { articlesRaw: 1000 } });
const find = (name: string) => plan.find((topic) => topic.name === name)!;

test('the plan holds the contracts, the prefix and what the operator sets', () => {
  expect(find('x.facts.v1')).toMatchObject({
    partitions: 16,
    replication: 3,
    config: { 'cleanup.policy': 'compact', 'delete.retention.ms': '604800000' },
  });
  expect(find('x.articles.raw.v1')).toMatchObject({ partitions: 4, config: { 'cleanup.policy': 'delete', 'retention.ms': '1000' } });
  expect(find('x.articles.raw.v1.dlq')).toMatchObject({ partitions: 1 });
  expect(plan.some(({ name }) => name === 'x.facts.v1.dlq')).toBe(false);
});

test('differences are told one by one; settings that are not planned are not looked at', () => {
  const topic = find('x.articles.raw.v1');
  const same = { partitions: 4, replication: 3, config: { ...topic.config, 'segment.bytes': '1' } };
  expect(compareTopic(topic, same)).toEqual([]);
  const other = { ...same, partitions: 2, config: { ...topic.config, 'retention.ms': '5' } };
  expect(compareTopic(topic, other).map(describeDifference)).toEqual([
    'x.articles.raw.v1: partitions is 2, expected 4',
    'x.articles.raw.v1: retention.ms is 5, expected 1000',
  ]);
  expect(compareTopic(topic, undefined).map(describeDifference)).toEqual(['x.articles.raw.v1: is missing (expected 4 partitions)']);
});

test('a prefix that no topic can have is refused', () => {
  expect(() => topicNames('a b')).toThrow('not a topic prefix');
});
