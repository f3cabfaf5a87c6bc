import { symbolBits } from './symbols.ts';

/** Strings of symbols, each with bits, that become an automaton (Aho and Corasick, 1975) which finds all of them in one pass. */
export class Trie {
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
