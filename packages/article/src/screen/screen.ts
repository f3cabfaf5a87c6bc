import { necessaryLiterals } from './literals.ts';
import { endSymbol, startSymbol, symbolBits, symbolOf } from './symbols.ts';

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

class Trie {
  private readonly children: Map<number, number>[] = [new Map()];
  private readonly bits: number[] = [0];

  add(literal: string, bit: number): void {
    let node = 0;
    for (let i = 0; i < literal.length; i++) {
      const symbol = literal.charCodeAt(i);
      let child = this.children[node]?.get(symbol);
      if (child === undefined) {
        child = this.children.length;
        this.children.push(new Map());
        this.bits.push(0);
        this.children[node]?.set(symbol, child);
      }
      node = child;
    }
    this.bits[node] = (this.bits[node] ?? 0) | bit;
  }

  /** For each state and symbol the next state, and for each state the bits of what ends there. States are numbered level by level: those near the root stay in the cache. */
  automaton(): { next: Uint16Array; found: Int32Array } {
    const { children } = this;
    if (children.length > 0xffff) throw new Error('too many strings');
    const symbols = 1 << symbolBits;
    const order = [0];
    const number = new Uint16Array(children.length);
    for (const node of order)
      for (const child of children[node]?.values() ?? []) {
        number[child] = order.length;
        order.push(child);
      }
    const next = new Uint16Array(children.length * symbols);
    const found = Int32Array.from(order, (node) => this.bits[node] ?? 0);
    const fail = new Uint16Array(children.length);
    for (const [state, node] of order.entries()) {
      const back = fail[state] ?? 0;
      found[state] = (found[state] ?? 0) | (state === 0 ? 0 : (found[back] ?? 0));
      for (let symbol = 0; symbol < symbols; symbol++) {
        const child = children[node]?.get(symbol);
        const fallen = state === 0 ? 0 : (next[back * symbols + symbol] ?? 0);
        next[state * symbols + symbol] = child === undefined ? fallen : (number[child] ?? 0);
        if (child !== undefined) fail[number[child] ?? 0] = fallen;
      }
    }
    return { next, found };
  }
}
