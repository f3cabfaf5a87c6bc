import { describe, expect, it } from 'vitest';
import type { Mention } from '@copydesk/contracts';
import { createExtractor } from '../extract/extractor.ts';
import { articleOf } from '../extract/test-article.ts';

const extractor = createExtractor();

function read(text: string): Mention[] {
  return extractor.extract(articleOf(text)).mentions;
}

/** Statements that are neither numbers nor quotations, as "subject | predicate | object". */
function told(text: string): string[] {
  return read(text)
    .filter(({ type }) => type !== 'quantity' && type !== 'quote')
    .map(({ subject, predicate, object }) => [subject, predicate, object].filter((part) => part !== null).join(' | '));
}

describe('statements of a sentence', () => {
  it.each([
    ['subject, verb and object', 'The storm destroyed the old harbour.', 'The storm | destroyed | the old harbour'],
    ['the one who acts, behind a passive', 'The bill was rejected by the senate.', 'the senate | rejected | The bill'],
    ['an infinitive with the verb that governs it', 'The bank agreed on Monday to buy its rival.', 'The bank | agreed to buy | its rival'],
    [
      'a copula with its noun',
      'The victory is the largest in the history of the club.',
      'The victory | is | the largest in the history of the club',
    ],
    [
      'an adjective with what it is about',
      'The union remains concerned about the safety of its members.',
      'The union | remains | concerned about the safety of its members',
    ],
    ['what the object shall do', 'The mayor urged residents to leave the valley.', 'The mayor | urged | residents to leave the valley'],
    ['a clause without an object that tells what happened', 'The bridge collapsed on Tuesday.', 'The bridge | collapsed'],
    ['possession', 'The airline had a small office in Leeds.', 'The airline | had | a small office in Leeds'],
    ['a subject with an insertion behind it', 'The union, in a letter to its members, called a strike.', 'The union | called | a strike'],
  ])('reads %s', (_, text, wanted) => {
    expect(told(text)).toContain(wanted);
  });

  it('shares the subject of coordinated verbs', () => {
    expect(told('The company closed its plant in Ghent and moved production to Porto.')).toEqual([
      'The company | closed | its plant in Ghent',
      'The company | moved | production to Porto',
    ]);
  });

  it('gives a participle the subject of the clause before it', () => {
    const killed = read('A ferry sank off the coast on Monday, killing nine people.').find(({ type }) => type === 'quantity');
    expect(killed).toMatchObject({ subject: 'A ferry', predicate: 'killing', quantity: { value: 9 }, time: { timex: '2031-05-12' } });
  });

  it('leaves out who says it and keeps what is said, with its source', () => {
    const [only, ...others] = read('Two bridges were closed, the mayor said on Tuesday.');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ type: 'quantity', quantity: { value: 2 }, source: { role: 'mayor', cue: 'said' } });
  });

  it('keeps a stance with its source, though something more is reported', () => {
    const stance = read('Governor Ann Hale condemned the attack, saying the town had done nothing wrong.').find(
      ({ predicate }) => predicate === 'condemned',
    );
    expect(stance).toMatchObject({ type: 'attribution', object: 'the attack', source: { name: 'Ann Hale' } });
  });

  it('does not take what is expected for a speaker', () => {
    for (const { source } of read('The merger, expected to close in June, will create a large bank.')) expect(source?.name).toBeUndefined();
  });

  it('counts nothing by words that stand for something', () => {
    expect(read('The striker pulled one back.').filter(({ type }) => type === 'quantity')).toEqual([]);
  });

  it('says how certain and how far a thing is', () => {
    const of = (text: string) => read(text).find(({ type }) => type !== 'quantity');
    expect(of('The court will hear the case.')?.modality).toBe('planned');
    expect(of('The court may hear the case.')?.modality).toBe('possible');
    expect(of('The court is hearing the case.')?.modality).toBe('ongoing');
    expect(of('The court heard the case.')?.modality).toBe('done');
    expect(of('The court did not hear the case.')?.polarity).toBe('negative');
  });

  it('tells a role that stands behind a name, and no title before one', () => {
    expect(told('Ann Hale, the head of the port authority, left.')).toContain('Ann Hale | is | the head of the port authority');
    expect(told('Prime Minister Ann Hale left the hall.').filter((line) => line.includes('| is |'))).toEqual([]);
  });

  it('tells the numbers of a heading once, by the sentence below it', () => {
    const text = 'Harbour fire: 12 dead\n\nA fire in the harbour killed 12 people on Monday, the police said.\n';
    expect(read(text).filter(({ quantity }) => quantity?.value === 12)).toHaveLength(1);
  });
});
