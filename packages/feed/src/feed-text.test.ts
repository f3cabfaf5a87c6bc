import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessedText, plainText } from './feed-text.ts';

const html = (value: string): string => plainText({ value, type: 'html' });

describe('plainText', () => {
  it.each([
    ['<p>One.</p><p>Two&nbsp;&amp; three</p>', 'One. Two & three'],
    ['a<b>b</b>c<br/>d', 'abc d'],
    ['I <3 you < me > all', 'I <3 you < me > all'],
    ['a<!-- <b> -->c', 'ac'],
    ['a<script>if (1 < 2) b()</script >c<style>d</style>', 'ac'],
    ['a<script src="x"/>b', 'ab'],
    ['a<script>b', 'a'],
    ['a <b', 'a <b'],
    ['&lt;b&gt; &#8217; &#x2019; &nosuch;', '<b> ’ ’ &nosuch;'],
  ])('of %s is %s', (value, expected) => {
    expect(html(value)).toBe(expected);
  });

  it('leaves plain text alone but for white space', () => {
    expect(plainText({ value: ' a &amp;\n <b> ', type: 'text' })).toBe('a &amp; <b>');
    expect(plainText(undefined)).toBe('');
  });

  it.each(['<', '<a', '<!--', '<script>', '<script', '<style></style>', '&', '<p>'])('is linear in repeats of %s', (unit) => {
    expect(html(unit.repeat(1_000_000)).length).toBeLessThanOrEqual(unit.length * 1_000_000);
  });

  it('answers any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(typeof html(value)).toBe('string');
      }),
    );
  });
});

describe('guessedText', () => {
  it.each([
    ['AT&T <3', 'text'],
    ['a < b > c', 'text'],
    ['a <b>c</b>', 'html'],
    ['Q&amp;A', 'html'],
  ])('takes %s for %s', (value, type) => {
    expect(guessedText(value)?.type).toBe(type);
  });
});
