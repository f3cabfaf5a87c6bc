import { describe, expect, it } from 'vitest';
import { loadModel } from '../language-model.ts';
import { Lemmatiser, readIrregularVerbs } from './lemmatiser.ts';

const verbs = readIrregularVerbs('flee fled fled\nshrink shrank/shrunk shrunk\n');

describe('Lemmatiser', () => {
  const table = { endings: { VBD: { ed: [{ cut: 2, append: '' }] }, VB: {} }, words: { VBD: { fled: 'from training' } } };

  it('takes past forms from the table of irregular verbs before it looks at endings', () => {
    const lemmatiser = new Lemmatiser({ ...table, words: {} }, () => 0, verbs);
    expect(['fled', 'shrank', 'shrunk', 'walked'].map((form) => lemmatiser.lemma(form, 'VERB', 'VBD'))).toEqual([
      'flee',
      'shrink',
      'shrink',
      'walk',
    ]);
    expect(lemmatiser.lemma('shrunk', 'ADJ', 'JJ')).toBe('shrunk');
  });

  it('believes the treebanks before the table', () => {
    expect(new Lemmatiser(table, () => 0, verbs).lemma('fled', 'VERB', 'VBD')).toBe('from training');
  });
});

describe('the English model', () => {
  it('knows verbs that its treebanks seldom have', () => {
    const text = 'Hundreds fled when the police shot two men.';
    const { tokens } = loadModel().parse(text, { start: 0, end: text.length });
    expect(tokens.filter(({ upos }) => upos === 'VERB').map(({ lemma }) => lemma)).toEqual(['flee', 'shoot']);
  });
});
