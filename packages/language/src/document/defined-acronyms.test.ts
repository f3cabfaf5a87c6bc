import { describe, expect, it } from 'vitest';
import { loadModel } from '../language-model.ts';
import { readDocument } from './read-document.ts';

const namesOf = (text: string): string[] =>
  readDocument(loadModel(), text).sentences.flatMap((s) => s.names.map((n) => `${n.type} ${text.slice(n.start, n.end)}`));

describe('nameDefinedAcronyms', () => {
  it('takes as much before the bracket as the letters tell, and finds the acronym again', () => {
    const names = namesOf('The State Board of Harbours and Canals (SBHC) met. Later SBHC published its report.');
    expect(names).toEqual(['ORG State Board of Harbours and Canals', 'ORG SBHC', 'ORG SBHC']);
  });

  it('leaves acronyms of what is no organisation alone', () => {
    expect(namesOf('Growth of Gross Domestic Product (GDP) slowed.')).toEqual([]);
  });
});
