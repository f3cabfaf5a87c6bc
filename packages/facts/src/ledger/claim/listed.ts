import type { Mention } from '@copydesk/contracts';
import { wordsOf } from '../words/tokens.ts';
import type { Word } from '../words/tokens.ts';

/** So many different numbers of one thing in one article, said in the same few words, are a list ("13 dead", "22 dead", "49 dead"). */
const LEAST_ALIKE = 3;
/** So many of one thing and one deed are a list however the rest is worded. */
const LEAST_LISTED = 5;
/** More content words than this tell what a number is about. */
const FEW_WORDS = 3;

function keysOf(words: readonly Word[]): string {
  return [...new Set(words.filter(({ form }) => !/\d/u.test(form)).map(({ key }) => key))].sort().join(' ');
}

function rowsOf(mention: Mention): { key: string; least: number }[] {
  const { subject, predicate, object, quantity, time, place } = mention;
  if (mention.type !== 'quantity' || quantity === null) return [];
  const words = [subject, predicate, object, quantity.measure].flatMap((slot) => wordsOf(slot));
  const alike = keysOf(words);
  const isBare = time === null && place === null && alike.split(' ').length <= FEW_WORDS;
  const deed = keysOf(wordsOf(predicate).length > 0 ? wordsOf(predicate) : wordsOf(quantity.measure));
  return [
    { key: `deed ${quantity.unit} ${deed}`, least: LEAST_LISTED },
    ...(isBare ? [{ key: `words ${quantity.unit} ${alike}`, least: LEAST_ALIKE }] : []),
  ];
}

/** The ids of an article's number mentions that stand in a list of like ones: each is of another event, and only the same number can be the same claim. */
export function listedIn(mentions: readonly Mention[]): Set<string> {
  const rows = new Map<string, { least: number; mentions: Mention[] }>();
  for (const mention of mentions) {
    for (const { key, least } of rowsOf(mention)) {
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { least, mentions: [mention] });
      else row.mentions.push(mention);
    }
  }
  const lists = [...rows.values()].filter((row) => new Set(row.mentions.map(({ quantity }) => quantity?.value)).size >= row.least);
  return new Set(lists.flatMap((row) => row.mentions.map(({ id }) => id)));
}
