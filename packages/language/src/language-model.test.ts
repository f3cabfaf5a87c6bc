import { describe, expect, it } from 'vitest';
import { LanguageError, loadModel } from './index.ts';

const model = loadModel('en');

describe('loadModel', () => {
  it('refuses a language without weights by code', () => {
    expect(() => loadModel('tlh')).toThrow(LanguageError);
    expect(() => loadModel('__proto__')).toThrow(expect.objectContaining({ code: 'language-unsupported' }));
  });

  it('gives the same model each time', () => {
    expect(loadModel()).toBe(model);
  });
});

describe('parse', () => {
  it('finds subject, verb and object of a plain sentence', () => {
    const text = 'Intro. The council approved the budget.';
    const { tokens } = model.parse(text, { start: 7, end: text.length });
    const verb = tokens.findIndex((t) => t.text === 'approved');
    expect(tokens[verb]).toMatchObject({ upos: 'VERB', xpos: 'VBD', lemma: 'approve', head: -1, relation: 'root' });
    expect(tokens.find((t) => t.text === 'council')).toMatchObject({ head: verb, relation: 'nsubj', upos: 'NOUN' });
    expect(tokens.find((t) => t.text === 'budget')).toMatchObject({ head: verb, relation: 'obj' });
    for (const t of tokens) expect(text.slice(t.start, t.end)).toBe(t.text);
  });

  it('finds persons, places and organisations', () => {
    const text = 'Maria Gonzalez met officials of the World Health Organization in Geneva.';
    const { names } = model.parse(text, { start: 0, end: text.length });
    expect(names.map((n) => [text.slice(n.start, n.end), n.type])).toEqual([
      ['Maria Gonzalez', 'PER'],
      ['World Health Organization', 'ORG'],
      ['Geneva', 'LOC'],
    ]);
  });

  it('refuses spans outside the text and sentences without end', () => {
    expect(() => model.parse('abc', { start: 1, end: 9 })).toThrow(expect.objectContaining({ code: 'span-outside-text' }));
    expect(() => model.parse('a '.repeat(20_000), { start: 0, end: 40_000 })).toThrow(
      expect.objectContaining({ code: 'sentence-too-long' }),
    );
  });

  it('gives every token of a sentence a head within it, and one root at least', () => {
    const { tokens } = model.parseTokens(['After', 'the', 'vote', ',', 'protesters', 'who', 'had', 'waited', 'outside', 'left', '.']);
    expect(tokens.some((t) => t.head === -1)).toBe(true);
    for (const t of tokens) expect(t.head).toBeLessThan(tokens.length);
  });
});

describe('parseAll', () => {
  it('answers as parse does for each sentence, in several batches too', () => {
    const sentence = 'After the vote, Maria Gonzalez of the World Health Organization left Geneva (some said by train). ';
    const text = `Rain fell. ${sentence.repeat(300)}`;
    const spans = [
      { start: 0, end: 10 },
      ...Array.from({ length: 300 }, (_, i) => ({ start: 11 + i * sentence.length, end: 10 + (i + 1) * sentence.length })),
    ];
    const all = model.parseAll(text, spans);
    expect(all.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    for (const index of [0, 1, 150, 299, 300]) expect(all[index]).toEqual(model.parse(text, spans[index] ?? { start: 0, end: 0 }));
  });

  it('leaves sentences whose parts can be analysed', () => {
    const text = 'Rain fell. The dam, built in 1950, held.';
    const [, whole] = model.parseAll(text, [
      { start: 0, end: 10 },
      { start: 11, end: text.length },
    ]);
    const part = [0, 1, 7, 8];
    expect(whole === undefined ? [] : model.parsePart(whole, part).tokens.map((t) => t.relation)).toEqual(
      model.parseTokens(['The', 'dam', 'held', '.']).tokens.map((t) => t.relation),
    );
  });

  it('answers nothing for no sentences', () => {
    expect(model.parseAll('Rain.', [])).toEqual([]);
  });
});
