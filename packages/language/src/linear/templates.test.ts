import { describe, expect, it } from 'vitest';
import { mix1, mix2, mix3 } from './hash.ts';
import { Templates } from './templates.ts';

describe('Templates', () => {
  it('hashes one to three values as the functions of hash.ts do, in the order of the table', () => {
    const templates = new Templates('a b c', [
      [1, 'a'],
      [2, 'b', 'a'],
      [4, [9, 'c', 'a'], 'b'],
      [3, 'a', 'b', 'c'],
      [5, 'c', [9, 'c', 'a'], [8, 'a', 'b', 'c']],
    ]);
    const [a, b, c] = [7, -1_234_567_890, 0x7fffffff] as const;
    const out = new Int32Array(8);
    expect(templates.write([a, b, c], out, 2)).toBe(7);
    const expected = [mix1(1, a), mix2(2, b, a), mix2(4, mix2(9, c, a), b), mix3(3, a, b, c), mix3(5, c, mix2(9, c, a), mix3(8, a, b, c))];
    expect([...out.subarray(2, 7)]).toEqual(expected);
  });

  it('refuses a value that nobody sets', () => {
    expect(() => new Templates('a', [[1, 'b']])).toThrow(RangeError);
  });
});
