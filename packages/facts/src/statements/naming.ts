import { bodyNouns, listed, personNouns } from '../attributions/lexicon/nouns.ts';
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

/** "six weeks after [a jury] found": how far two events lie apart is no part of who. */
const apart =
  /^(?:(?:just|only|barely|nearly|almost|about|some|more than|less than) )?(?:[\w.-]+ ){0,2}(?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:after|before) (?=\S)/i;

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
  const undated = /^(?:On|By|Since|In) /.test(full) || followsIn(tree, subject) ? full.replace(dated, '') : full;
  const name = undated.includes(' after ') || undated.includes(' before ') ? undated.replace(apart, '') : undated;
  if (name.length > 4 || !pronoun.test(name)) return name;
  const { relation } = tree.token(clause.head);
  const governing = relation === 'advcl' || (relation === 'ccomp' && isDeed(tree, clause)) ? above(clause) : undefined;
  if (relation === 'ccomp' && (governing === undefined || !telling.has(tree.lemma(governing.head)))) return name;
  if (governing?.subject === undefined || governing.subject === null || governing.agentFirst) return name;
  const { xpos, upos } = tree.token(governing.subject);
  const many = /^(?:NNS|NNPS)$/.test(xpos) || tree.has(governing.subject, BIT.conj);
  const noun = tree.word(governing.subject);
  const fits = relation === 'ccomp' ? speaksOf(name, noun) : /^they$/i.test(name) ? many : /^it$/i.test(name) && !many;
  if (upos === 'PRON' || !fits) return name;
  return nameOf(text, tree, governing.subject, references, governing.head);
}

/** Verbs of saying whose subject may speak of itself. */
const telling = new Set('say announce confirm add promise claim report warn insist pledge vow admit deny'.split(' '));
const happening = new Set('happen occur appear seem take rain snow look sound become mean'.split(' '));

/** Somebody does something: "it would close two plants", and not "it was the worst flood". */
function isDeed(tree: Tree, { copular, passive, core, object, complement, verbGroup }: Clause): boolean {
  if (copular || passive || happening.has(tree.lemma(core))) return false;
  return object !== null || complement !== null || verbGroup.some((index) => tree.token(index).xpos === 'MD');
}

/** "The union said [it] …", "the lawyer said [she] …", "officials said [they] …": the one who speaks may be meant. */
function speaksOf(name: string, noun: string): boolean {
  const body = listed(noun, bodyNouns);
  if (/^it$/i.test(name)) return body !== null && !body.plural;
  if (/^they$/i.test(name)) return body?.plural === true || listed(noun, personNouns)?.plural === true;
  return listed(noun, personNouns)?.plural === false;
}
