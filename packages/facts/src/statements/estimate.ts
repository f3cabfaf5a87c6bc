import type { Source } from '@copydesk/contracts';
import type { NameMention } from '@copydesk/language';
import type { Clause } from './clause.ts';
import { nounPhrase, textOf } from './phrases.ts';
import { speakerOf } from './stance.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** Verbs that give a thing the number behind "at". */
const putting = new Set(['put', 'place', 'peg', 'estimate', 'set', 'reckon']);

/** A number that somebody gives a thing: "officials [put] the death toll [at] 34". */
export interface Estimate {
  /** The thing, in its words. */
  thing: string;
  source: Source;
}

/** True for a clause of an estimate. */
export function isEstimate(tree: Tree, { core, head, object, passive, modifiers }: Clause): boolean {
  if (core !== head || object === null || passive || !putting.has(tree.lemma(head))) return false;
  // Who "sets its price at $5" does it, and estimates nothing.
  const own = tree.dependents(object).some((child) => /^(?:its|his|her|their|our|my)$/.test(tree.word(child)));
  return !own && modifiers.some((index) => isAt(tree, index));
}

function isAt(tree: Tree, index: number): boolean {
  return (
    tree.dependents(index, BIT.case).some((tie) => tree.word(tie) === 'at') &&
    (tree.token(index).upos === 'NUM' || tree.has(index, BIT.nummod) || /\d/.test(tree.word(index)))
  );
}

/** The estimate of a clause; null where nobody makes it. */
export function estimateOf(text: string, tree: Tree, clause: Clause, subject: string, names: readonly NameMention[]): Estimate | null {
  if (!isEstimate(tree, clause) || clause.subject === null || clause.object === null) return null;
  const cue = textOf(text, tree, [clause.head]);
  const source = speakerOf(text, tree, clause.subject, subject, names, { via: [], cue, cueClass: 'predict', direct: 'indirect' });
  return source === null ? null : { thing: textOf(text, tree, nounPhrase(tree, clause.object, clause.head)), source };
}
