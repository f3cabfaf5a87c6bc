import type { Source } from '@copydesk/contracts';
import type { Clause } from './clause.ts';
import { textOf } from './phrases.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

const adverbs = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly', 'apparently']);
const verbs = new Set([
  'believe',
  'say',
  'think',
  'report',
  'allege',
  'understand',
  'rumour',
  'rumor',
  'expect',
  'fear',
  'suspect',
  'estimate',
]);

/** Whose word a clause is when it says itself that it is hearsay ("reportedly fired", "is believed to have fallen"): somebody unnamed. */
export function hearsayOf(text: string, tree: Tree, clause: Clause): Source | null {
  const isHearsay = (child: number) => adverbs.has(tree.word(child));
  const adverb = tree.dependents(clause.core, BIT.advmod).find(isHearsay) ?? tree.dependents(clause.head, BIT.advmod).find(isHearsay);
  const helpers = clause.verbGroup.some((index) => tree.token(index).lemma === 'be' && index < clause.head);
  const infinitive =
    clause.core !== clause.head ||
    (clause.complement !== null && tree.dependents(clause.complement, BIT.mark).some((mark) => tree.word(mark) === 'to'));
  const passive = infinitive && verbs.has(tree.lemma(clause.head)) && helpers;
  const cue = adverb ?? (passive ? clause.head : undefined);
  if (cue === undefined) return null;
  return { kind: 'anonymous', via: [], cue: textOf(text, tree, [cue]), cueClass: 'report', direct: 'indirect' };
}
