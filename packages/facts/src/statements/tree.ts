import type { ParsedSentence, ParsedToken } from '@copydesk/language';
import { baseOf } from './relation.ts';

/** A parsed sentence with its dependents at hand. Token indexes are within the sentence. */
export interface Tree {
  readonly tokens: readonly ParsedToken[];
  token(index: number): ParsedToken;
  /** Dependents of a token, in order; by relation (subtypes included: "nsubj" also gives "nsubj:pass") when one is named. */
  children(index: number, ...relations: readonly string[]): number[];
  /** The token and everything below it, in order; `without` cuts off whole dependents by relation. */
  subtree(index: number, without?: ReadonlySet<string>): number[];
}

const noTokens: readonly number[] = [];

export function createTree({ tokens }: ParsedSentence): Tree {
  const dependents: number[][] = tokens.map(() => []);
  const roots: number[] = [];
  for (let index = 0; index < tokens.length; index++) (dependents[tokens[index]?.head ?? -1] ?? roots).push(index);
  const below = (index: number): readonly number[] => (index === -1 ? roots : (dependents[index] ?? noTokens));
  const token = (index: number): ParsedToken => {
    const found = tokens[index];
    if (found === undefined) throw new RangeError(`the sentence has no token ${index}`);
    return found;
  };
  const bases = tokens.map(({ relation }) => baseOf(relation));
  return {
    tokens,
    token,
    children(index, ...relations) {
      const found: number[] = [];
      for (const child of below(index)) {
        if (relations.length === 0 || relations.includes(bases[child] ?? '') || relations.includes(token(child).relation))
          found.push(child);
      }
      return found;
    },
    subtree(index, without) {
      const found: number[] = [];
      const waiting = [index];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        found.push(next);
        for (const child of below(next)) {
          if (without === undefined || !(without.has(token(child).relation) || without.has(bases[child] ?? ''))) waiting.push(child);
        }
      }
      return found.length === 1 ? found : found.sort((a, b) => a - b);
    },
  };
}
