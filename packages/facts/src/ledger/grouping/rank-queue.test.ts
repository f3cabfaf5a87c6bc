import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { createRankQueue } from './rank-queue.ts';

it('gives each member once, in order, those added meanwhile included', () => {
  assert(
    property(array(integer()), array(integer()), (first, later) => {
      const queue = createRankQueue<number>((a, b) => a < b, first);
      const taken: number[] = [];
      const one = queue.take();
      if (one !== undefined) taken.push(one);
      for (const item of later) queue.add(item);
      for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
      const rest = new Set([...new Set(first)].filter((item) => item !== one));
      const expected = [...new Set([...rest, ...later])].sort((a, b) => a - b);
      expect(taken).toEqual(one === undefined ? expected : [one, ...expected]);
    }),
  );
});
