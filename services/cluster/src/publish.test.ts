import type { OutgoingMessage, Producer } from '@copydesk/bus';
import type { Decision } from '@copydesk/contracts';
import { madeArticle } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import { publishDecisions } from './publish.ts';
import { createStoryBook } from './state/story-book.ts';

const reasons: string[] = [];
const decision: Decision = {
  epoch: 1,
  raw: { partition: 0, offset: '7' },
  input: madeArticle({ url: 'https://paper.example/1', title: 'A report' }),
  verdict: {
    storyId: 's_late',
    group: 'g',
    relation: 'original',
    of: null,
    directed: false,
    score: 0,
    reasons,
    copies: [],
    merges: [],
    splits: [{ from: 's_first', storyId: 's_late', articleIds: ['a_1'], reasons }],
  },
  withdrawnFrom: null,
  ancestors: { s_late: 's_first' },
};

test('messages of a story that was split off follow the story that it came from', async () => {
  const sent: OutgoingMessage[] = [];
  const send = async (messages: readonly OutgoingMessage[]) => void sent.push(...messages);
  await publishDecisions({ send } as Producer, [decision], {
    book: createStoryBook(1),
    tail: { sending: async (_count: number, work: () => Promise<void>) => await work() } as Parameters<typeof publishDecisions>[2]['tail'],
  });
  const clustered = sent.filter(({ topic }) => topic === 'articlesClustered');
  expect(clustered.map(({ key, partitionKey }) => [key, partitionKey ?? key])).toEqual([
    ['s_late', 's_first'],
    ['s_late', 's_first'],
    ['s_first', 's_first'],
  ]);
  // The decision itself lies where its input lies.
  expect(sent[0]).toMatchObject({ topic: 'clusterDecisions', partition: 0, event: { ancestors: { s_late: 's_first' } } });
});
