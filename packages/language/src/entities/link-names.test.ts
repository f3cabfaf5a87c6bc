import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { loadModel } from '../language-model.ts';
import type { Entity } from './entity.ts';

const model = loadModel();
const read = (text: string): Entity[] => readDocument(model, text).entities;
const formsOf = (text: string, e: Entity): string[] => e.mentions.map((m) => text.slice(m.start, m.end));

describe('linkNames', () => {
  it('joins an acronym in brackets with the name it stands for', () => {
    const text = 'The World Health Organization (WHO) met in Geneva. The WHO said it would act.';
    const who = read(text).find((e) => e.name === 'World Health Organization');
    expect(who?.aliases).toContain('WHO');
    expect(who?.mentions.filter((m) => m.kind === 'name').length).toBeGreaterThanOrEqual(2);
  });

  it('joins a former name', () => {
    const text = 'Shares of Northwind Energy, formerly known as Contoso Power, fell on Monday.';
    expect(read(text).find((e) => e.aliases.includes('Contoso Power'))?.aliases).toContain('Northwind Energy');
  });

  it('gives a surname to the person named in full, with role and gender', () => {
    const text = 'Finance Minister Angela Brooks spoke on Friday. Brooks said that she would resign.';
    const brooks = read(text).find((e) => e.name === 'Angela Brooks');
    expect(brooks).toMatchObject({ type: 'PER', gender: 'female' });
    expect(brooks?.roles[0]).toMatch(/minister/i);
    expect(brooks && formsOf(text, brooks)).toEqual(['Angela Brooks', 'Brooks', 'she']);
  });

  it('keeps two bearers of a surname apart', () => {
    const text = 'Peter Hall and Mary Hall were elected. Peter Hall thanked the voters.';
    expect(
      read(text)
        .filter((e) => e.type === 'PER')
        .map((e) => e.name),
    ).toEqual(['Peter Hall', 'Mary Hall']);
  });

  it('leaves a pronoun alone when two persons fit equally', () => {
    const text = 'David Miller and James Turner met the press. The vote was close. He laughed.';
    expect(
      read(text)
        .flatMap((e) => e.mentions)
        .filter((m) => m.kind === 'pronoun'),
    ).toEqual([]);
  });
});
