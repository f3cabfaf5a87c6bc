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
  expect(statementOfMention(mention)).toBe('the storm destroyed about 40 homes (Cork), 2031-05-05 — the county');
});

it.each([
  [{ subject: 'the lake', predicate: 'lost', object: 'boats' }, '30 wooden boats', 'boat', 'the lake lost 30 wooden boats'],
  [
    { subject: 'More than 30 boats', predicate: 'were sunk', object: 'boats' },
    'More than 30 boats',
    'boat',
    'More than 30 boats were sunk',
  ],
  [{ subject: 'Three men', predicate: 'were fined', object: 'fined' }, 'Three men', 'man', 'Three men were fined'],
  [{ subject: 'the number of boats', predicate: 'fell to', object: 'boats' }, '30', 'boat', 'the number of boats fell to 30'],
  [{ subject: 'the port', predicate: 'signed', object: 'a deal' }, '$30', 'US dollar', 'the port signed a deal: $30'],
])('says a number where it is read: %j', (slots, surface, unit, line) => {
  expect(statementOfMention(madeMention('a', 'm', { type: 'quantity', ...slots, quantity: madeQuantity(30, unit, { surface }) }))).toBe(
    line,
  );
});

it('keeps the bound of a number that its printed form does not hold', () => {
  const quantity = madeQuantity(30, 'boat', { surface: '30', comparator: 'lt' });
  const mention = madeMention('a', 'm', {
    type: 'quantity',
    subject: 'the number of boats',
    predicate: 'fell to',
    object: 'boats',
    quantity,
  });
  expect(statementOfMention(mention)).toBe('the number of boats fell to less than 30');
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
