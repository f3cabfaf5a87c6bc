import type { Clause } from './clause.ts';
import { nounPhrase, spanOf, textOf } from './phrases.ts';
import type { Part } from './reading.ts';
import type { References } from './references.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** A noun phrase as a reader should see it: the name that a pronoun or description surely means, else its own words. */
export function nameOf(text: string, tree: Tree, head: number, references: References, clause: number | null = null): string {
  const phrase = nounPhrase(tree, head, clause);
  const span = spanOf(tree, phrase);
  return (span === null ? undefined : references.nameFor(span.start, span.end)) ?? textOf(text, tree, phrase);
}

const dated =
  /^(?:(?:On|By|Since|In) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|July|September|October|November|December),? (?=(?:the |an? )?\p{Lu})/u;

const opening = new Set(['on', 'by', 'since', 'in']);

/** The sentence, or the clause, opens with "In" or "On" before the words of a phrase. */
function followsIn(tree: Tree, head: number): boolean {
  const first = tree.subtree(head)[0] ?? head;
  return opening.has(tree.word(first)) || (first > 0 && opening.has(tree.word(first - 1)));
}

const pronoun = /^(?:it|they|he|she)$/i;

/** The subject's name; a pronoun that nothing else resolves means the subject of the clause that its own hangs on ("the train was full when it left"). */
export function subjectName(text: string, { tree, above }: Part, clause: Clause, subject: number, references: References): string {
  // "On Monday the bank closed": when is no part of who.
  const full = nameOf(text, tree, subject, references, clause.head);
  const name = /^(?:On|By|Since|In) /.test(full) || followsIn(tree, subject) ? full.replace(dated, '') : full;
  if (!pronoun.test(name) || tree.token(clause.head).relation !== 'advcl') return name;
  const governing = above(clause);
  if (governing?.subject === undefined || governing.subject === null || governing.agentFirst) return name;
  const { xpos, upos } = tree.token(governing.subject);
  const many = /^(?:NNS|NNPS)$/.test(xpos) || tree.has(governing.subject, BIT.conj);
  const fits = /^they$/i.test(name) ? many : /^it$/i.test(name) && !many;
  if (upos === 'PRON' || !fits) return name;
  return nameOf(text, tree, governing.subject, references, governing.head);
}
