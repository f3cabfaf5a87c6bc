import { expect, it } from 'vitest';
import { createExtractor } from './extractor.ts';
import { articleOf } from './test-article.ts';

const extractor = createExtractor();
const published = { value: '2031-05-15', source: 'test', precision: 'day' } as const;

/** Time and time of saying of the mentions whose predicate or object holds a word: "2031-05-12", "2031-05-12 AFTER", "-". */
function times(text: string, word: string): string[] {
  const { mentions } = extractor.extract(articleOf(text, { published }));
  const shown = (time: { timex: string; mod?: string | undefined } | null) =>
    time === null ? '-' : [time.timex, time.mod].filter((part) => part !== undefined).join(' ');
  return mentions
    .filter(({ predicate, object, quote }) => [predicate, object, quote].some((part) => part?.includes(word)))
    .map(({ time, statementTime }) => `${shown(time)} / ${shown(statementTime)}`);
}

it.each([
  // When it was said is not when it was.
  ['The ministry said on Monday that the dam flooded two villages.', 'flooded', '- / 2031-05-12'],
  ['The dam flooded two villages, the ministry said Monday.', 'flooded', '- / 2031-05-12'],
  ['The ministry said the dam flooded two villages on Monday.', 'flooded', '2031-05-12 / -'],
  ['“We rebuilt the bridge,” Ann Hale said on Monday.', 'rebuilt', '- / 2031-05-12'],
  ['On 3 May the paper quoted officials as saying that the bank had closed ten branches.', 'branches', '- / 2031-05-03'],
  ['A man arrested on Monday said the gang robbed three banks.', 'robbed', '- / -'],
  // What the speaker had done by then.
  ['The firm announced on Monday that it had bought a mine.', 'mine', '2031-05-12 ON_OR_BEFORE / 2031-05-12'],
  // Before and after another event.
  ['Ann Hale resigned following the collapse of the bank in March.', 'resigned', '2031-03 AFTER / -'],
  ['The bridge closed in 2019 after engineers found two cracks.', 'cracks', '2019 BEFORE / -'],
  ['The mayor resigned after the council charged her on Monday.', 'resigned', '2031-05-12 AFTER / -'],
  // Spans that reach up to now.
  ['Over the past week, farmers have blocked the harbour.', 'blocked', 'P1W / -'],
  // The day of a thing is not the day of what is done with it.
  ["The bank lost a fifth of its value before Monday's vote.", 'value', '2031-05-12 BEFORE / -'],
  // What ended does not go on since then.
  ['Since the fall of the government in March 2029, troops have guarded the port, but the police left Leeds.', 'left', '- / -'],
  ['The police left Leeds hours later.', 'left', '- / -'],
  // A relative clause keeps its own.
  ['The mayor left Leeds, where two bridges collapsed last year, and opened a bank.', 'opened', '- / -'],
  // What somebody is punished for came before.
  ['The council fined the bank for selling farms in March.', 'fined', '- / -'],
  ['Ann Hale, who met farmers last month, has closed the market.', 'closed', '- / -'],
])('%s', (text, word, expected) => {
  expect(times(text, word)[0]).toBe(expected);
});

it('carries a time to others of the same event', () => {
  expect(times('On Monday police raided a house in Leeds. Two others were arrested in Hull.', 'arrested')[0]).toBe('2031-05-12 / -');
});

it('carries a time to an event that the sentence before brought in', () => {
  expect(times('On Monday a fire broke out in Leeds. The fire destroyed the market.', 'destroyed')[0]).toBe('2031-05-12 / -');
  expect(times('On Monday a fire broke out in Leeds. The council closed the market.', 'closed')[0]).toBe('- / -');
});

it.each([
  ['The league — founded in 1908 to guard the lake — sold its boats in May.', 'The league | founded to | guard the lake | 1908'],
  ['Prices fell following the resignation of the minister in March 2029.', 'the minister | resigned | null | 2029-03'],
  [
    'Trade stopped after the capture of the port last year by troops led by General Ann Hale.',
    'troops led by General Ann Hale | captured | the port | 2030',
  ],
  ['The minister fled in 2011 during the bombing of the town.', 'the town | was bombed | null | 2011'],
  ['The council met twice over the 2019 sale of the harbour by the bank.', 'the bank | sold | the harbour | 2019'],
  ['The council failed in 2019 in a takeover of the bank in March.', undefined],
  ['Seasonally adjusted sales rose in March.', undefined],
  ['She posted a film of her arrest on Monday.', undefined],
  ['It said costs eased to 23 percent in March.', undefined],
])('tells an event that hangs on a noun and has a date: %s', (text, expected) => {
  const { mentions } = extractor.extract(articleOf(text, { published }));
  const told = mentions.filter(({ extractor: { rule } }) => rule === 'dated');
  expect(told.map(({ subject, predicate, object, time }) => [subject, predicate, object, time?.timex].map(String).join(' | '))[0]).toBe(
    expected,
  );
});

it('dates what happened during an event that the article dates elsewhere', () => {
  const text = 'Ann Hale was freed during the occupation. Trade fell after the occupation of the harbour in March 2029.';
  expect(times(text, 'freed')[0]).toBe('2029-03 / -');
  expect(times(text.replace(' in March 2029', ''), 'freed')[0]).toBe('- / -');
});

it.each([
  ['Sales rose 5 percent from a year earlier.', 'rose'],
  ['The port sold forty boats every year.', 'sold'],
  ['The recently opened museum sold three boats.', 'sold'],
  ['The firm sold its Games 2030 shops.', 'sold'],
])('takes no time of a comparison, a habit or a name: %s', (text, word) => {
  expect(times(text, word)[0]).toBe('- / -');
});

it('takes the year of a deed from its day, where “years ago” is one off', () => {
  const murder = 'The law followed the murder of the mayor four years ago.';
  expect(times(`${murder} The mayor, Ann Lund, was shot on 3 December 2026.`, 'murdered')).toEqual(['2026 / -']);
  expect(times(`${murder} Another mayor was shot on 3 December 2026.`, 'murdered')).toEqual(['2027 / -']);
  expect(times(`${murder} The mayor had been elected on 3 December 2026.`, 'murdered')).toEqual(['2027 / -']);
  expect(times(`${murder} The mayor, Ann Lund, was shot on 3 December 2024.`, 'murdered')).toEqual(['2027 / -']);
});
