import { necessaryLiterals } from './literals.ts';
import { endSymbol, startSymbol, symbolBits, symbolOf } from './symbols.ts';
import { Trie } from './trie.ts';

/** Tells in one pass over a text which expressions may match it, a bit for each in their order: those it leaves out cannot. */
export type Screen = (text: string) => number;

/**
 * Makes a screen of at most 31 expressions: an automaton (Aho and Corasick, 1975) of the strings that must stand in a text for an expression to match it. Expressions
 * that name no such string are always let through.
 */
export function makeScreen(patterns: readonly RegExp[]): Screen {
  if (patterns.length > 31) throw new Error('too many expressions for one screen');
  const trie = new Trie();
  let always = 0;
  for (const [i, { source }] of patterns.entries()) {
    const literals = necessaryLiterals(source);
    if (literals === undefined) always |= 1 << i;
    else for (const literal of literals) trie.add(literal, 1 << i);
  }
  const { next, found } = trie.automaton();
  const start = next[startSymbol] ?? 0;
  const everywhere = always | (found[start] ?? 0);
  return (text) => {
    let state = start;
    let bits = everywhere;
    for (let i = 0; i < text.length; i++) {
      state = next[(state << symbolBits) | (symbolOf[text.charCodeAt(i)] ?? 0)] ?? 0;
      bits |= found[state] ?? 0;
    }
    return bits | (found[next[(state << symbolBits) | endSymbol] ?? 0] ?? 0);
  };
}
