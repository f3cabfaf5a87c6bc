import type { ParsedToken } from '@copydesk/language';
import { BIT, baseOf, bitsOf } from '../relation.ts';
import { ParseTree } from '../tree.ts';

export { BIT, baseOf };

const none: readonly number[] = [];

/** A tree that can be changed. Tokens are copied when they change: those of the parse stay as they are. */
export class Mender extends ParseTree {
  declare readonly tokens: ParsedToken[];

  constructor(tokens: readonly ParsedToken[]) {
    super(tokens.slice());
  }

  at(index: number): ParsedToken | undefined {
    return index < 0 ? undefined : this.tokens[index];
  }

  /** Dependents of a token, in order; none for what stands above the root. */
  below(index: number): readonly number[] {
    return index < 0 ? none : this.dependents(index);
  }

  /** Hangs a token on another head (−1: on none). False where it already stands above that head. */
  attach(child: number, head: number, relation: string): boolean {
    const { tokens } = this;
    const token = this.at(child);
    if (token === undefined || child === head) return false;
    for (let up = head, steps = 0; up >= 0 && steps <= tokens.length; up = tokens[up]?.head ?? -1, steps++) {
      if (up === child) return false;
    }
    const siblings = this.listOf(token.head);
    const place = siblings.indexOf(child);
    if (place >= 0) siblings.splice(place, 1);
    tokens[child] = { ...token, head, relation };
    this.own[child] = bitsOf(relation);
    const others = this.listOf(head);
    others.push(child);
    others.sort((a, b) => a - b);
    this.sum(token.head);
    this.sum(head);
    return true;
  }

  /** Gives a token another relation to its head. */
  relate(index: number, relation: string): void {
    const token = this.token(index);
    this.tokens[index] = { ...token, relation };
    this.own[index] = bitsOf(relation);
    this.sum(token.head);
  }

  /** Gives a token another part of speech. */
  retag(index: number, upos: string): void {
    this.tokens[index] = { ...this.token(index), upos };
  }

  private listOf(head: number): number[] {
    if (head < 0 || head >= this.tokens.length) return this.roots;
    return (this.lists[head] ??= []);
  }

  private sum(head: number): void {
    if (head < 0 || head >= this.tokens.length) return;
    let bits = 0;
    for (const child of this.below(head)) bits |= this.own[child] ?? 0;
    this.bits[head] = bits;
  }
}

export const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const finite = new Set(['VBD', 'VBZ', 'VBP']);

/** The first dependent with one of some relations (bits of relation.ts). */
export function childOf(mender: Mender, index: number, relations: number): number | undefined {
  return index < 0 ? undefined : mender.first(index, relations);
}

/** The last word below a token that stands before `limit`. */
export function endBefore(mender: Mender, index: number, limit: number): number {
  let end = index;
  for (const child of mender.below(index)) if (child < limit && child > index) end = Math.max(end, endBefore(mender, child, limit));
  return end;
}

/** A verb, or a noun or adjective that a copula makes a predicate. */
export function isPredicate(mender: Mender, index: number): boolean {
  return mender.at(index)?.upos === 'VERB' || childOf(mender, index, BIT.cop) !== undefined;
}

/** The nearest predicate at or above a token. */
export function predicateAbove(mender: Mender, index: number): number | undefined {
  for (let at = index, steps = 0; at >= 0 && steps < 8; at = mender.at(at)?.head ?? -1, steps++) if (isPredicate(mender, at)) return at;
  return undefined;
}

export function hasSubject(mender: Mender, verb: number): boolean {
  return verb >= 0 && mender.has(verb, BIT.nsubj | BIT.csubj);
}

export function isFinite(mender: Mender, verb: number): boolean {
  const token = mender.at(verb);
  if (token?.upos !== 'VERB') return false;
  if (finite.has(token.xpos)) return true;
  return mender.below(verb).some((child) => {
    const helper = child < verb ? mender.at(child) : undefined;
    return helper?.upos === 'AUX' && (finite.has(helper.xpos) || helper.xpos === 'MD');
  });
}

export const subjectRelation = (mender: Mender, verb: number): string =>
  verb >= 0 && mender.has(verb, BIT.auxPass) ? 'nsubj:pass' : 'nsubj';
