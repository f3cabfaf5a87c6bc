import { describe, expect, it } from 'vitest';
import { textOverlap } from './text-overlap.ts';

const share = (reference: string, text: string): number => textOverlap(reference)(text);

describe('textOverlap', () => {
  const reference = '<p>The ferry line between the two islands will close in March, the operator said on Tuesday.</p>';
  it('is 1 for a part of the reference whatever its marks and case, and 0 for another text', () => {
    expect(share(reference, 'the FERRY line — between the two islands, will close')).toBe(1);
    expect(share(reference, 'A completely different paragraph about the price of coal.')).toBe(0);
  });
  it('is -1 without a reference to speak of', () => {
    expect(share('short', 'anything at all that is long enough')).toBe(-1);
  });
});
