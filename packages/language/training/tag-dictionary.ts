import { HashMap } from '../src/lexicon/hash-map.ts';
import { hashString } from '../src/linear/hash.ts';
import type { TreeSentence } from './conllu.ts';

/** A word is looked up rather than tagged when it was seen this often, always with one tag. */
const leastSeen = 10;

/** Words (as written) that have one tag only in the treebanks: tag + 1 by the hash of the form. */
export function buildTagDictionary(sentences: readonly TreeSentence[], tags: readonly string[]): HashMap {
  const seen = new Map<string, { tag: string; count: number }>();
  for (const s of sentences) {
    s.words.forEach((word, i) => {
      const tag = `${s.upos[i]}|${s.xpos[i]}`;
      const known = seen.get(word);
      if (known === undefined) seen.set(word, { tag, count: 1 });
      else if (known.tag !== tag) known.tag = '';
      else known.count++;
    });
  }
  const kept = [...seen].filter(([, { tag, count }]) => count >= leastSeen && tags.includes(tag)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return HashMap.from(new Map(kept.map(([word, { tag }]) => [hashString(word), tags.indexOf(tag) + 1])));
}
