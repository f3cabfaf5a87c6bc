import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cue } from './cue-bits.ts';
import { nameCues } from './name-cues.ts';
import { namePatterns } from './name-patterns.ts';

/** The cues as the expressions themselves say them, each name by itself. */
function byPatterns(names: string): number {
  let bits = 0;
  const text = names.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  for (const [bit, pattern] of namePatterns) if (pattern.test(text)) bits |= bit;
  return bits;
}

describe('nameCues', () => {
  it.each([
    ['col-md-6 mt-4', 0],
    ['top-nav', cue.navigation],
    ['navy', 0],
    ['myNavBar', cue.navigation],
    ['nav2 x', cue.navigation],
    ['articleBody', cue.bodyName],
    ['article__body', 0],
    ['entry-_-content', cue.bodyName],
    ['info-box', cue.aside | cue.byline],
    ['leftsidebarx', cue.aside],
    ['Newsletter', cue.promotion],
    ['haupt-menü', cue.navigation],
    ['', 0],
  ])('%s', (names, bits) => expect(nameCues(names)).toBe(bits));

  it('says what the expressions say', () => {
    const words = namePatterns.flatMap(([, { source }]) => source.match(/[a-z]{2,}/g) ?? []);
    const piece = constantFrom(...words, 'x', 'B', '2', 'Z9');
    const joint = constantFrom('-', '_', ' ', '', '--', '1', ':');
    assert(
      property(array(piece, { minLength: 1, maxLength: 5 }), joint, joint, (pieces, one, other) => {
        const [first = '', ...rest] = pieces;
        for (const name of [
          pieces.join(one),
          first + other + rest.join(one),
          pieces.map((p) => p[0]?.toUpperCase() + p.slice(1)).join(other),
        ])
          expect(nameCues(name), name).toBe(byPatterns(name));
      }),
      { numRuns: 3_000 },
    );
  });
});
