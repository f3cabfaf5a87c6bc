import { describe, expect, it } from 'vitest';
import { explainArticle, explanationText } from './explain.ts';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';

describe('explaining an article', () => {
  const explanation = explainArticle(createExtractor(), articleOf('The dam broke on Sunday. Two officials said that the road was closed.'));

  it('lays out kept and refused candidates by sentence', () => {
    expect(explanation.sentences.map(({ text }) => text)).toEqual([
      'The dam broke on Sunday.',
      'Two officials said that the road was closed.',
    ]);
    expect(explanation.sentences[1]?.mentions.map(({ subject }) => subject)).toEqual(['the road']);
    expect(explanation.sentences[1]?.refused.map(({ reason }) => reason)).toContain('counts-the-speaker');
  });

  it('is plain JSON, and text for a terminal', () => {
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    const lines = explanationText(explanation).split('\n');
    expect(lines).toContain('2. [25–69] Two officials said that the road was closed.');
    expect(lines.some((line) => line.startsWith('  + ') && line.includes('was closed'))).toBe(true);
    expect(lines.some((line) => line.startsWith('  - ') && line.includes('counts-the-speaker'))).toBe(true);
  });
});
