import type { NameType } from '../names/name-classes.ts';
import type { ParsedSentence } from '../parsed-sentence.ts';

/**
 * Gives every mention of a name the type that its mentions favour, weighted by confidence, and a single word the type of the
 * longer name of a person that ends in it ("Merkel" after "Angela Merkel"). Changes the mentions in place.
 */
export function agreeOnTypes(text: string, sentences: readonly ParsedSentence[]): void {
  const votes = new Map<string, Map<NameType, number>>();
  const vote = (key: string, type: NameType, weight: number): void => {
    const types = votes.get(key) ?? new Map<NameType, number>();
    types.set(type, (types.get(type) ?? 0) + weight);
    votes.set(key, types);
  };
  for (const { names } of sentences) {
    for (const n of names) {
      const name = text.slice(n.start, n.end);
      vote(name, n.type, n.confidence);
      const words = name.split(' ');
      const last = words.at(-1) as string;
      if (n.type === 'PER' && words.length > 1 && words.length < 5 && last.length > 2) vote(last, 'PER', n.confidence);
    }
  }
  for (const { names } of sentences) {
    for (const n of names) {
      const types = votes.get(text.slice(n.start, n.end));
      if (types === undefined) continue;
      const [best] = [...types].sort((a, b) => b[1] - a[1]);
      if (best !== undefined && best[1] > (types.get(n.type) ?? 0)) n.type = best[0];
    }
  }
}
