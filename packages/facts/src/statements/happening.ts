import type { Clause } from './clause.ts';
import { eventClassOf } from './event-class.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that leave it to their object to say what happens ("carried out an attack", "staged a protest"). */
const light = words('carry conduct launch stage hold make mount perpetrate commit mastermind');
/** Classes of what happens in the world, whoever tells it. */
const hard = words('ASSAULT HARM ACCIDENT DISASTER COERCE JUDGE OFFICE PROTEST RETREAT MOBILIZE');
const personal = /^(?:I|we|you|it|they|he|she|this|that|these|those|who|which|us|them|me|him|her)$/i;

/** The class of what a clause tells: that of its verb, or of its object where the verb leaves it to that. */
export function classOf(tree: Tree, { core, object }: Clause): string | null {
  const { lemma } = tree.token(core);
  const deed = object !== null && light.has(lemma.toLowerCase()) ? eventClassOf(tree.token(object).lemma) : null;
  return deed ?? eventClassOf(lemma);
}

/** A clause in the past tense that tells what somebody named did or suffered. */
export function happened(tree: Tree, clause: Clause, subject: string): boolean {
  if (clause.negative || personal.test(subject) || !hard.has(classOf(tree, clause) ?? '')) return false;
  if (clause.object !== null && personal.test(tree.token(clause.object).text)) return false;
  const finite = [...tree.dependents(clause.head, BIT.aux), clause.head].find((index) => /^(?:VB[DZP]|MD)$/.test(tree.token(index).xpos));
  return finite !== undefined && tree.token(finite).xpos === 'VBD';
}
