import { MAX_MESSAGE_BYTES, conflictRecordSchema, factRecordSchema } from '@copydesk/contracts';
import type { Conflict, Fact } from '@copydesk/contracts';
import { expect, test } from 'vitest';
import { conflictRecord, factRecord } from './records.ts';

const time = '2024-03-05T12:00:00Z';
const ids = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}_${String(index).padStart(32, '0')}`);

const factOf = (articles: number): Fact => ({
  id: 'f_1',
  revision: 1,
  storyId: 's_1',
  key: 'key',
  type: 'quantity',
  statement: 'The river rose by two metres',
  mentions: ids(articles, 'm'),
  articleIds: ids(articles, 'a'),
  value: null,
  time: null,
  place: null,
  series: [],
  support: {
    articles,
    outlets: articles,
    independent: articles,
    roots: ids(articles, 'a').map((id) => ({ name: id, articles: [id], reason: 'its own report' })),
  },
  wordings: [{ text: 'The river rose by two metres', mentions: ids(articles, 'm') }],
  conflicts: [],
  aliases: [],
  salience: 'core',
  firstSeen: time,
  lastChanged: time,
  status: 'active',
  extractor: { name: 'test', version: '1' },
});

test('a fact that few articles tell is published whole', () => {
  const fact = factOf(3);
  const record = factRecord(fact, new Map());
  expect(record).toMatchObject({ mentions: fact.mentions, articleIds: fact.articleIds, mentionCount: 3 });
  expect(record.support.roots).toHaveLength(3);
  expect(record.wordings[0]).toMatchObject({ mentions: fact.mentions, mentionCount: 3 });
});

test('a fact that very many articles tell fits into a message, and its counts are whole', () => {
  const record = factRecordSchema.parse(factRecord(factOf(50_000), new Map()));
  expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(MAX_MESSAGE_BYTES / 10);
  expect(record.mentionCount).toBe(50_000);
  expect(record.support).toMatchObject({ articles: 50_000, independent: 50_000 });
  expect(record.wordings[0]?.mentionCount).toBe(50_000);
});

test('a conflict with long sides fits into a message, and its counts are whole', () => {
  const side = (value: string, articles: number) => ({
    value,
    mentions: ids(articles, 'm'),
    articles: ids(articles, 'a'),
    roots: ids(articles, 'r'),
  });
  const conflict: Conflict = {
    id: 'c_1',
    revision: 1,
    storyId: 's_1',
    type: 'numeric',
    class: 'contradiction',
    severity: 'medium',
    facts: ['f_1'],
    sides: [side('two metres', 40_000), side('three metres', 2)],
    explanation: 'The numbers cannot both be true.',
    firstSeen: time,
    lastChanged: time,
    status: 'active',
  };
  const record = conflictRecordSchema.parse(conflictRecord(conflict));
  expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(MAX_MESSAGE_BYTES / 10);
  expect(record.sides.map((each) => [each.mentionCount, each.articleCount, each.rootCount])).toEqual([
    [40_000, 40_000, 40_000],
    [2, 2, 2],
  ]);
});
