import type { ParsedToken } from '@copydesk/language';
import { baseOf, bitsOf, bitsOfAll } from './relation.ts';

/** A parsed sentence with its dependents at hand. Token indexes are within the sentence; relations are bits of relation.ts. */
export interface Tree {
  readonly tokens: readonly ParsedToken[];
  token(index: number): ParsedToken;
  /** The token's word in lower case. */
  word(index: number): string;
  /** Its lemma in lower case. */
  lemma(index: number): string;
  /** True where a token hangs on its head by one of these relations. */
  is(index: number, relations: number): boolean;
  /** True where one of these relations ties a dependent to the token. */
  has(index: number, relations: number): boolean;
  /** The first dependent with one of these relations. */
  first(index: number, relations: number): number | undefined;
  /** Dependents of a token, in order; all, or those with one of these relations. */
  dependents(index: number, relations?: number): readonly number[];
  /** The same by name, for relations that have no bit. */
  children(index: number, ...relations: readonly string[]): number[];
  /** The token and everything below it, in order; `without` cuts off whole dependents by relation. */
  subtree(index: number, without?: number | ReadonlySet<string>): number[];
  /** Index of the token that begins before an offset and ends behind it; −1 where no token does. */
  tokenAt(offset: number): number;
  /** What was worked out for a token, kept under a number of the caller's. */
  readonly kept: Map<number, readonly number[]>;
}

const none: readonly number[] = [];

/** A tree as the parser made it. */
export class ParseTree implements Tree {
  readonly tokens: readonly ParsedToken[];
  readonly kept = new Map<number, readonly number[]>();
  /** Bits of each token's own relation, and of those of its dependents. */
  protected readonly own: number[] = [];
  protected readonly bits: number[] = [];
  protected readonly lists: (number[] | undefined)[] = [];
  protected readonly roots: number[] = [];
  private readonly words: (string | undefined)[] = [];
  private readonly lemmas: (string | undefined)[] = [];

  constructor(tokens: readonly ParsedToken[]) {
    this.tokens = tokens;
    const { own, bits, lists, roots } = this;
    const count = tokens.length;
    for (let index = 0; index < count; index++) {
      own.push(bitsOf((tokens[index] as ParsedToken).relation));
      bits.push(0);
      lists.push(undefined);
    }
    for (let index = 0; index < count; index++) {
      const { head } = tokens[index] as ParsedToken;
      if (head < 0 || head >= count) {
        roots.push(index);
        continue;
      }
      bits[head] = (bits[head] as number) | (own[index] as number);
      const list = lists[head];
      if (list === undefined) lists[head] = [index];
      else list.push(index);
    }
  }

  token(index: number): ParsedToken {
    const found = this.tokens[index];
    if (found === undefined) throw new RangeError(`the sentence has no token ${index}`);
    return found;
  }

  word(index: number): string {
    return (this.words[index] ??= this.token(index).text.toLowerCase());
  }

  lemma(index: number): string {
    return (this.lemmas[index] ??= this.token(index).lemma.toLowerCase());
  }

  is(index: number, relations: number): boolean {
    return ((this.own[index] ?? 0) & relations) !== 0;
  }

  has(index: number, relations: number): boolean {
    return index < 0 ? this.roots.some((root) => this.is(root, relations)) : ((this.bits[index] ?? 0) & relations) !== 0;
  }

  first(index: number, relations: number): number | undefined {
    if (!this.has(index, relations)) return undefined;
    for (const child of this.dependents(index)) if (this.is(child, relations)) return child;
    return undefined;
  }

  dependents(index: number, relations?: number): readonly number[] {
    if (index === -1) return relations === undefined ? this.roots : this.roots.filter((root) => this.is(root, relations));
    const list = this.lists[index];
    if (list === undefined) return none;
    if (relations === undefined) return list;
    if (!this.has(index, relations)) return none;
    const found: number[] = [];
    for (const child of list) if (this.is(child, relations)) found.push(child);
    return found;
  }

  children(index: number, ...relations: readonly string[]): number[] {
    const named = (child: number) =>
      relations.includes(this.token(child).relation) || relations.includes(baseOf(this.token(child).relation));
    return this.dependents(index).filter((child) => relations.length === 0 || named(child));
  }

  subtree(index: number, cut: number | ReadonlySet<string> = 0): number[] {
    const without = typeof cut === 'number' ? cut : bitsOfAll(cut);
    const found: number[] = [];
    const waiting = [index];
    let sorted = true;
    // Dependents before their head, then those behind it: the order of the text, unless branches cross.
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next < -1) {
        next = -3 - next;
      } else {
        const list = next === -1 ? this.roots : this.lists[next];
        if (list !== undefined) {
          let at = list.length - 1;
          for (let child = list[at]; child !== undefined && child > next; child = list[--at]) {
            if (!this.is(child, without)) waiting.push(child);
          }
          waiting.push(-3 - next);
          for (; at >= 0; at--) {
            const child = list[at] as number;
            if (!this.is(child, without)) waiting.push(child);
          }
          continue;
        }
      }
      if (found.length > 0 && (found.at(-1) as number) > next) sorted = false;
      found.push(next);
    }
    return sorted ? found : found.sort((a, b) => a - b);
  }

  tokenAt(offset: number): number {
    const { tokens } = this;
    for (let index = 0; index < tokens.length; index++) {
      const { start, end } = tokens[index] as ParsedToken;
      if (start <= offset && offset < end) return index;
    }
    return -1;
  }
}
