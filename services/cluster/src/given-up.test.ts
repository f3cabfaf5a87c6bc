import type { ReceivedMessage } from '@copydesk/bus';
import { expect, test } from 'vitest';
import { createGivenUp } from './given-up.ts';

const message = (partition: number, offset: number): ReceivedMessage => ({
  topic: 'articlesRaw',
  partition,
  offset: String(offset),
  key: 'en',
  headers: {},
  value: null,
});

test('a message that was given up is known as such until a batch behind it begins', () => {
  const givenUp = createGivenUp();
  for (const each of [message(0, 4), message(0, 11), message(1, 4)]) givenUp.add(each);
  // The same batch again, and one that the partition is won back with.
  for (const offset of [4, 2]) {
    givenUp.begin({ partition: 0, messages: [message(0, offset), message(0, 11)] });
    expect([message(0, 4), message(0, 11), message(1, 4), message(0, 5)].map((each) => givenUp.has(each))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  }
  givenUp.begin({ partition: 0, messages: [message(0, 9)] });
  expect([message(0, 4), message(0, 11), message(1, 4)].map((each) => givenUp.has(each))).toEqual([false, true, true]);
});
