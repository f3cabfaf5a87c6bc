import type { ArticleInput } from '../src/index.ts';

const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tor', 'va', 'sel', 'du', 'pra', 'shi', 'bon', 'ger', 'nal', 'oth', 'wex'];

/** A made word for a number: the same number gives the same word. */
export function madeWord(n: number): string {
  let rest = n + SYLLABLES.length;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** A made text on a topic: `salt` chooses its own words, the topic most of its rare ones. */
export function madeText(topic: number, salt: number, sentences = 6): string {
  const out: string[] = [];
  for (let s = 0; s < sentences; s += 1) {
    const words = Array.from({ length: 12 }, (_, i) => {
      const pick = (topic * 31 + salt * 17 + s * 13 + i * 7) % 29;
      return i % 3 === 0 ? madeWord(1000 + topic * 40 + (pick % 20)) : madeWord(((salt * 131 + s * 12 + i) * 7) % 400);
    });
    const first = words[0] ?? 'a';
    out.push(`${first.charAt(0).toUpperCase()}${first.slice(1)} ${words.slice(1).join(' ')}.`);
  }
  return out.join(' ');
}

/** One made article in a stream: articles with the same `copyOf` have the same text with another opening. */
export function madeArticle(index: number, topic: number, copyOf: number, observedAt: number, language = 'en'): ArticleInput {
  const lead = index === copyOf ? '' : `${madeWord(5000 + index)} reports. `;
  return {
    id: `a_${language}_${index}`,
    revision: 1,
    title: `${madeWord(1000 + topic * 40)} ${madeWord(1001 + topic * 40)} ${madeWord(index)}`,
    text: lead + madeText(topic, copyOf),
    language,
    observedAt,
    publisher: `paper ${index % 7}`,
  };
}
