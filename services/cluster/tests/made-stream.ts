import type { ArticleRevision } from '@copydesk/contracts';
import { madeArticle } from '@copydesk/testkit';

const START = Date.parse('2024-03-05T12:00:00.000Z');
const MINUTE = 60_000;

const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tor', 'va', 'sel', 'du', 'pra', 'shi', 'bon', 'ger'];
function madeWord(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

/** A text on a topic: half of its words are the topic's own, the others the salt's. */
function madeText(topic: number, salt: number): string {
  return Array.from({ length: 6 }, (_, line) => {
    const words = Array.from({ length: 12 }, (__, at) =>
      at % 2 === 0
        ? madeWord(1_000 + topic * 50 + ((line * 7 + at * 3 + salt) % 40))
        : madeWord(((salt * 131 + line * 12 + at) * 7) % 5_000),
    );
    return `${(words[0] ?? '').replace(/^./, (letter) => letter.toUpperCase())} ${words.slice(1).join(' ')}.`;
  }).join(' ');
}

/** Article `at` of a stream over a few topics, ten minutes apart: every fifth is a copy of the one four before it, with another opening. */
export function streamed(at: number, minutesApart = 10): ArticleRevision {
  const copied = at % 5 === 4 ? at - 4 : at;
  const text = madeText(copied % 3, copied);
  return madeArticle({
    url: `https://outlet${at % 7}.example/${at}`,
    publisher: `Outlet ${at % 7}`,
    title: `${madeWord(1_000 + (copied % 3) * 50)} ${madeWord(1_002 + (copied % 3) * 50)} ${madeWord(at)}`,
    text: copied === at ? text : `From our desk in town. ${text}`,
    observedAt: new Date(START + at * minutesApart * MINUTE).toISOString(),
  });
}

/** Articles from one place of the stream up to another. */
export function stream(from: number, to: number, minutesApart = 10): ArticleRevision[] {
  return Array.from({ length: to - from }, (_, at) => streamed(from + at, minutesApart));
}
