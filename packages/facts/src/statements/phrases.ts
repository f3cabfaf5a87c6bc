import type { Span } from '@copydesk/text';
import type { Tree } from './tree.ts';

/** Words from which a noun phrase is told without the clauses in it. */
const LONG_PHRASE = 10;

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
  let first = 0;
  // "even after the court": what stands before a tie goes with it.
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? head;
    if (index >= head) break;
    if (ties.has(index)) first = at + 1;
    else if (tree.token(index).upos !== 'ADV') break;
  }
  return indexes.slice(first);
}

/** Words of what is coordinated with a phrase, or with a noun in it, up to which it is told along with it. */
const LONG_LIST = 14;

/** A phrase with what is coordinated with any of its nouns ("security, trade and health"), where that is short. */
function withConjuncts(tree: Tree, core: readonly number[]): number[] {
  const coordinated: number[] = [];
  for (const word of core) {
    for (const conjunct of tree.children(word, 'conj')) {
      if (conjunct < word || /^(?:VERB|AUX)$/.test(tree.token(conjunct).upos) || tree.children(conjunct, 'nsubj', 'cop').length > 0)
        continue;
      coordinated.push(...tree.subtree(conjunct, asides), ...tree.children(conjunct, 'cc', 'punct').filter((tie) => tie < conjunct));
    }
  }
  if (coordinated.length === 0 || coordinated.length > LONG_LIST) return [...core];
  return [...new Set([...core, ...coordinated])].sort((a, b) => a - b);
}

/**
 * A noun phrase without its asides and without its preposition; coordination is kept where it is short ("Britain and France").
 * @param clause head of the clause that the phrase is a part of: what the parser hung on the phrase of that clause is no part of it
 */
export function nounPhrase(tree: Tree, head: number, clause: number | null = null): number[] {
  if (head !== clause && tree.children(head, 'cop').length > 0) return predicatePhrase(tree, head);
  const own = tree.subtree(head, asides);
  const title = tree.children(head, 'appos').filter((name) => isTitled(tree, head, name));
  const words = [...own, ...title.flatMap((name) => tree.subtree(name, asides))].sort((a, b) => a - b);
  const apart = new Set(cutOff(tree, head, words, clause));
  const kept = withConjuncts(tree, apart.size === 0 ? words : words.filter((index) => !apart.has(index)));
  return withoutTie(tree, head, withAnd(tree, kept));
}

/** "North [and] South": between two words of a phrase, whatever the parser hung it on. */
function withAnd({ tokens }: Tree, indexes: readonly number[]): number[] {
  return indexes.flatMap((index, at) => {
    const and = indexes[at + 1] === index + 2 && tokens[index + 1]?.upos === 'CCONJ';
    return and ? [index, index + 1] : [index];
  });
}

/** A name right behind its title ("President Ann Lee"), though the parser has it as an aside. */
function isTitled(tree: Tree, head: number, name: number): boolean {
  const first = tree.subtree(name)[0] ?? name;
  return (
    first > head &&
    first - 1 <= (tree.subtree(head, asides).at(-1) ?? head) &&
    tree.token(first - 1).upos !== 'PUNCT' &&
    tree.token(first).upos !== 'PUNCT'
  );
}

/** Words of a phrase that a reader leaves out: the clause it is the subject of, and clauses hung on a phrase that is long without them. */
function cutOff(tree: Tree, head: number, words: readonly number[], clause: number | null): number[] {
  const cut = clause !== null && words.includes(clause) && clause !== head ? tree.subtree(clause) : [];
  if (words.length - cut.length <= LONG_PHRASE) return cut;
  return [...cut, ...words.filter((index) => /^(?:acl|advcl)$/.test(tree.token(index).relation)).flatMap((index) => tree.subtree(index))];
}

/** What a copula says of its subject: the noun or adjective with its modifiers, without the parts of the clause. */
export function predicatePhrase(tree: Tree, head: number): number[] {
  const left = new Set(tree.children(head, ...clauseParts));
  const own = tree.subtree(head, asides).filter((index) => ![...left].some((child) => child === index));
  const below = new Set([...left].flatMap((child) => tree.subtree(child)));
  return withConjuncts(
    tree,
    own.filter((index) => !below.has(index)),
  );
}
