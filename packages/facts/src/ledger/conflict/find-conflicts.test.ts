import { describe, expect, it } from 'vitest';
import type { Mention } from '@copydesk/contracts';
import { foldStory } from '../fold/fold-story.ts';
import { madeArticle, madeDay, madeMention, madeQuantity } from '../test-data/made-mentions.ts';

type Told = Partial<Mention> & { readonly hour?: number };

/** Folds a story in which each entry is one article with one mention. */
function conflictsOf(...told: Told[]) {
  const entries = told.map(({ hour = 0, ...over }, index) => ({ id: `a${index}`, minute: hour * 60, over }));
  return foldStory({
    storyId: 's',
    articles: entries.map(({ id, minute }) => madeArticle(id, minute)),
    mentions: entries.map(({ id, over }) => madeMention(id, 'm', over)),
  }).conflicts;
}
const toll = (value: number, over: Partial<Parameters<typeof madeQuantity>[2]> = {}): Told => ({
  type: 'quantity',
  subject: 'the ferry accident',
  predicate: 'killed',
  object: 'passengers',
  quantity: madeQuantity(value, 'passenger', { measure: 'passengers killed', surface: String(value), ...over }),
});
const named = (name: string): NonNullable<Mention['source']> => ({
  kind: 'named',
  name,
  via: [],
  cue: 'said',
  cueClass: 'say',
  direct: 'direct',
});
const quoted = (quote: string, name: string): Told => ({
  type: 'quote',
  subject: name,
  predicate: 'said',
  object: quote,
  quote,
  source: named(name),
});

describe('numbers', () => {
  it('agree where rounding, bounds or vague words explain the difference', () => {
    expect(conflictsOf(toll(120, { comparator: 'approx' }), toll(118))).toEqual([]);
    expect(conflictsOf(toll(24, { comparator: 'vague', min: 24 }), toll(59))).toEqual([]);
  });

  it('contradict each other at one time, and are an update where the larger was told later', () => {
    expect(conflictsOf(toll(58), toll(61))).toMatchObject([{ type: 'numeric', class: 'contradiction' }]);
    expect(conflictsOf(toll(58), { ...toll(61), hour: 3 })).toMatchObject([{ type: 'numeric', class: 'update-over-time' }]);
    expect(conflictsOf(toll(50, { comparator: 'gte' }), toll(61))).toMatchObject([{ class: 'update-over-time' }]);
  });

  it('far apart without a lost digit are of two things', () => {
    expect(conflictsOf(toll(25_000), toll(900))).toEqual([]);
    expect(conflictsOf(toll(25_000), { ...toll(900), hour: 3 })).toEqual([]);
    expect(conflictsOf(toll(25_000), toll(900, { comparator: 'gt' }))).toEqual([]);
    expect(conflictsOf(toll(25_000), toll(2_500))).toMatchObject([{ class: 'order-of-magnitude' }]);
  });

  it('show a lost comparator as rounding', () => {
    expect(conflictsOf(toll(900), toll(900, { comparator: 'gt', surface: 'over 900' }))).toMatchObject([
      { class: 'rounding', severity: 'low', sides: [{ value: '900' }, { value: 'over 900' }] },
    ]);
    // A comparator that does not stand beside its number is shown too.
    expect(conflictsOf(toll(900), toll(900, { comparator: 'gt' }))).toMatchObject([
      { sides: [{ value: '900' }, { value: 'more than 900' }] },
    ]);
  });

  it('below an upper bound are no update of a lower bound below it', () => {
    expect(conflictsOf(toll(25_000, { comparator: 'lt' }), toll(900, { comparator: 'gt' }))).toEqual([]);
  });
});

describe('words', () => {
  const original = 'This treaty opens a new chapter for the fishermen of both coasts';
  it('differ inside quotation marks: a paraphrase; a part of a quotation is none', () => {
    const back = 'This agreement begins a new chapter for fishermen of both coasts';
    expect(conflictsOf(quoted(original, 'Ana Silva'), quoted(back, 'Ana Silva'))).toMatchObject([
      { type: 'quote-wording', class: 'paraphrase' },
    ]);
    expect(conflictsOf(quoted(original, 'Ana Silva'), quoted('opens a new chapter for the fishermen', 'Ana Silva'))).toEqual([]);
  });

  it('are one sentence of two people: an attribution conflict', () => {
    expect(conflictsOf(quoted(original, 'Ana Silva'), quoted(original, 'Bo Lindqvist'))).toMatchObject([
      { type: 'attribution', severity: 'medium' },
    ]);
  });

  it('spell a name with other consonants: a name conflict; with other vowels: a spelling', () => {
    const elected = (name: string): Told => ({ subject: name, predicate: 'was elected', object: 'mayor of Cork', lemma: 'elect' });
    expect(conflictsOf(elected('Carla Benton'), elected('Carla Penton'))).toMatchObject([{ type: 'name' }]);
    expect(conflictsOf(elected('Karim Haddad'), elected('Kareem Haddad'))).toEqual([]);
  });
});

describe('claims', () => {
  const strike: Told = { subject: 'the pilots', predicate: 'accepted', object: 'the pay offer of the airline', lemma: 'accept' };
  it('deny each other: a polarity conflict with both facts', () => {
    const [conflict, ...others] = conflictsOf(strike, { ...strike, polarity: 'negative' });
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ type: 'polarity', class: 'contradiction', severity: 'high' });
    expect(conflict?.facts).toHaveLength(2);
  });

  it('of near days with the same words are one event with two dates; a text with both dates means two events', () => {
    const on = (day: string): Told => ({ ...strike, time: madeDay(day) });
    expect(conflictsOf(on('2031-05-02'), on('2031-05-05'))).toMatchObject([{ type: 'date' }]);
    expect(conflictsOf(on('2031-05-02'), on('2031-07-05'))).toEqual([]);
  });

  it('told as done by one and as planned by another are an update', () => {
    expect(conflictsOf(strike, { ...strike, modality: 'planned' })).toMatchObject([
      { type: 'modality', class: 'update-over-time', severity: 'low' },
    ]);
  });
});

describe('numbers of different things', () => {
  const deaths = (value: number): Partial<Mention> => ({
    type: 'quantity',
    subject: 'the ferry accident',
    predicate: 'killed',
    object: 'passengers',
    quantity: madeQuantity(value, 'passenger', { measure: 'passengers killed' }),
  });
  it('of another time are no other value of the news', () => {
    const { facts, conflicts } = foldStory({
      storyId: 's',
      articles: [madeArticle('a'), madeArticle('b', 1)],
      mentions: [madeMention('a', 'm', deaths(61)), madeMention('b', 'm', { ...deaths(70), time: madeDay('2019-02-03') })],
    });
    expect([facts.length, conflicts]).toEqual([2, []]);
  });

  it('that one article tells apart do not contradict each other, unless they differ by a slip', () => {
    const inOne = (one: number, other: number) =>
      foldStory({
        storyId: 's',
        articles: [madeArticle('a')],
        mentions: [madeMention('a', 'm', deaths(one)), madeMention('a', 'n', deaths(other), 200)],
      }).conflicts;
    expect(inOne(61, 140)).toEqual([]);
    expect(inOne(61, 63)).toMatchObject([{ type: 'numeric', class: 'contradiction' }]);
  });
});
