import type { Span } from '@copydesk/text';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** Words from which a noun phrase is told without the clauses in it. */
const LONG_PHRASE = 10;

/** What hangs on a noun without being part of its name: clauses, appositions, coordinated phrases told apart, punctuation around it. */
const asides = BIT.aclRelcl | BIT.appos | BIT.parataxis | BIT.punct | BIT.cc | BIT.conj | BIT.dep | BIT.discourse | BIT.vocative;
/** On a predicate noun besides: what belongs to the clause and not to the noun. */
const clauseParts = asides | BIT.nsubj | BIT.csubj | BIT.cop | BIT.aux | BIT.mark | BIT.advcl | BIT.expl | BIT.obl | BIT.advmod | BIT.ccomp;

const BLANK = 32;

/** True when nothing but marks inside a word ("anti-Fascist", "and/or") stands between two tokens. */
function isJoined(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BLANK || code === 44 || code === 58 || code === 59 || code === 40 || code === 41) return false;
    if ((code < BLANK || code > 126) && /\s/.test(text.charAt(at))) return false;
  }
  return true;
}

/** True where the text has no blank but single spaces between words, so that it reads as it stands. */
function isEven(text: string): boolean {
  let last = BLANK;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BLANK ? last === BLANK : code < BLANK || (code > 126 && code !== 0x2019)) return false;
    last = code;
  }
  return last !== BLANK;
}

/** The words of some tokens as they stand in the text; what was left out between them leaves one blank. */
export function textOf(text: string, tree: Tree, indexes: readonly number[]): string {
  const [head] = indexes;
  if (head === undefined) return '';
  let { start, end } = tree.token(head);
  let result = '';
  for (let at = 1; at < indexes.length; at++) {
    const token = tree.token(indexes[at] as number);
    const gap = token.start - end;
    // Words that stand side by side are taken over together.
    if (gap !== 0 && !(gap === 1 && text.charCodeAt(end) === BLANK)) {
      result += text.slice(start, end);
      start = token.start;
      if (isJoined(text, end, start)) result += text.slice(end, start);
      else result += ' ';
    }
    end = token.end;
  }
  result = result === '' ? text.slice(start, end) : result + text.slice(start, end);
  return isEven(result) ? result : result.replaceAll(/\s+/g, ' ').trim();
}

/** From the first to the last character of some tokens. */
export function spanOf(tree: Tree, indexes: readonly number[]): Span | null {
  const first = indexes[0];
  const last = indexes.at(-1);
  return first === undefined || last === undefined ? null : { start: tree.token(first).start, end: tree.token(last).end };
}

/** Leading prepositions and marks of a phrase: they tie it to its clause and are no part of what it names. */
function withoutTie(tree: Tree, head: number, indexes: readonly number[]): readonly number[] {
  const hasTies = tree.has(head, BIT.case | BIT.mark | BIT.cc);
  if (!hasTies) return indexes;
  let first = 0;
  // "even after the court": what stands before a tie goes with it.
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? head;
    if (index >= head) break;
    const token = tree.token(index);
    if (token.head === head && tree.is(index, BIT.case | BIT.mark | BIT.cc)) first = at + 1;
    // "hours earlier by pirates"
    else if (indexes.some((other) => other > index && other < head && tree.token(other).head === head && tree.word(other) === 'by'))
      continue;
    else if (token.upos !== 'ADV') break;
  }
  return first === 0 ? indexes : indexes.slice(first);
}

/** Words of what is coordinated with a phrase, or with a noun in it, up to which it is told along with it. */
const LONG_LIST = 14;

const inOrder = (a: number, b: number): number => a - b;

/** A phrase with what is coordinated with any of its nouns ("security, trade and health"), where that is short. */
function withConjuncts(tree: Tree, core: readonly number[], clause: number | null = null): readonly number[] {
  const coordinated: number[] = [];
  for (const word of core) {
    if (!tree.has(word, BIT.conj)) continue;
    for (const conjunct of tree.dependents(word, BIT.conj)) {
      const { upos } = tree.token(conjunct);
      if (conjunct < word || upos === 'VERB' || upos === 'AUX' || tree.has(conjunct, BIT.nsubj | BIT.cop)) continue;
      const own = tree.subtree(conjunct, asides);
      // The clause that a list is the subject of hangs on its last member where the parser lost its thread.
      const said = clause !== null && own.includes(clause) ? tree.subtree(clause) : [];
      for (const index of own) if (!said.includes(index)) coordinated.push(index);
      for (const tie of tree.dependents(conjunct, BIT.cc | BIT.punct)) if (tie < conjunct) coordinated.push(tie);
    }
  }
  if (coordinated.length === 0 || coordinated.length > LONG_LIST) return core;
  return [...new Set([...core, ...coordinated])].sort(inOrder);
}

/**
 * A noun phrase without its asides and without its preposition; coordination is kept where it is short ("Britain and France").
 * @param clause head of the clause that the phrase is a part of: what the parser hung on the phrase of that clause is no part of it
 */
export function nounPhrase(tree: Tree, head: number, clause: number | null = null): readonly number[] {
  const key = head * (tree.tokens.length + 1) + (clause ?? -1) + 1;
  let phrase = tree.kept.get(key);
  if (phrase === undefined) {
    phrase = readPhrase(tree, head, clause);
    tree.kept.set(key, phrase);
  }
  return phrase;
}

function readPhrase(tree: Tree, head: number, clause: number | null): readonly number[] {
  if (head !== clause && tree.has(head, BIT.cop)) return predicatePhrase(tree, head);
  const words = withTitle(tree, head, tree.subtree(head, asides));
  const apart = cutOff(tree, head, words, clause);
  const kept = withConjuncts(tree, apart.length === 0 ? words : words.filter((index) => !apart.includes(index)), clause);
  return withoutTie(tree, head, withAnd(tree, kept));
}

/** With the name that stands right behind a title. */
function withTitle(tree: Tree, head: number, own: readonly number[]): readonly number[] {
  if (!tree.has(head, BIT.appos)) return own;
  const title = tree.dependents(head, BIT.appos).filter((name) => isTitled(tree, head, name, own));
  return title.length === 0 ? own : [...own, ...title.flatMap((name) => tree.subtree(name, asides))].sort(inOrder);
}

/** "North [and] South": between two words of a phrase, whatever the parser hung it on. */
function withAnd({ tokens }: Tree, indexes: readonly number[]): readonly number[] {
  const isAnd = (index: number, next: number | undefined): boolean => next === index + 2 && tokens[index + 1]?.upos === 'CCONJ';
  if (!indexes.some((index, at) => isAnd(index, indexes[at + 1]))) return indexes;
  return indexes.flatMap((index, at) => (isAnd(index, indexes[at + 1]) ? [index, index + 1] : [index]));
}

/** A name right behind its title ("President Ann Lee"), though the parser has it as an aside. */
function isTitled(tree: Tree, head: number, name: number, own: readonly number[]): boolean {
  const first = tree.subtree(name)[0] ?? name;
  return first > head && first - 1 <= (own.at(-1) ?? head) && tree.token(first - 1).upos !== 'PUNCT' && tree.token(first).upos !== 'PUNCT';
}

/** Words of a phrase that a reader leaves out: the clause it is the subject of, and clauses hung on a phrase that is long without them. */
function cutOff(tree: Tree, head: number, words: readonly number[], clause: number | null): readonly number[] {
  const cut = clause !== null && clause !== head && words.includes(clause) ? tree.subtree(clause) : [];
  if (words.length - cut.length <= LONG_PHRASE) return cut;
  const clauses = words.filter((index) => /^(?:acl|advcl)$/.test(tree.token(index).relation));
  return clauses.length === 0 ? cut : [...cut, ...clauses.flatMap((index) => tree.subtree(index))];
}

/** What a copula says of its subject: the noun or adjective with its modifiers, without the parts of the clause. */
export function predicatePhrase(tree: Tree, head: number): readonly number[] {
  const own = tree.subtree(head, asides);
  if (!tree.has(head, clauseParts)) return withConjuncts(tree, own);
  const below = new Set<number>();
  for (const child of tree.dependents(head, clauseParts)) for (const index of tree.subtree(child)) below.add(index);
  return withConjuncts(
    tree,
    own.filter((index) => !below.has(index)),
  );
}
