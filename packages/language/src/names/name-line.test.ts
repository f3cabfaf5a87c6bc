import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameLine, type FoundName } from './name-line.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 2 }))
  .map(([start, length, type]): FoundName => ({ start, end: Math.min(30, start + length), type, margin: 1 }));

describe('NameLine', () => {
  it('holds what was put last, none over another, in order', () => {
    fc.assert(
      fc.property(fc.array(span), (names) => {
        const line = new NameLine(30, []);
        for (const name of names) {
          line.put(name);
          expect(line.at(name.start)).toBe(name);
        }
        const list = line.list();
        list.slice(1).forEach((name, i) => expect(name.start).toBeGreaterThanOrEqual((list[i] as FoundName).end));
        for (const name of list) expect(line.within(name.start, name.end)).toEqual([name]);
      }),
    );
  });
});
