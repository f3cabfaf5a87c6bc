import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { madeStories } from './made-stories.ts';
import type { MadeStory, Numbers } from './made-stories.ts';

/** One line of an input file, as the reader takes it. */
export interface MadeRecord {
  url: string;
  title: string;
  text: string;
  published: string | null;
  publisher: string;
}

const outlets = [
  'Morning Courier',
  'Harbour Post',
  'The Daily Ledger',
  'Inland Times',
  'Northern Herald',
  'City Wire',
  'Evening Standardiser',
  'Valley News',
];
const begin = Date.parse('2024-03-04T06:00:00Z');

function changed(numbers: Numbers, dice: Dice): Numbers {
  return { ...numbers, people: numbers.people + 5 + dice.below(200), cost: numbers.cost + 1 + dice.below(30) };
}

function body(story: MadeStory, numbers: Numbers, dice: Dice): string {
  const [lead, ...rest] = story.tell(numbers);
  const told = rest.filter(() => dice.next() < 0.75);
  return [lead, ...told].join(' ');
}

/**
 * Articles of several stories in turn: reports in words of their own choice, copies at other outlets (some credit an agency), corrections of earlier articles under the same address,
 * numbers that disagree, undated ones, and a few that are no articles. The same seed gives the same articles.
 */
export function madeInput(count: number, seed: number): MadeRecord[] {
  const dice = createDice(seed);
  const stories = madeStories(Math.max(4, Math.ceil(count / 25)), dice);
  const records: MadeRecord[] = [];
  for (let index = 0; records.length < count; index++) {
    const published = dice.next() < 0.06 ? null : new Date(begin + index * 97_000).toISOString();
    const publisher = dice.pick(outlets);
    const url = `https://${publisher.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example/news/${index}`;
    const kind = dice.next();
    const earlier = records.length === 0 ? undefined : dice.pick(records.slice(-60));
    if (earlier !== undefined && kind < 0.12) {
      // A correction: the same address says something else.
      records.push({ ...earlier, published, text: `${earlier.text} This article was corrected: the number was ${dice.below(900)}.` });
    } else if (earlier !== undefined && kind < 0.3) {
      records.push({
        url,
        title: earlier.title,
        published,
        publisher,
        text: dice.next() < 0.5 ? `(Reuters) - ${earlier.text}` : earlier.text,
      });
    } else if (kind < 0.32) {
      records.push({ url, title: '', published, publisher, text: ' \n ' });
    } else {
      const story = stories[Math.min(stories.length - 1, Math.floor((index / count) * stories.length) + dice.below(4))] ?? stories[0];
      if (story === undefined) continue;
      const numbers = dice.next() < 0.25 ? changed(story.numbers, dice) : story.numbers;
      records.push({ url, title: story.title, published, publisher, text: body(story, numbers, dice) });
    }
  }
  return records;
}
