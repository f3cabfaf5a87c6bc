import { loadModel, readDocument } from '@copydesk/language';
import { splitSentences } from '@copydesk/text';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions } from './find.ts';
import type { Attribution } from './types.ts';

const model = loadModel('en');
const read = (text: string): Attribution[] => {
  const { sentences, entities } = readDocument(model, text);
  return findAttributions({ text, sentences, parses: sentences, entities });
};
const part = (text: string, span: { start: number; end: number } | null): string | null =>
  span === null ? null : text.slice(span.start, span.end);
/** Content, source and cue of each attribution, as text. */
const shown = (text: string) =>
  read(text).map((found) => ({ content: part(text, found.content), source: part(text, found.source), cue: part(text, found.cue) }));
const only = (text: string): Attribution => {
  const [first, ...rest] = read(text);
  if (first === undefined || rest.length > 0) throw new Error(`${rest.length + Number(first !== undefined)} attributions in: ${text}`);
  return first;
};

describe('direct speech', () => {
  test.each([
    ['“The bridge will be closed for a month,” the mayor said.', '“The bridge will be closed for a month,”', 'the mayor', 'said'],
    [
      '“The bridge will be closed,” said Anna Weber, the mayor of Lindau.',
      '“The bridge will be closed,”',
      'Anna Weber, the mayor of Lindau',
      'said',
    ],
    [
      '“The bridge will be closed,” Anna Weber, the mayor of Lindau, said.',
      '“The bridge will be closed,”',
      'Anna Weber, the mayor of Lindau',
      'said',
    ],
    ['Weber told reporters: "We had no choice."', '"We had no choice."', 'Weber', 'told'],
    ['In a statement, the company said, “We regret the accident.”', '“We regret the accident.”', 'the company', 'said'],
    [
      '"We regret it," she said on Monday. "It must not happen again."',
      '"We regret it," she said on Monday. "It must not happen again."',
      'she',
      'said',
    ],
    ['"This," he said, "is the end."', '"This," he said, "is the end."', 'he', 'said'],
    ['“I will never go back.” — Maria Lopez', '“I will never go back.”', 'Maria Lopez', '—'],
    ["'We regret the delay,' Mr Braun said.", "'We regret the delay,'", 'Mr Braun', 'said'],
    ['‘We don’t regret the delay,’ said Mr Braun.', '‘We don’t regret the delay,’', 'Mr Braun', 'said'],
    ["''We regret it,'' Mr. Braun said.", "''We regret it,''", 'Mr. Braun', 'said'],
  ])('%s', (text, content, source, cue) => {
    expect(shown(text)).toEqual([{ content, source, cue }]);
    expect(only(text).direct).toBe('direct');
  });

  test('a quotation of several paragraphs is one', () => {
    const text = '“We began at dawn,” Captain Jonas Berg said.\n\n“The wind was strong.\n\n“Then the mast broke.”';
    const contents = read(text).map((found) => part(text, found.content));
    expect(contents).toEqual(['“We began at dawn,”', '“The wind was strong.\n\n“Then the mast broke.”']);
    expect(read(text).map((found) => found.speaker?.name)).toEqual(['Jonas Berg', 'Jonas Berg']);
  });

  test('a paragraph of speech after "he added:" belongs to him', () => {
    const text = 'Jonas Berg was pleased, and he added:\n\n“We shall sail again.”';
    expect(shown(text)).toEqual([{ content: '“We shall sail again.”', source: 'he', cue: 'added' }]);
  });

  test('borrowed words have no speaker', () => {
    expect(read('The so-called “green corridor” was opened near the old mill on Monday.')).toEqual([]);
    expect(read('The band played “Summer Rain” twice.')).toEqual([]);
  });
});

describe('mixed and indirect speech', () => {
  test.each([
    ['The minister said the talks would resume in May.', 'the talks would resume in May', 'The minister', 'said'],
    ['The talks would resume in May, the minister said.', 'The talks would resume in May', 'the minister', 'said'],
    ['The talks, the minister said, would resume in May.', 'The talks, the minister said, would resume in May', 'the minister', 'said'],
    ['According to the police report, the driver was asleep.', 'the driver was asleep', 'the police report', 'According to'],
    ['The driver was asleep, according to witnesses.', 'The driver was asleep', 'witnesses', 'according to'],
    ['The talks would fail, said Anna Weber, who leads the union.', 'The talks would fail', 'Anna Weber', 'said'],
    ['Officials warned that the dam could break.', 'that the dam could break', 'Officials', 'warned'],
    ['The union vowed to fight the closure.', 'to fight the closure', 'The union', 'vowed'],
  ])('%s', (text, content, source, cue) => {
    expect(shown(text)).toEqual([{ content, source, cue }]);
    expect(only(text).direct).toBe('indirect');
  });

  test('quoted words inside reported ones make it mixed', () => {
    const text = 'The minister said the plan was “a grave mistake” and would be dropped.';
    expect(only(text)).toMatchObject({ direct: 'mixed', cueClass: 'say' });
    expect(only(text).quoteSpans.map((span) => part(text, span))).toEqual(['“a grave mistake”']);
  });

  test('one subject for cues joined by "and" or hung on as participles', () => {
    const text = 'The ministry said the dam had failed, adding that two villages were flooded.';
    expect(shown(text)).toEqual([
      { content: 'the dam had failed', source: 'The ministry', cue: 'said' },
      { content: 'that two villages were flooded', source: 'The ministry', cue: 'adding' },
    ]);
  });

  test('what may yet be said is no report', () => {
    expect(read('The minister may announce a new plan.')).toEqual([]);
    expect(read('He was asked to leave.')).toEqual([]);
  });

  test('cues have a class', () => {
    const classes = (text: string) => read(text).map((found) => found.cueClass);
    expect(classes('The firm denied the charge.')).toEqual(['deny']);
    expect(classes('The firm announced that it would close two plants.')).toEqual(['announce']);
    expect(classes('The senator accused the firm of fraud.')).toEqual(['accuse']);
    expect(classes('The minister promised to resign.')).toEqual(['promise']);
  });
});

describe('speakers', () => {
  test('a surname, a pronoun and a bare role find the name and role given before', () => {
    const text = [
      '“The river is rising,” city spokesman Peter Lang said.',
      'Lang said two streets were under water.',
      'He added that schools would stay shut.',
      'The spokesman said help was on its way.',
    ].join(' ');
    const speakers = read(text).map((found) => found.speaker);
    expect(speakers).toHaveLength(4);
    for (const speaker of speakers)
      expect(speaker).toMatchObject({ kind: 'named', name: 'Peter Lang', role: 'city spokesman', anonymous: false });
  });

  test('"he" and "she" tell a man from a woman, "Mr" is no name', () => {
    const text =
      'City spokesman Peter Lang said the bridge was safe. Union spokeswoman Anna Weber said it was not. He added that it had been tested. She said tests were not enough. “I stand by it,” Mr. Lang said.';
    expect(read(text).map((found) => found.speaker?.name)).toEqual(['Peter Lang', 'Anna Weber', 'Peter Lang', 'Anna Weber', 'Peter Lang']);
  });

  test('sources without a name are anonymous, one or many', () => {
    expect(only('A senior official, speaking on condition of anonymity, said the deal was dead.').speaker).toMatchObject({
      kind: 'anonymous',
      name: null,
      role: 'senior official',
      anonymous: true,
      number: 'one',
    });
    expect(only('Two people familiar with the talks said the deal was dead.').speaker).toMatchObject({ anonymous: true, number: 'many' });
    const text = 'A senior official said the deal was dead. The official said talks would end on Monday.';
    expect(read(text).map((found) => found.speaker?.role)).toEqual(['senior official', 'senior official']);
  });

  test('bodies, papers and media speak as such', () => {
    expect(only('The finance ministry said growth would slow.').speaker).toMatchObject({ kind: 'organisation', anonymous: false });
    expect(only('The report said growth would slow.').speaker).toMatchObject({ kind: 'document' });
    expect(only('Reuters reported that growth would slow.').speaker).toMatchObject({ kind: 'outlet', name: 'Reuters' });
    expect(only('The mayor said the bridge was safe.').speaker).toMatchObject({
      kind: 'named',
      name: null,
      role: 'mayor',
      anonymous: false,
    });
  });

  test('the medium is kept apart from the speaker', () => {
    expect(only('The minister told Reuters that the talks had failed.')).toMatchObject({ via: ['Reuters'], speaker: { role: 'minister' } });
    expect(only('“We are ready,” the general said in an interview with the BBC.').via).toEqual(['BBC']);
    expect(only('“We are ready,” the general told CNN. “We have waited long enough.”').via).toEqual(['CNN']);
    expect(only('The agency said in a post on X that the storm would turn north.').via).toEqual(['X']);
    const text = 'Reuters reported that a union leader said the strike was over.';
    const [outer, inner] = read(text);
    expect(outer?.speaker?.name).toBe('Reuters');
    expect(inner).toMatchObject({ within: 0, via: ['Reuters'], speaker: { anonymous: true } });
  });

  test('those whom a medium quotes are the source', () => {
    const text = 'The newspaper quoted two officials as saying that the base would close.';
    expect(read(text).map((found) => part(text, found.source))).toEqual(['two officials']);
  });

  test('the words between marks are spoken by the innermost source', () => {
    const text = 'The minister said it would rain, adding, “We are ready,” according to Reuters.';
    const found = read(text);
    const quotes = found.flatMap((each) => each.quoteSpans.map((span) => [each.speaker?.name ?? each.speaker?.role, part(text, span)]));
    expect(quotes).toEqual([['minister', '“We are ready,”']]);
    expect(found.find((each) => each.cueLemma === 'add')?.via).toEqual(['Reuters']);
  });

  test('hearsay has an anonymous source', () => {
    for (const text of [
      'The dam reportedly failed at dawn.',
      'The dam is believed to have failed at dawn.',
      'The dam failed at dawn, according to reports.',
    ])
      expect(only(text).speaker).toMatchObject({ kind: 'anonymous', anonymous: true, name: null });
    expect(read('The dam was believed by nobody.')).toEqual([]);
  });

  test('a description joined to a name by a comma is its role', () => {
    const text = 'The commander of the Northern Fleet, Admiral Ivan Petrov, visited the port. Petrov said the fleet was ready.';
    expect(only(text).speaker).toMatchObject({ name: 'Ivan Petrov', role: 'Admiral, commander of the Northern Fleet' });
    expect(only('The ship was lost, the brother of the captain, Jonas Berg, said.').speaker).toMatchObject({
      name: 'Jonas Berg',
      role: 'brother of the captain',
    });
  });

  test('an agency credited with the article carried everything in it', () => {
    expect(only('LYON (AFP) — The mayor said the bridge was safe.').via).toEqual(['AFP']);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'said',
    'Smith',
    '“',
    '”',
    '"',
    "'",
    ',',
    '.',
    'that',
    'the',
    'according',
    'to',
    'told',
    'Reuters',
    '\n',
    'he',
    'who',
    '(',
    ')',
    ':',
    '—',
    'adding',
    'plan',
    'was',
    'quoted',
    'as',
    'saying',
  );
  test('spans lie inside the text, in order, and a quotation inside its content', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const found of read(text)) {
            expect(found.content.start).toBeGreaterThanOrEqual(last);
            last = found.content.start;
            for (const span of [found.content, found.source, found.cue, ...found.quoteSpans]) {
              expect(span === null || (span.start >= 0 && span.start < span.end && span.end <= text.length)).toBe(true);
            }
            for (const span of found.quoteSpans) expect(span.start >= found.content.start && span.end <= found.content.end).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a cue with nothing beside it reports nothing', () => {
    expect(read(', according to that')).toEqual([]);
  });

  test('without parses direct speech is still read', () => {
    const text = '“Nous partons,” Weber said.';
    const found = findAttributions({ text, sentences: splitSentences(text) });
    expect(found.map(({ content, source }) => [part(text, content), part(text, source)])).toEqual([['“Nous partons,”', 'Weber']]);
  });
});
