import { expect, it } from 'vitest';
import { signed, unsigned } from './numbers.ts';

it('writes numbers in base 128', () => {
  expect([0, 127, 128, 624_485, 0xffffffff].map(unsigned)).toEqual([
    [0],
    [0x7f],
    [0x80, 1],
    [0xe5, 0x8e, 0x26],
    [0xff, 0xff, 0xff, 0xff, 0xf],
  ]);
  expect([0, 63, 64, -1, -64, -65, -123_456].map(signed)).toEqual([
    [0],
    [0x3f],
    [0xc0, 0],
    [0x7f],
    [0x40],
    [0xbf, 0x7f],
    [0xc0, 0xbb, 0x78],
  ]);
});
