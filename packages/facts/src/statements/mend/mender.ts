import type { ParsedToken } from '@copydesk/language';
import { baseOf } from '../relation.ts';

export { baseOf };

export interface Mender {
  tokens: readonly ParsedToken[];
  at: (index: number) => ParsedToken | undefined;
  children: (index: number) => number[];
  attach: (child: number, head: number, relation: string) => boolean;
}

export function createMender(tokens: ParsedToken[]): Mender {
  const childrenOf: number[][] = tokens.map(() => []);
  for (let index = 0; index < tokens.length; index++) childrenOf[tokens[index]?.head ?? -1]?.push(index);
  return {
    tokens,
    at: (index) => tokens[index],
    children: (index) => childrenOf[index] ?? [],
    attach(child, head, relation) {
      const token = tokens[child];
      if (token === undefined || child === head) return false;
      for (let up = head, steps = 0; up >= 0 && steps <= tokens.length; up = tokens[up]?.head ?? -1, steps++) {
        if (up === child) return false;
      }
      const siblings = childrenOf[token.head];
      const place = siblings?.indexOf(child) ?? -1;
      if (place >= 0) siblings?.splice(place, 1);
      token.head = head;
      token.relation = relation;
      childrenOf[head]?.push(child);
      childrenOf[head]?.sort((a, b) => a - b);
      return true;
    },
  };
}

export const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const finite = new Set(['VBD', 'VBZ', 'VBP']);

export function childOf({ at, children }: Mender, index: number, ...relations: readonly string[]): number | undefined {
  for (const child of children(index)) if (relations.includes(baseOf(at(child)?.relation ?? ''))) return child;
  return undefined;
}

/** The last word below a token that stands before `limit`. */
export function endBefore(mender: Mender, index: number, limit: number): number {
  let end = index;
  for (const child of mender.children(index)) if (child < limit && child > index) end = Math.max(end, endBefore(mender, child, limit));
  return end;
}

/** A verb, or a noun or adjective that a copula makes a predicate. */
export function isPredicate(mender: Mender, index: number): boolean {
  return mender.at(index)?.upos === 'VERB' || childOf(mender, index, 'cop') !== undefined;
}

/** The nearest predicate at or above a token. */
export function predicateAbove(mender: Mender, index: number): number | undefined {
  for (let at = index, steps = 0; at >= 0 && steps < 8; at = mender.at(at)?.head ?? -1, steps++) if (isPredicate(mender, at)) return at;
  return undefined;
}

export function hasSubject(mender: Mender, verb: number): boolean {
  return childOf(mender, verb, 'nsubj', 'csubj') !== undefined;
}

export function isFinite(mender: Mender, verb: number): boolean {
  const token = mender.at(verb);
  if (token?.upos !== 'VERB') return false;
  if (finite.has(token.xpos)) return true;
  return mender
    .children(verb)
    .some((child) => child < verb && mender.at(child)?.upos === 'AUX' && /^(?:VBD|VBZ|VBP|MD)$/.test(mender.at(child)?.xpos ?? ''));
}

export const subjectRelation = (mender: Mender, verb: number): string =>
  mender.children(verb).some((child) => mender.at(child)?.relation === 'aux:pass') ? 'nsubj:pass' : 'nsubj';
