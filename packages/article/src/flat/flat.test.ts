import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlat } from '../read-flat.ts';
import { looksLikeHeading, settleHeadings } from '../line/headings.ts';
import { cutFrames, cutRemnants } from './frames.ts';
import { splitLines } from './lines.ts';
import { unescapeReferences } from './unescape.ts';

const texts = (text: string): string[] => splitLines(text).map((line) => line.text);

describe('splitLines', () => {
  it('joins a sentence that goes on in the next line, and leaves labels alone', () => {
    expect(texts('The council voted to widen\nthe harbour road in the spring.\nshare')).toEqual([
      'The council voted to widen the harbour road in the spring.',
      'share',
    ]);
    expect(texts('World\npolitics\nbusiness\nsport')).toEqual(['World', 'politics', 'business', 'sport']);
    expect(texts('The council voted to widen\n\nthe harbour road in the spring.')).toHaveLength(2);
  });

  it('joins lines wrapped at a column whatever the next one begins with', () => {
    const wrapped = Array.from(
      { length: 12 },
      (_, i) =>
        `Number ${i} of the long sentences of the report that Mayor\nQuill gave on the road along the harbour, which is to\nbe widened in the coming year.`,
    ).join('\n');
    expect(texts(wrapped)).toHaveLength(12);
  });
});

describe('unescapeReferences', () => {
  it('resolves what a careless flattening left, and leads back', () => {
    const source = 'K&uuml;hlt&#252;rme &amp; &bogus; A&T';
    const { text, map } = unescapeReferences(source);
    expect(text).toBe('Kühltürme & &bogus; A&T');
    expect(source.slice(map.toSource(text.indexOf('hlt')), map.toSource(text.indexOf('hlt')) + 3)).toBe('hlt');
  });
});

describe('cutFrames', () => {
  const captions = [
    'Divers search the harbour.',
    'The mayor speaks at the pier.',
    'Nets dry in the sun.',
    'A ferry leaves for the islands.',
  ];
  it('cuts a gallery title and buttons off captions, spans and all', () => {
    const source = captions.map((caption, i) => `Pictures: a day in the old harbour ${caption} Hide picture ${i + 8} of 12`).join('\n');
    const lines = cutFrames(splitLines(source));
    expect(lines.map((line) => line.text)).toEqual(captions);
    expect(lines.map((line) => source.slice(line.start, line.end))).toEqual(captions);
  });
  it('leaves speakers and ordinary lines alone', () => {
    const talk = captions.map((caption) => `MAYOR QUILL: ${caption}`);
    expect(cutFrames(splitLines(talk.join('\n'))).map((line) => line.text)).toEqual(talk);
  });
});

describe('headings', () => {
  it('knows a headline from a sentence, a label of the site and a number', () => {
    expect(looksLikeHeading('A second study')).toBe(true);
    expect(['He said so.', 'Share', 'Read more', '12 / 30', 'to be continued…', 'see https://example.org'].map(looksLikeHeading)).toEqual(
      Array(6).fill(false),
    );
  });
  it('keeps a headline between two paragraphs and takes the title out', () => {
    expect(
      settleHeadings(
        ['A bridge opens', 'Text one.', 'A second study', 'Text two.'],
        [0.9, 0.9, 0.4, 0.9],
        [true, true, false, true],
        'A bridge opens',
      ),
    ).toEqual([false, true, true, true]);
  });
});

describe('readFlat on what stands around a body', () => {
  const body = [
    'The council voted on Monday to widen the harbour road, although several members asked for a second study of the costs.',
    'Work is to begin in the autumn and to last for about two years, the mayor told reporters after the meeting.',
    'Fishermen had blocked the pier in protest last week, saying that the road would cut them off from the market.',
  ];

  it('reads title and outlet from the closing line of a feed', () => {
    const reading = readFlat([...body, 'The post Harbour road to be widened appeared first on The Example.', 'via IFTTT'].join('\n'));
    expect(reading).toMatchObject({ title: 'Harbour road to be widened', publisher: 'The Example', text: body.join('\n') });
  });

  it('reads date and author between the headline and the body, and is not misled by a masthead in another script', () => {
    const reading = readFlat(
      [
        'المرفأ اليوم رياضة اقتصاد ثقافة',
        'Editor in Chief Cy Teal',
        'Harbour road to be widened',
        'Thu 04 Mar 2021 | 11:45 AM',
        'Ada Quill',
        ...body,
      ].join('\n\n'),
    );
    expect(reading).toMatchObject({ title: 'Harbour road to be widened', authors: ['Ada Quill'], language: 'en', text: body.join('\n') });
    expect(reading.published).toEqual({ value: '2021-03-04T11:45', precision: 'minute', source: 'text' });
  });

  it('takes a bare lead-in credit off the line and keeps the way back exact; a clause that says who tells the rest stays', () => {
    const source = [body[0], `AFP: ${body[1]}`, body[2]].join('\n');
    const reading = readFlat(source);
    expect(reading.text).toBe(body.join('\n'));
    expect(reading.wireCredit?.agency).toBe('AFP');
    expect(source.slice(reading.map?.(reading.text.indexOf('Work is')))).toMatch(/^Work is/);
    const told = [body[0], `AFP reports: ${body[1]}`, body[2]].join('\n');
    expect(readFlat(told)).toMatchObject({ text: told, wireCredit: { agency: 'AFP' } });
  });

  it('finds no article in a footer', () => {
    expect(
      readFlat(
        'Copyright 1995 - 2020. All rights reserved. The content published in this site belongs to The Example and shall not be republished without written authorization.\nRegistration Number: 130349',
      ).rejected?.code,
    ).toBe('no-body');
  });

  it('answers any text, and maps every kept character to itself', () => {
    const piece = oneof(
      constantFrom(...body, 'Share', '\n', '\r\n', '&amp;', '&uuml;', '\u0000', '\ud800', 'e\u0301', ' ', '\u00ad'),
      string({ maxLength: 20 }),
    );
    const exact = property(array(piece, { maxLength: 30 }), (pieces) => {
      const source = pieces.join('\n');
      const { text, map } = readFlat(source);
      return Array.from(text, (_, i) => i).every((i) => text[i] === source[map?.(i) ?? -1] || /[^\p{ASCII}]|[\s&]/u.test(text[i] ?? ''));
    });
    expect(() => assert(exact, { numRuns: 60 })).not.toThrow();
  });
});

describe('embedded posts', () => {
  const body = (post: readonly string[]): string =>
    [
      'The council voted on Monday to widen the harbour road, members said after the meeting.',
      ...post,
      'Work is to begin in the autumn and to last two years, the mayor told reporters in the hall.',
      'Fishermen had blocked the pier in protest last week, police said in a statement on Sunday.',
    ].join('\n');
  const words = 'I have just seen the plans for the road and they are quite awful, nobody will get a night of sleep.';

  it('are no part of the article, whether their author stands beside them or below', () => {
    expect(readFlat(body([`${words} — ada quill (@adaq) May 4, 2020`])).text).toBe(readFlat(body([])).text);
    expect(readFlat(body([words, '— ada quill (@adaq) 4. Mai 2020'])).text).toBe(readFlat(body([])).text);
  });

  it('are not what only names an account', () => {
    const line = 'The mayor (@mayor) and the harbour master (@harbour) have both said that the road will be built.';
    expect(readFlat(body([line])).text).toContain(line);
  });
});

describe('cutRemnants', () => {
  const cut = (text: string): string[] => cutRemnants(splitLines(text)).map((line) => line.text);

  it('cuts what is left of a tag off the text behind it', () => {
    expect(cut('>a]:underline" data-size="xl">The council has voted.')).toEqual(['The council has voted.']);
    const line = 'Menu toggle" class="nav" href="/x">';
    expect(cut(line)).toEqual([line]);
    expect(cut('He wrote "a > b" and "c">d without a reason.')).toEqual(['He wrote "a > b" and "c">d without a reason.']);
  });
  it('leaves the rest out of the body, with the way back to the source', () => {
    const sentence = 'The council voted on Monday to widen the harbour road, although several members asked for a second study.';
    const source = `Menu toggle" class="nav" href="/x" >\nx" class="text">${sentence}\n${sentence.replace('Monday', 'Friday')}\n${sentence.replace('Monday', 'Sunday')}`;
    const { text, map } = readFlat(source);
    expect(text.split('\n')).toHaveLength(3);
    expect(source.slice(map?.(0), map?.(sentence.length - 1))).toBe(sentence.slice(0, -1));
  });
});
