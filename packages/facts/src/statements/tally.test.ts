import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract/extractor.ts';
import { articleOf } from '../extract/test-article.ts';

const extractor = createExtractor();

/** Comparator, value and words of the quantities of what is no statement of a number. */
const tallies = (text: string): string[] =>
  extractor.extract(articleOf(text)).mentions.flatMap(({ type, quantity }) => {
    const { comparator, value, surface } = quantity ?? {};
    return type === 'quantity' || quantity === null ? [] : [`${comparator} ${value} ${surface}`];
  });

describe('people who are named and not counted', () => {
  it.each([
    ['one', 'The bomb killed a soldier.', ['eq 1 a soldier']],
    ['a name', 'Police arrested Anna Berg on Monday.', ['eq 1 Anna Berg']],
    ['a name behind its title', 'The bomb killed rebel commander Jan Berg.', ['eq 1 rebel commander Jan Berg']],
    ['several', 'Gunmen killed the mayor and his two sons.', ['eq 3 the mayor and his two sons']],
    ['more than are named', 'Jan Berg and Anna Lund were killed along with their guards.', ['gt 2 Jan Berg and Anna Lund']],
    ['nobody who was not', 'Police did not arrest the driver.', []],
    ['nobody who nearly was', 'A swimmer nearly died.', []],
    ['nobody who shall be', 'Police will arrest the driver.', []],
    ['nobody whom they tried to', 'Police tried to arrest the driver.', []],
    ['nobody beside those uncounted', 'The bomb killed a soldier and villagers.', []],
    ['nobody who is no person', 'The storm killed the plan.', []],
  ])('counts %s', (_, text, wanted) => {
    expect(tallies(text)).toEqual(wanted);
  });
});

describe('shares told by an adverb', () => {
  it.each([
    ['The workers came mainly from the south.', ['gt 0.5 mainly']],
    ['The mayor came mainly from the south.', []],
    ['The rules are aimed mainly at cars.', []],
  ])('%s', (text, wanted) => {
    expect(tallies(text)).toEqual(wanted);
  });
});

describe('amounts by their order', () => {
  const bounds = (text: string): string[] =>
    extractor
      .extract(articleOf(text))
      .mentions.flatMap(({ quantity }) => (quantity === null ? [] : [`${quantity.comparator} ${quantity.value} ${quantity.min}`]));
  it.each([
    ['Thousands of people fled the town.', ['gt 1000 1000']],
    ['The road cost tens of millions of euros.', ['gt 10000000 10000000']],
    ['Dozens of people fled the town.', ['vague 24 24']],
    ['Several hundred people fled the town.', ['vague 200 200']],
    ['Hundreds were injured in the town.', ['vague 100 100']],
  ])('%s', (text, wanted) => {
    expect(bounds(text)).toEqual(wanted);
  });
});
