import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BodyBuilder } from './body-builder.ts';

it('puts any pieces together again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(255), fc.nat(1_500_000)), { maxLength: 6 }), (parts) => {
      const pieces = parts.map(([byte, length]) => Buffer.alloc(length, byte));
      const builder = new BodyBuilder(10_000_000);
      for (const piece of pieces) builder.add(piece);
      expect(builder.finish().equals(Buffer.concat(pieces))).toBe(true);
      expect(builder.finish()).toHaveLength(0);
    }),
    { numRuns: 50 },
  );
});

it('holds no more than it may', () => {
  const builder = new BodyBuilder(10);
  builder.add(new Uint8Array(9));
  expect(() => builder.add(new Uint8Array(2))).toThrow(RangeError);
});
