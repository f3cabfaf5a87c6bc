import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasePatterns } from '../line/phrase-patterns.ts';
import { makeScreen } from './screen.ts';

const lets = (pattern: RegExp, text: string): boolean => makeScreen([pattern])(text) === 1;

describe('makeScreen', () => {
  it.each([
    [/harbou?r (?:road|street)/i, 'The Harbour  street', 'A HARBOR ROAD'],
    [/^share(?: this)?$/i, 'please share', 'Share THIS'],
    [/^share(?: me)?$/i, 'share us', 'share'],
    [/^.{2,9} is an? .{0,80}(?:reporter|editor)/, 'who is a baker', 'Ada is an editor'],
    [/\d{1,3} ?(?:of|von) \d/, 'some of 2', '12von 3'],
    [/[áé]t[ée]/i, 'ate', 'ÉtÉ'],
    [/(?:^|[^a-z])nav(?![a-z])/, 'na-v', 'top-nav'],
    [/$(?<=(?:photo: |©)[^.]{0,9})/, 'photos', 'A photo: Ada'],
  ])('%s is not asked about "%s", but about "%s"', (pattern, without, text) => {
    expect(lets(pattern, without)).toBe(false);
    expect(lets(pattern, text)).toBe(true);
  });
  it('lets through what names no string', () => {
    expect(lets(/\p{L}{2}/u, '')).toBe(true);
    expect(lets(/(?:.x|y?)/, '')).toBe(true);
  });
  it('never leaves out an expression that matches', () => {
    const patterns = phrasePatterns.map(([, pattern]) => pattern);
    const screen = makeScreen(patterns);
    const words = patterns.flatMap(({ source }) => source.match(/[\p{L}\p{N}'©€$@:|>/-]+/gu) ?? []);
    const piece = constantFrom(...words, '12', '3', '2021', '.', ':', ' | ', '“', '\u00a0', '(', ')');
    const line = array(piece, { minLength: 1, maxLength: 7 });
    const joint = constantFrom(' ', '', ' ', ' ');
    let matched = 0;
    assert(
      property(line, joint, string({ maxLength: 3 }), (pieces, between, tail) => {
        for (const text of [pieces.join(between), pieces.join(between).toUpperCase(), pieces.join(between) + tail])
          for (const [i, pattern] of patterns.entries()) {
            if (pattern.sticky) pattern.lastIndex = text.length;
            if (!pattern.test(text)) continue;
            matched++;
            expect(screen(text) & (1 << i), `${pattern.source.slice(0, 40)} in ${text}`).not.toBe(0);
          }
      }),
      { numRuns: 3_000 },
    );
    expect(matched).toBeGreaterThan(300);
  });
});
