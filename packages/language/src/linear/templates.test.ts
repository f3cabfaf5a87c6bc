import { describe, expect, it } from 'vitest';
import { mix1, mix2, mix3 } from './hash.ts';
import { Templates } from './templates.ts';

describe('Templates', () => {
  it('hashes one to three values as the functions of hash.ts do, joined ones first', () => {
    const templates = new Templates('a b c', [
      [1, 'a'],
      [2, 'b', 'a'],
      [3, 'a', 'b', 'c'],
      [4, [9, 'c', 'a'], 'b'],
      [5, 'c', [9, 'c', 'a'], [8, 'a', 'b', 'c']],
    ]);
    const values = [7, -1_234_567_890, 0x7fffffff] as const;
    templates.values.set(values);
    const out = new Int32Array(8);
    expect(templates.write(out, 2)).toBe(7);
    const [a, b, c] = values;
    const expected = [mix1(1, a), mix2(2, b, a), mix3(3, a, b, c), mix2(4, mix2(9, c, a), b), mix3(5, c, mix2(9, c, a), mix3(8, a, b, c))];
    expect([...out.subarray(2, 7)].toSorted((x, y) => x - y)).toEqual(expected.toSorted((x, y) => x - y));
  });

  it('refuses a value that nobody sets', () => {
    expect(() => new Templates('a', [[1, 'b']])).toThrow(RangeError);
  });
});
