import { expect, it } from 'vitest';
import { madeDay, madeMention, madeQuantity } from '../test-data/made-mentions.ts';
import { statementOfMention } from './statement.ts';

it('writes a claim as one line with its number, place, time and speaker', () => {
  const mention = madeMention('a', 'm', {
    type: 'quantity',
    subject: 'the storm',
    predicate: 'destroyed',
    object: 'homes',
    place: 'Cork',
    time: madeDay('2031-05-05'),
    quantity: madeQuantity(40, 'home', { surface: 'about 40' }),
    source: { kind: 'organisation', name: 'the county', via: [], cue: 'said', cueClass: 'say', direct: 'indirect' },
  });
  expect(statementOfMention(mention)).toBe('the storm destroyed homes: about 40 (Cork), 2031-05-05 — the county');
});

it('marks a denial that its words do not show, and quotes with the speaker', () => {
  expect(statementOfMention(madeMention('a', 'm', { subject: 'the bank', predicate: 'refused to pay', polarity: 'negative' }))).toBe(
    'Not so: the bank refused to pay',
  );
  const quote = madeMention('a', 'm', {
    type: 'quote',
    quote: 'We are ready',
    source: { kind: 'named', name: 'Ana Silva', via: [], cue: 'said', cueClass: 'say', direct: 'direct' },
  });
  expect(statementOfMention(quote)).toBe('Ana Silva: “We are ready”');
});

it('keeps a line short whatever it is given', () => {
  expect(statementOfMention(madeMention('a', 'm', { subject: 'word '.repeat(5_000) })).length).toBeLessThanOrEqual(300);
});
