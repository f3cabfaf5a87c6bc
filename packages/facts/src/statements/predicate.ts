import type { Clause } from './clause.ts';
import { textOf } from './phrases.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

const manner = /(?:ly|again|never|still|no longer)$/i;

/** The words of the predicate: auxiliaries, verbs and the adverbs of manner among them. */
function withManner(tree: Tree, { head, core, copular, verbGroup }: Clause): readonly number[] {
  if (!tree.has(head, BIT.advmod) && !tree.has(core, BIT.advmod)) return copular ? verbGroup.filter((index) => index !== core) : verbGroup;
  const adverbs = [head, core]
    .flatMap((verb) => tree.dependents(verb, BIT.advmod))
    .filter((index) => {
      const { text: word } = tree.token(index);
      return index < core && manner.test(word) && tree.dependents(index).length === 0;
    });
  const verbs = copular ? verbGroup.filter((index) => index !== core) : verbGroup;
  return [...new Set([...verbs, ...adverbs])].sort((a, b) => a - b);
}

/** The predicate as it reads with its subject: in the active voice where the one who acts stands behind "by". */
export function predicateText(text: string, tree: Tree, clause: Clause): string {
  const words = withManner(tree, clause);
  if (clause.existential) return `there ${textOf(text, tree, words)}`;
  if (!clause.agentFirst) return textOf(text, tree, words);
  const active = words.filter((index) => tree.lemma(index) !== 'be');
  const modal = active.some((index) => tree.token(index).xpos === 'MD' || tree.word(index) === 'to');
  if (!modal) return textOf(text, tree, active);
  return [
    textOf(
      text,
      tree,
      active.filter((index) => index !== clause.core),
    ),
    tree.token(clause.core).lemma,
  ].join(' ');
}
