import { describe, expect, it } from 'vitest';
import type { Mention } from '@copydesk/contracts';
import { createExtractor } from '../extract/extractor.ts';
import { articleOf } from '../extract/test-article.ts';

const extractor = createExtractor();

function read(text: string): Mention[] {
  return extractor.extract(articleOf(text)).mentions;
}

const line = ({ subject, predicate, object }: Mention) => [subject, predicate, object].filter((part) => part !== null).join(' | ');

/** Statements that are neither numbers nor quotations, as "subject | predicate | object". */
const told = (text: string): string[] =>
  read(text)
    .filter(({ type }) => type !== 'quantity' && type !== 'quote')
    .map(line);

describe('constructions of news', () => {
  it.each([
    [
      'what goes on in reported speech',
      'Police said the man jumped over the fence and climbed into a van.',
      'the man | climbed into | a van',
    ],
    [
      'a clause said, read as a noun by the parser',
      'The council attacked the plan, saying the costs passed the limit and rose above the budget.',
      'the costs | rose above | the budget',
    ],
    ['a name before a stretch of time', 'She had moved to Leeds years ago.', 'She | had moved to | Leeds'],
    ['coordinated nouns', 'The firm will focus on security, trade, and health.', 'The firm | will focus on | security, trade, and health'],
    ['that there is none', 'There have been no reports of damage to ships.', 'no reports of damage to ships | there have been'],
    ['a passive gerund', 'The thief fled to the docks before being caught by guards.', 'guards | caught | The thief'],
    ['a compound number', 'The 12-member board approved a new round of cuts.', 'The 12-member board | approved | a new round of cuts'],
    [
      'a number beside the noun',
      'The plane is thought to have crashed into the sea some 200 km west of the island.',
      'The plane | is thought to have crashed into | the sea',
    ],
    ['what is moved, for each way', 'Fans threw bottles over the fence and into the garden.', 'bottles | thrown over | the fence'],
    [
      'what is held of something',
      'The club reported the sale in Rome, believed to be the largest in its history.',
      'the sale in Rome | believed | to be the largest in its history',
    ],
    [
      'a clause that opens a sentence',
      'Once the works are finished, the overall number of seats in the stand will be lower.',
      'the works | are finished',
    ],
    [
      'a source that opens a sentence',
      'According to the report, the firm also started pulling workers from the site.',
      'the firm | started pulling | workers from the site',
    ],
    ['a passive of belief', 'The ship is said to be the largest in Europe.', 'The ship | is said | to be the largest in Europe'],
    ['a day beside the subject', 'A state court Saturday convicted the former mayor.', 'A state court | convicted | the former mayor'],
    [
      'what somebody is accused of',
      'All the defendants are accused of taking bribes.',
      'All the defendants | are accused of | taking bribes',
    ],
    [
      'a pronoun behind what it stands for',
      'An engineer by profession, she campaigned against the dam.',
      'she | campaigned against | the dam',
    ],
    [
      'what a relative pronoun stands for',
      'The judge approved the publications that the court found to be fair.',
      'the court | found | the publications to be fair',
    ],
    ['a subject behind a day', 'On Monday the lenders banned such loans.', 'the lenders | banned | such loans'],
    ['a subject behind a month', 'In February the club had offered a price.', 'the club | had offered | a price'],
    ['capitals that are a word', 'WHO recommends a vaccine for the old.', 'WHO | recommends | a vaccine for the old'],
    ['an object behind a comma', 'Shipowners have offered a raise, which the seamen rejected.', 'the seamen | rejected | a raise'],
    ['a passive of a relative clause', 'He made a bid that was rejected by the board.', 'the board | rejected | a bid'],
    [
      'an event with a place that hangs on a noun',
      'The minister was shocked by a large explosion at a chemical plant in Leeds this morning.',
      'a large explosion | took place at | a chemical plant in Leeds',
    ],
  ])('reads %s', (_, text, wanted) => {
    expect(told(text)).toContain(wanted);
  });

  it.each([
    ['a judgement', 'It is important that all members vote.'],
    ['a question', 'Is it a bad investment, and will the bank close its branches?'],
    ['what a speaker does while speaking', '“We will win,” he said, speaking at a school in Leeds.'],
    ['a doubt that there is not', 'There is no doubt that it is so.'],
  ])('takes %s for no fact', (_, text) => {
    expect(told(text).filter((each) => /^it \| is \| (?:important|time)|^no doubt|investment|branches|speaking/i.test(each))).toEqual([]);
  });

  it.each([
    ['It is believed to have reached the coast.', 'possible'],
    ['The plan is expected to cut costs, boost growth and please investors.', 'expected'],
    ['The bank agreed to buy its rival.', 'done'],
    ['The team is the best in Spain.', 'ongoing'],
    ['Fewer staff will remain, most of them based in Leeds.', 'planned'],
  ])('says how sure “%s” is', (text, modality) => {
    expect(new Set(read(text).map((each) => each.modality))).toEqual(new Set([modality]));
  });

  it('says a number of an apposition of the name before it', () => {
    const city = read('The mayor closed all schools in Riga, a port city of 600,000, on Monday.').find(({ type }) => type === 'quantity');
    expect(city).toMatchObject({ subject: 'Riga', predicate: 'is', object: 'a port city of 600,000', time: null });
  });

  it('tells an event of a quotation, and leaves to it what its speaker thinks', () => {
    expect(told('“The fire destroyed the old harbour,” the sheriff said.')).toEqual(['The fire | destroyed | the old harbour']);
    expect(told('“The plan supports all of our members,” the sheriff said.')).toEqual([]);
  });

  it('takes headings between paragraphs and embedded posts for nothing that is told', () => {
    const text =
      'The city was flooded on Monday.\n\nHigh street: 14 trees fell\n\nWater ran through twelve shops.\n\nWe lost 3 cars in Leeds today! pic.twitter.com/x1 — Ann (@ann) May 5\n\nThe mayor thanked the helpers.';
    const { mentions, refused } = extractor.extract(articleOf(text));
    expect(mentions.map(({ quantity }) => quantity?.value ?? null)).not.toContain(3);
    expect(mentions.filter(({ evidence }) => evidence.selectors[0].exact.includes(':'))).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['heading', 'embedded-post']));
  });

  it.each([
    ['Rebels attacked a village in western Punjab province on Monday.', 'Punjab'],
    ['The guests left the hotel.', 'the hotel'],
    ['A nurse helped an old man at the scene.', 'the scene'],
    ['Paris-based firms sold shares.', null],
  ])('says where “%s” was', (text, place) => {
    expect(read(text).map((each) => each.place)).toEqual([place]);
  });

  it.each([
    ['No trains ran on Monday.', 'negative'],
    ['The group provided no evidence.', 'negative'],
    ['The team lost no more than 5 games.', 'positive'],
  ])('says whether “%s” is denied', (text, polarity) => {
    expect(read(text).map((each) => each.polarity)).toEqual([polarity]);
  });
});
