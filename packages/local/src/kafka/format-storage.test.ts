import { expect, test } from 'vitest';
import { newClusterId } from './format-storage.ts';

test('an id that would be read as an option is not used', () => {
  const random = ['f8000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000001'];
  expect(newClusterId(() => random.shift() ?? '')).toBe('AAAAAAAAAAAAAAAAAAAAAQ');
  expect(random).toEqual([]);
});
