import type { Span } from '@copydesk/text';
import type { Tree } from './tree.ts';

/** What hangs on a noun without being part of its name: clauses, appositions, coordinated phrases told apart, punctuation around it. */
const asides = new Set(['acl:relcl', 'appos', 'parataxis', 'punct', 'cc', 'conj', 'dep', 'discourse', 'vocative']);
/** On a predicate noun besides: what belongs to the clause and not to the noun. */
const clauseParts = new Set([...asides, 'nsubj', 'csubj', 'cop', 'aux', 'mark', 'advcl', 'expl', 'obl', 'advmod', 'ccomp']);

/** True when nothing but marks inside a word ("anti-Fascist", "and/or") stands between two tokens. */
function isJoined(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to);
  return gap.length <= 3 && !/\s/.test(gap) && !/[,;:()]/.test(gap);
}

/** The words of some tokens as they stand in the text; what was left out between them leaves one blank. */
export function textOf(text: string, tree: Tree, indexes: readonly number[]): string {
  let result = '';
  let end: number | undefined;
  for (const index of indexes) {
    const token = tree.token(index);
    if (end !== undefined) result += isJoined(text, end, token.start) ? text.slice(end, token.start) : ' ';
    result += text.slice(token.start, token.end);
    end = token.end;
  }
  return result.replaceAll(/\s+/g, ' ').trim();
}

/** From the first to the last character of some tokens. */
export function spanOf(tree: Tree, indexes: readonly number[]): Span | null {
  const first = indexes[0];
  const last = indexes.at(-1);
  return first === undefined || last === undefined ? null : { start: tree.token(first).start, end: tree.token(last).end };
}

/** Leading prepositions and marks of a phrase: they tie it to its clause and are no part of what it names. */
function withoutTie(tree: Tree, head: number, indexes: readonly number[]): number[] {
  const ties = new Set(tree.children(head, 'case', 'mark', 'cc'));
  return indexes.filter((index) => !ties.has(index) || index > head);
}

function withConjuncts(tree: Tree, head: number, core: readonly number[]): number[] {
  const conjuncts = tree.children(head, 'conj').filter((conjunct) => tree.token(conjunct).upos !== 'VERB');
  const coordinated = conjuncts.flatMap((conjunct) => [...tree.subtree(conjunct, asides), ...tree.children(conjunct, 'cc')]);
  if (coordinated.length === 0 || coordinated.length > 12) return [...core];
  return [...new Set([...core, ...coordinated])].sort((a, b) => a - b);
}

/** A noun phrase without its asides and without its preposition; coordination is kept where it is short ("Britain and France"). */
export function nounPhrase(tree: Tree, head: number): number[] {
  return withoutTie(tree, head, withConjuncts(tree, head, tree.subtree(head, asides)));
}

/** What a copula says of its subject: the noun or adjective with its modifiers, without the parts of the clause. */
export function predicatePhrase(tree: Tree, head: number): number[] {
  const left = new Set(tree.children(head, ...clauseParts));
  const own = tree.subtree(head, asides).filter((index) => ![...left].some((child) => child === index));
  const below = new Set([...left].flatMap((child) => tree.subtree(child)));
  return withConjuncts(
    tree,
    head,
    own.filter((index) => !below.has(index)),
  );
}
