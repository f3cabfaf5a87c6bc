import { describe, expect, it } from 'vitest';
import { withoutEdges } from './edges.ts';

const prose = [
  'The council voted on Monday to widen the harbour road.',
  'Several members asked for a second study of the costs.',
  '“We will see,” said the mayor.',
];
const kept = (texts: readonly string[], title = '', headings: readonly string[] = []): string[] => {
  const keep = withoutEdges(
    texts,
    texts.map(() => true),
    title,
    (i) => headings.includes(texts[i] ?? ''),
  );
  return texts.filter((_, i) => keep[i]);
};

describe('withoutEdges', () => {
  it('leaves out another wording of the headline above the first sentence, and no other heading', () => {
    const kicker = 'Harbour Road to be widened, council votes';
    const deck = 'Members want a second study';
    expect(kept([kicker, deck, ...prose], 'Council votes: harbour road will be widened', [kicker, deck])).toEqual([deck, ...prose]);
    expect(kept([...prose, kicker, ...prose], 'Council votes: harbour road will be widened', [kicker])).toContain(kicker);
  });
  it.each([
    'Ada Quill is a correspondent who covers ports.',
    'Bo van der Reed ist Redakteur im Ressort Wirtschaft.',
    'Die Autorin ist Journalistin und lebt am Hafen.',
    'Korrespondentin Ada Quill berichtet für die Redaktion aus dem Norden, Reporterin ist sie seit 2010.',
  ])('leaves out a note on the author below the last sentence: "%s"', (note) => {
    expect(kept([...prose, note])).toEqual(prose);
    expect(kept([note, ...prose, ...prose])).toContain(note);
  });
  it.each(['mit Material der Agenturen', '(aq/br)', 'EXAMPLE (Ada Quill, Bo Reed)'])(
    'leaves out a credit at the very end: "%s"',
    (credit) => {
      expect(kept([...prose, credit])).toEqual(prose);
    },
  );
  it('keeps the end of a list and a closing sentence about a person', () => {
    const list = ['Three roads will be widened:', 'Harbour Road', 'Mill Lane', 'Castle Street'];
    expect(kept([...prose, ...list])).toEqual([...prose, ...list]);
    const person = 'Ada Quill is to speak before the council next week.';
    expect(kept([...prose, person])).toContain(person);
  });
  it.each(['14:32 Uhr', '14.32', '9:05 am', '17:41 JST, October 13, 2024', '23.10.2018'])(
    'leaves out a line that is only a time: "%s"',
    (time) => {
      expect(kept([prose[0] ?? '', time, ...prose.slice(1)])).toEqual(prose);
    },
  );
  it('leaves a text without any sentence as it is', () => {
    expect(kept(['Flour', 'Milk', '12.30'])).toEqual(['Flour', 'Milk', '12.30']);
  });
});
