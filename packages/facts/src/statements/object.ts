import type { TimeMention } from '../times/index.ts';
import type { Clause } from './clause.ts';
import { nameOf } from './naming.ts';
import { goesSeveralWays } from './paths.ts';
import { nounPhrase, predicatePhrase, textOf } from './phrases.ts';
import type { References } from './references.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** Words up to which the infinitive that tells what the object shall do is kept with it ("residents to take shelter"). */
const LONG_INFINITIVE = 14;
/** Whom or where something goes to or comes from: without it "moved production to Porto" says half. */
function isAimed(tree: Tree, index: number): boolean {
  return tree.dependents(index, BIT.case).some((tie) => /^(?:to|into|from|onto|against|with|for|of|as)$/i.test(tree.token(tie).text));
}

/** "accused [of taking bribes]", "banned [from entering the country]": the clause that a verb governs by a preposition, behind an offset. */
function gerundOf(tree: Tree, verb: number, behind: number): number | undefined {
  return tree
    .dependents(verb, BIT.advcl)
    .find(
      (child) =>
        child > behind &&
        tree.token(child).xpos === 'VBG' &&
        tree.dependents(child, BIT.mark).some((mark) => mark > behind && /^(?:of|from|for|with)$/i.test(tree.token(mark).text)),
    );
}

const withoutAsides = BIT.punct | BIT.parataxis | BIT.advcl;

/** What the predicate says of its subject, and the words that tie it to the predicate. */
export function objectOf(
  text: string,
  tree: Tree,
  clause: Clause,
  times: readonly TimeMention[],
  references: References,
): { object: string | null; tie: string; told: number | null } {
  const isTime = (index: number) => {
    const { start, end } = tree.token(index);
    return times.some((time) => start < time.end && end > time.start);
  };
  if (clause.copular) {
    const behind =
      tree.token(clause.core).upos === 'ADJ' ? tree.dependents(clause.core, BIT.obl).filter((child) => child > clause.core) : [];
    const rest = behind.filter((child) => !isTime(child)).flatMap((child) => tree.subtree(child, withoutAsides));
    return { object: textOf(text, tree, [...predicatePhrase(tree, clause.core), ...rest]), tie: '', told: null };
  }
  const object = clause.object ?? clause.recipient;
  if (object !== null && tree.token(object).upos === 'PRON')
    return { object: nameOf(text, tree, object, references, clause.head), tie: '', told: null };
  if (object !== null) {
    const phrase = nounPhrase(tree, object, clause.head);
    const end = phrase.at(-1) ?? object;
    const shall = tree.dependents(clause.core, BIT.xcomp).find((child) => child > end);
    const infinitive = shall === undefined ? [] : tree.subtree(shall, withoutAsides).filter((index) => index > end);
    const gerund = infinitive.length > 0 ? undefined : gerundOf(tree, clause.core, end);
    const aim =
      infinitive.length > 0 || goesSeveralWays(tree, clause)
        ? undefined
        : clause.modifiers.find((index) => index > end && !isTime(index) && isAimed(tree, index));
    const rest =
      gerund !== undefined ? tree.subtree(gerund, withoutAsides) : aim === undefined ? infinitive : nounPhrase(tree, aim, clause.head);
    const tied = aim === undefined ? rest : [...new Set([...tree.dependents(aim, BIT.case), ...rest])].sort((a, b) => a - b);
    return { object: textOf(text, tree, tied.length > LONG_INFINITIVE ? phrase : [...phrase, ...tied]), tie: '', told: aim ?? null };
  }
  const first = clause.modifiers.find((index) => index > clause.core && !isTime(index)) ?? clause.modifiers.find((index) => !isTime(index));
  if (clause.complement !== null && (first === undefined || tree.token(clause.complement).relation === 'xcomp')) {
    return { object: textOf(text, tree, tree.subtree(clause.complement, withoutAsides)), tie: '', told: null };
  }
  const gerund = first === undefined ? gerundOf(tree, clause.core, clause.core) : undefined;
  if (gerund !== undefined) {
    const marks = tree.dependents(gerund, BIT.mark);
    const words = tree.subtree(gerund, withoutAsides).filter((index) => !marks.includes(index));
    return { object: textOf(text, tree, words.slice(0, LONG_INFINITIVE)), tie: textOf(text, tree, marks), told: null };
  }
  if (first === undefined) return { object: null, tie: '', told: null };
  return {
    object: textOf(text, tree, nounPhrase(tree, first, clause.head)),
    tie: textOf(text, tree, tree.dependents(first, BIT.case)),
    told: first,
  };
}
