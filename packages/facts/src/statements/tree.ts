import type { ParsedSentence, ParsedToken } from '@copydesk/language';

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
  const dependents = new Map<number, number[]>();
  for (const [index, { head }] of tokens.entries()) {
    const list = dependents.get(head);
    if (list === undefined) dependents.set(head, [index]);
    else list.push(index);
  }
  const token = (index: number): ParsedToken => {
    const found = tokens[index];
    if (found === undefined) throw new RangeError(`the sentence has no token ${index}`);
    return found;
  };
  const bases = tokens.map(({ relation }) => relation.split(':', 1)[0] ?? relation);
  return {
    tokens,
    token,
    children: (index, ...relations) =>
      (dependents.get(index) ?? noTokens).filter(
        (child) => relations.length === 0 || relations.includes(bases[child] ?? '') || relations.includes(token(child).relation),
      ),
    subtree(index, without) {
      const found: number[] = [];
      const waiting = [index];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        found.push(next);
        for (const child of dependents.get(next) ?? noTokens) {
          if (without === undefined || !(without.has(token(child).relation) || without.has(bases[child] ?? ''))) waiting.push(child);
        }
      }
      return found.sort((a, b) => a - b);
    },
  };
}
