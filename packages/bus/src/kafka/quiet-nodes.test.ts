import { expect, test } from 'vitest';
import { watchQuietNodes } from './quiet-nodes.ts';

function watch(nodes: number[]) {
  const quiet = watchQuietNodes(nodes, 2);
  let over = false;
  void quiet.allQuiet.then(() => (over = true));
  const fetches = async (...of: number[]) => {
    for (const node of of) quiet.fetched(node);
    await Promise.resolve();
    return over;
  };
  return { quiet, fetches };
}

test('every node must be quiet for several fetches in a row; a slow one is waited for', async () => {
  const { fetches } = watch([1, 2]);
  expect(await fetches(1, 1, 1, 1, 1, 1, 2, 2)).toBe(false);
  expect(await fetches(2)).toBe(true);
});

test('messages of one node begin the count anew for all, and handling them does not count', async () => {
  const { quiet, fetches } = watch([1, 2]);
  expect(await fetches(1, 1, 2, 2)).toBe(false);
  const done = quiet.handling();
  expect(await fetches(1, 2, 1, 2, 1, 2, 1, 2)).toBe(false);
  done();
  expect(await fetches(1, 2, 1, 2)).toBe(false);
  expect(await fetches(1, 2)).toBe(true);
});
