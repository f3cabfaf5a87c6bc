import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LanguageError } from '../errors.ts';
import { loadModel } from '../language-model.ts';
import { readDocument, type ReadDocument } from './read-document.ts';

const model = loadModel();

/** Reads a text or gives the code with which it was refused; anything else thrown fails the test. */
function readOrRefusal(text: string): ReadDocument | string {
  try {
    return readDocument(model, text);
  } catch (error) {
    if (error instanceof LanguageError) return error.code;
    throw error;
  }
}

function expectWithin(text: string, document: ReadDocument): void {
  let last = 0;
  for (const { start, end, tokens, names } of document.sentences) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeLessThanOrEqual(text.length);
    last = end;
    for (const t of tokens) {
      expect(text.slice(t.start, t.end)).toBe(t.text);
      expect(t.start >= start && t.end <= end && t.head >= -1 && t.head < tokens.length).toBe(true);
    }
    for (const n of names) {
      expect(n.start).toBe(tokens[n.tokenStart]?.start);
      expect(n.end).toBe(tokens[n.tokenEnd - 1]?.end);
      expect(n.confidence).toBeGreaterThan(0);
    }
  }
  for (const e of document.entities) for (const m of e.mentions) expect(0 <= m.start && m.start < m.end && m.end <= text.length).toBe(true);
}

describe('readDocument', () => {
  it('answers any string with offsets into it', () => {
    const pieces = fc.constantFrom(
      'Ada Brown',
      ' said',
      ' (',
      'WHO',
      ')',
      '\n',
      '. ',
      '“',
      '”',
      'he',
      ' the minister',
      '\ud83d',
      '\ude00',
      '👍🏽',
      '\u200b',
      '\u202e',
      'Москва',
      '東京',
      'ﷺ',
      ',',
      ' formerly ',
      '-',
      "'s",
      ' $5m',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces, { maxLength: 60 }).map((p) => p.join('')),
        ),
        (text) => {
          const answer = readOrRefusal(text);
          if (typeof answer !== 'string') expectWithin(text, answer);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['empty', ''],
    ['blanks', ' \n\t '],
    ['one long word', 'a'.repeat(1_000_000)],
    ['capitals without an end', 'A'.repeat(200_000)],
    ['open brackets', '('.repeat(100_000)],
    ['full stops', '.'.repeat(300_000)],
    ['single letters', 'a '.repeat(300_000)],
    ['names without an end', 'Ada Brown, '.repeat(40_000)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
    ['zero-width', '\u200b'.repeat(200_000)],
    ['emoji', '😀'.repeat(100_000)],
    ['quotation marks', '“'.repeat(100_000)],
  ])('answers or refuses: %s', (_, text) => {
    const answer = readOrRefusal(text);
    if (typeof answer === 'string') expect(answer).toMatch(/^(?:text|sentence)-too-long$/);
    else expect(answer.sentences.every((s) => s.end <= text.length)).toBe(true);
  });

  it('gives one type to a name throughout and finds it where it was passed over', () => {
    const text = 'Lindgren Holdings said sales rose. Analysts at Lindgren Holdings were cautious. Lindgren Holdings will report in May.';
    const { sentences } = readDocument(model, text);
    const types = new Set(sentences.flatMap((s) => s.names).map((n) => `${text.slice(n.start, n.end)} ${n.type}`));
    expect([...types]).toEqual(['Lindgren Holdings ORG']);
  });
});
