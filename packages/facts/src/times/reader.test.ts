import { describe, expect, test } from 'vitest';
import { createTimeReader } from './reader.ts';

const read = (sentences: readonly string[], date: string | null) => {
  const text = sentences.join(' ');
  const reader = createTimeReader({ text, date });
  let at = 0;
  const values = sentences.flatMap((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return reader.read({ start, end: at }).map((mention) => {
      expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
      return mention.value;
    });
  });
  return { values, reader };
};

describe('a text without a date', () => {
  test('its latest explicit year before them places months and years, never weekdays', () => {
    const { values, reader } = read(
      [
        'At the beginning of 2021 the plant had 900 workers.',
        'Last year it lost 40.',
        'A fire broke out on September 12.',
        'The owner spoke on Tuesday.',
      ],
      null,
    );
    expect(values).toEqual(['2021', '2020', '2021-09-12', 'XXXX-WXX-2']);
    expect(reader.lowerBound()).toBe('2021');
  });

  test('a year in passing says nothing about the date of the text', () => {
    expect(read(['The firm, founded in 1998, opened a plant on May 3.'], null).values).toEqual(['1998', 'XXXX-05-03']);
  });

  test('a year of the future is no lower bound', () => {
    expect(read(['The contract will run until May 2031.', 'Last year it lost money.'], null).values).toEqual(['2031-05', 'XXXX']);
  });

  test('a printed weekday confirms the year named later', () => {
    expect(read(['The court ruled on Wednesday, October 1.', 'At the start of 2025 it had nine judges.'], null).values[0]).toBe(
      '2025-10-01',
    );
    expect(read(['The court ruled on Thursday, October 1.', 'At the start of 2025 it had nine judges.'], null).values[0]).toBe(
      'XXXX-10-01',
    );
  });
});

describe('a text with a date', () => {
  test('news looks back from its date whatever older years it names', () => {
    const { values, reader } = read(['The mayor resigned on Monday.', 'She was elected in 2014.', 'In April she married.'], '2019-03-14');
    expect(values).toEqual(['2019-03-11', '2014', '2018-04']);
    expect(reader.style).toBe('news');
  });

  test('a day shortly ahead is not one of last year, whatever the tense', () => {
    expect(read(['Voters were called to the polls on April 4.', 'The bridge closed on May 30.'], '2019-03-14').values).toEqual([
      '2019-04-04',
      '2018-05-30',
    ]);
  });

  test('a text that opens with a weekday is news, whatever years it names', () => {
    const years = ['It rose in 2011 and fell in 2012.', 'It rose in 2013 and fell in 2014.', 'It closed in 2015.'];
    expect(read(['A court convicted the minister on Saturday.', ...years], '2019-12-29').values[0]).toBe('2019-12-28');
    expect(read([...years, 'A court convicted the minister on Saturday.'], '2019-12-29').values[0]).toBe('2011');
  });

  test('the month that comes next is ahead in the present tense', () => {
    expect(read(['January is the driest month.'], '2019-12-30').values).toEqual(['2020-01']);
    expect(read(['In January she married.'], '2019-12-30').values).toEqual(['2019-01']);
  });

  test('a text that keeps naming the day after its date was written west of the event', () => {
    const tuesdays = ['The missile was fired on Tuesday.', 'It fell into the sea on Tuesday.', 'Tuesday was a holiday there.'];
    expect(read(tuesdays, '2017-08-28').values).toEqual(['2017-08-29', '2017-08-29', '2017-08-29']);
    expect(read(tuesdays.slice(0, 2), '2017-08-28').values).toEqual(['2017-08-22', '2017-08-22']);
  });

  test('what came later has come by the date of the text', () => {
    expect(read(['In May 2015 the mine closed.', 'Sixteen years later it was sold.'], '2018-02-03').values).toEqual(['2015-05', 'XXXX']);
  });

  test('a history follows its own thread', () => {
    const { values, reader } = read(
      [
        'The siege began in March 1741.',
        'In June 1741 the walls fell.',
        'By September the town was taken.',
        'On 3 December 1741 the king fled.',
        'Two days later he died.',
        'His son was crowned in January.',
        'He died in 1760.',
      ],
      '2019-03-14',
    );
    expect(reader.style).toBe('history');
    expect(values).toEqual(['1741-03', '1741-06', '1741-09', '1741-12-03', '1741-12-05', '1742-01', '1760']);
  });
});
