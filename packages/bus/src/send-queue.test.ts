import { expect, test } from 'vitest';
import { BusError } from './bus-error.ts';
import { createSendQueue } from './send-queue.ts';

const item = (name: string, bytes = 1) => ({ name, bytes });
type Item = ReturnType<typeof item>;

function recorder(fail: (items: readonly Item[]) => Error | undefined = () => undefined) {
  const requests: string[] = [];
  const transmit = async (items: readonly Item[]) => {
    requests.push(items.map(({ name }) => name).join(' '));
    await new Promise((resolve) => setImmediate(resolve));
    const error = fail(items);
    if (error !== undefined) throw error;
  };
  return { requests, queue: createSendQueue(transmit, { bytes: 10, items: 4 }) };
}

test('what comes while a request is on its way goes into the next one, in order', async () => {
  const { requests, queue } = recorder();
  const first = queue.send([item('a')]);
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  await Promise.all([first, queue.send([item('b')]), queue.send([item('c'), item('d')])]);
  expect(requests).toEqual(['a', 'b c d']);
});

test('requests are bounded in items and bytes; a larger item goes alone', async () => {
  const { requests, queue } = recorder();
  await queue.send(['a', 'b', 'c', 'd', 'e'].map((name) => item(name)));
  await queue.send([item('f', 6), item('g', 6), item('h', 50), item('i', 1)]);
  await queue.send([]);
  expect(requests).toEqual(['a b c d', 'e', 'f', 'g', 'h', 'i']);
});

test('an error that passes is told to all calls of the request, and the rest of them is not sent', async () => {
  const { requests, queue } = recorder((items) => (items[0]?.name === 'a' ? new BusError('unavailable', 'no leader') : undefined));
  const results = await Promise.allSettled([queue.send(['a', 'b', 'c', 'd', 'e'].map((name) => item(name))), queue.send([item('f')])]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(requests).toEqual(['a b c d', 'f']);
});

test('an error for good is told to the call that caused it, and to no other', async () => {
  const { requests, queue } = recorder((items) =>
    items.some(({ name }) => name === 'x') ? new BusError('message-too-large', 'x') : undefined,
  );
  const results = await Promise.allSettled([queue.send([item('a')]), queue.send([item('x')]), queue.send([item('b')])]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(requests).toEqual(['a x b', 'a', 'x', 'b']);
});

test('closing waits for what was given', async () => {
  const { requests, queue } = recorder();
  const given = queue.send([item('a')]);
  await queue.close();
  await given;
  await expect(queue.send([item('b')])).rejects.toMatchObject({ code: 'closed' });
  expect(requests).toEqual(['a']);
});
