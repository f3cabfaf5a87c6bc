import type { Span } from '@copydesk/text';
import type { Tree } from './tree.ts';

/** What hangs on a noun without being part of its name: clauses, appositions, coordinated phrases told apart, punctuation around it. */
const asides = new Set(['acl:relcl', 'appos', 'parataxis', 'punct', 'cc', 'conj', 'dep', 'discourse']);

/** The words of some tokens as they stand in the text, from the first to the last of them that hang together. */
export function textOf(text: string, tree: Tree, indexes: readonly number[]): string {
  let result = '';
  let last: number | undefined;
  for (const index of indexes) {
    const token = tree.token(index);
    const gap = last === undefined ? '' : tree.token(last).end === token.start ? '' : ' ';
    result += gap + text.slice(token.start, token.end);
    last = index;
  }
  return result.replaceAll(/\s+/g, ' ').trim();
}

/** From the first to the last character of some tokens. */
export function spanOf(tree: Tree, indexes: readonly number[]): Span | null {
  const first = indexes[0];
  const last = indexes.at(-1);
  return first === undefined || last === undefined ? null : { start: tree.token(first).start, end: tree.token(last).end };
}

/** A noun phrase without its asides; coordination is kept where it is short ("Britain and France"). */
export function nounPhrase(tree: Tree, head: number): number[] {
  const coordinated = tree.children(head, 'conj').flatMap((conjunct) => tree.subtree(conjunct, asides));
  const core = tree.subtree(head, asides);
  if (coordinated.length === 0 || coordinated.length > 6) return core;
  const joined = new Set([...core, ...coordinated, ...tree.children(head, 'conj').flatMap((conjunct) => tree.children(conjunct, 'cc'))]);
  return [...joined].sort((a, b) => a - b);
}
