import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';
import { holdsNumber } from './verify.ts';

const extractor = createExtractor();

const words = fc.constantFrom(
  ...'The mayor said that 12 ships and 1,900 people had left Oslo on Monday . “ We will not wait ,” she told reporters , killing three ; prices rose 5 % to $ 3.2 million last week ( police ) — Ann Hale was elected president in 2019 \n\n'.split(
    /(?<=\n)| /,
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(words, { maxLength: 90 }).map((list) => list.join(' ')),
);

describe('extraction from any text', () => {
  it('gives evidence word for word, numbers and quotations within it, and ids of their own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions } = extractor.extract(articleOf(text));
        for (const { evidence, quantity, quote } of mentions) {
          const [{ exact }, { start, end }] = evidence.selectors;
          expect(text.slice(start, end)).toBe(exact);
          if (quantity !== null) expect(holdsNumber(exact, quantity.surface)).toBe(true);
          if (quote !== null) expect(exact).toContain(quote);
        }
        expect(new Set(mentions.map(({ id }) => id)).size).toBe(mentions.length);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const alone = createExtractor().extract(articleOf(second));
        extractor.extract(articleOf(first));
        expect(extractor.extract(articleOf(second))).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });

  it('moves relative dates alone when the article is a week younger', () => {
    const text = 'A fire broke out on Tuesday in Leeds. The hall was built in May 1987. It will open again next week.';
    const dated = (value: string) =>
      extractor.extract(articleOf(text, { published: { value, source: 'test', precision: 'day' } })).mentions;
    const [before, after] = [dated('2031-05-14'), dated('2031-05-21')];
    expect(after.map(({ subject, predicate, object }) => [subject, predicate, object])).toEqual(
      before.map(({ subject, predicate, object }) => [subject, predicate, object]),
    );
    const timex = (mentions: typeof before, word: string) => mentions.find(({ predicate }) => predicate?.includes(word))?.time?.timex;
    expect([timex(before, 'broke'), timex(after, 'broke')]).toEqual(['2031-05-13', '2031-05-20']);
    expect([timex(before, 'built'), timex(after, 'built')]).toEqual(['1987-05', '1987-05']);
  });
});

describe('a language without a model', () => {
  it('gives numbers and quotations, and says that it is not supported', () => {
    const { mentions, supported } = extractor.extract(articleOf('Es kamen 300 Menschen.', { language: 'de' }));
    expect(supported).toBe(false);
    expect(mentions.map(({ quantity }) => quantity?.value)).toEqual([300]);
  });
});

describe('what is not published', () => {
  it('is listed with its reason', () => {
    const { mentions, refused } = extractor.extract(articleOf('Two officials said that the road was closed.'));
    expect(mentions.map(({ predicate }) => predicate)).toEqual(['was closed']);
    expect(refused.map(({ reason }) => reason)).toContain('counts-the-speaker');
  });
});

describe('numbers in evidence', () => {
  it.each([
    ['1,900 people', '900', false],
    ['12.5 percent', '12', false],
    ['in 12, 5 and 3', '5', true],
    ['900 people', '900', true],
    ['A900 road', '900', true],
    ['', '', false],
  ])('%j holds %j: %j', (exact, surface, wanted) => {
    expect(holdsNumber(exact, surface)).toBe(wanted);
  });
});

describe('hostile texts', () => {
  const million = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);

  it.each(['9 ', '"', 'said ', 'a', '1,', 'He said “no”, 5. '])('a megabyte of %j in a language without a model is read', (piece) => {
    expect(extractor.extract(articleOf(million(piece), { language: 'de' })).supported).toBe(false);
  });

  it('two megabytes in one line are refused with a code', () => {
    expect(() => extractor.extract(articleOf('The mayor said so and '.repeat(95_000)))).toThrow(
      expect.objectContaining({ code: 'text-too-long' }) as Error,
    );
  });
});
