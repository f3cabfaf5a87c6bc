import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../language-model.ts';

const model = loadModel('en');
const sentences = [
  'After the vote, protesters who had waited outside (some for hours) left the square, the police said.',
  'The company, which makes engines, said on Tuesday that it will close two plants and cut 1,200 jobs by 2031.',
  'Rain fell. ',
  'She told the court: “We did what we could” — and then, her lawyer said, she wept.',
];

describe('parsePart', () => {
  it('answers as a parse of the same words from scratch does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (text, keep) => {
        const whole = model.parse(text, { start: 0, end: text.length });
        const part = whole.tokens.map((_, index) => index).filter((index) => keep[index]);
        const again = model.parsePart(whole, part).tokens;
        const scratch = model.parseTokens(part.map((index) => whole.tokens[index]?.text ?? '')).tokens;
        const bare = (tokens: typeof again) => tokens.map(({ start: _start, end: _end, ...rest }) => rest);
        expect(bare(again)).toEqual(bare(scratch));
        expect(again.map(({ start }) => start)).toEqual(part.map((index) => whole.tokens[index]?.start));
      }),
    );
  });

  it('answers the same when other sentences were read since, and for a sentence that it never saw', () => {
    const [text = ''] = sentences;
    const whole = model.parse(text, { start: 0, end: text.length });
    const part = whole.tokens.map((_, index) => index).slice(4);
    const expected = model.parsePart(whole, part);
    for (const other of sentences) model.parse(other, { start: 0, end: other.length });
    expect(model.parsePart(whole, part)).toEqual(expected);
    expect(model.parsePart({ ...whole }, part)).toEqual(expected);
  });

  it('refuses indexes of no token', () => {
    const whole = model.parse('Rain fell.', { start: 0, end: 10 });
    expect(() => model.parsePart(whole, [0, 7])).toThrow('not tokens');
  });
});
