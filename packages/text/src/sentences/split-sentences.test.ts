import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestSentence, splitSentences } from './split-sentences.ts';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('full stops', () => {
  test.each([
    ['The bridge closed. Traffic was diverted.', ['The bridge closed.', 'Traffic was diverted.']],
    ['Dr. Amara Osei met Gen. Lund. They spoke.', ['Dr. Amara Osei met Gen. Lund.', 'They spoke.']],
    ['She flew to the U.S. Senate hearing.', ['She flew to the U.S. Senate hearing.']],
    ['She lives in the U.S. He does not.', ['She lives in the U.S.', 'He does not.']],
    [
      'Trains leave at 6 p.m. Monday. Buses leave at 7 p.m. Tickets cost more.',
      ['Trains leave at 6 p.m. Monday.', 'Buses leave at 7 p.m.', 'Tickets cost more.'],
    ],
    ['Sales rose 4.5 pct. in Jan. 2011. No. 3 was closed.', ['Sales rose 4.5 pct. in Jan. 2011.', 'No. 3 was closed.']],
    ['Work for vitamin C. The end.', ['Work for vitamin C.', 'The end.']],
    ['He was born c. 1818 in Oslo.', ['He was born c. 1818 in Oslo.']],
    ['Nobody knew that. iPhone sales fell. 5 people left.', ['Nobody knew that.', 'iPhone sales fell.', '5 people left.']],
    ['The ferry sank.The crew survived it.', ['The ferry sank.', 'The crew survived it.']],
    ['Open www.example.org/a.B now. Close it.', ['Open www.example.org/a.B now.', 'Close it.']],
    ['1. Wash the rice. 2.5 cups will do.', ['1. Wash the rice.', '2.5 cups will do.']],
    ['It was odd. . . very odd. . . . Then it ended.', ['It was odd. . . very odd. . . .', 'Then it ended.']],
    ['He retired in 1990.[4] [5] His son took over.', ['He retired in 1990.[4] [5]', 'His son took over.']],
  ])('%s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

describe('quotations', () => {
  test.each([
    ['“We lost. We will try again,” the coach said.', ['“We lost.', 'We will try again,” the coach said.']],
    ['“Why now?” Ann Lee asked. Nobody knew.', ['“Why now?” Ann Lee asked.', 'Nobody knew.']],
    ['"Stop!" Then it was quiet.', ['"Stop!"', 'Then it was quiet.']],
    ['He left (it was late). "Good night."', ['He left (it was late).', '"Good night."']],
  ])('%s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

describe('paragraphs', () => {
  test('a line end ends a sentence', () => {
    expect(split('A headline without a stop\nThe first sentence.\n\nThe second')).toEqual([
      'A headline without a stop',
      'The first sentence.',
      'The second',
    ]);
  });

  test('in wrapped text a line that does not fill the column ends a paragraph', () => {
    const wrapped = [
      'The council met on Monday in the small town hall of the port and',
      'agreed on a budget',
      'Nobody had expected that the vote would be taken before midnight',
      'since the opposition had asked for more time to read the papers.',
    ].join('\n');
    expect(split(wrapped)).toHaveLength(2);
  });

  test('text wrapped at a column is read across its lines', () => {
    const wrapped = [
      'The committee said on Thursday that the new harbour wall would',
      'be finished before the winter storms arrive on the coast of the',
      'island. The mayor thanked the engineers and said that the work had',
      'cost less than planned, although two of the cranes were lost in a',
      'gale last autumn.',
    ].join('\n');
    expect(splitSentences(wrapped)).toHaveLength(2);
  });
});

test('a numbered list of headlines is not taken for wrapped text', () => {
  const lines = [
    '1. Ten ways to cook a cabbage without any butter',
    '2. Nine reasons to leave the city before noon',
    '3. Eight bridges that nobody will ever cross again',
  ];
  expect(split(lines.join('\n'))).toEqual(lines);
});

test('other scripts end sentences with their own marks', () => {
  expect(split('他走了。她留下。')).toEqual(['他走了。', '她留下。']);
  expect(split('هل وصلت؟ نعم وصلت.')).toEqual(['هل وصلت؟', 'نعم وصلت.']);
});

test('any text: spans ascend, stay inside, have no space at their ends, are bounded and leave out nothing visible', () => {
  const piece = fc.oneof(
    fc.constantFrom('. ', '! ', '"', '” ', '\n', 'U.S. ', 'Mr. ', '... ', 'a'.repeat(5000), '\ud83d', '5', ' (', ')', '\u200b', 'Word '),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      let visible = '';
      for (const { start, end } of splitSentences(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end - start).toBeLessThanOrEqual(longestSentence);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        visible += text.slice(start, end);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(visible.replace(/[\s\u200b]/g, '')).toBe(text.replace(/[\s\u200b]/g, ''));
    }),
  );
});
