import type { Mention } from '@copydesk/contracts';
import type { Clause } from './clause.ts';
import type { Part } from './reading.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

type Modality = Mention['modality'];

const words = (list: string) => new Set(list.split(' '));
const possible = words('may might could can');
const planned = words('will shall wo ll going');
const conditioned = words('would could might may will');
const obliged = words('should ought must');
/** Verbs that put what they govern into the future: what is governed is a plan. */
const intent = words(
  'plan intend aim prepare agree pledge promise decide vow propose seek schedule commit want offer order urge ask demand pave',
);
const expectation = words('expect predict forecast project anticipate likely hope set due');
/** Verbs whose passive says that what they govern is not known: "is believed to have crashed". */
const belief = words('believe think understand suspect fear suppose presume');
/** Verbs of what lasts: in the present tense they tell how things are. */
const lasting = words(
  'be own oppose want need believe think know hope fear belong contain lack deserve reserve lie exist favor favour prefer worry doubt require',
);
const agreeing = words('agree settle consent');
const going = words('continue remain keep begin start stay resume still');

/** Of them, those that with an object tell what was done ("has started all games"). */
const opening = words('begin start resume');

/** How certain a clause says its event is, from its auxiliaries, its mood and what governs it. */
function modalityOf(part: Pick<Part, 'tree' | 'above'>, clause: Clause, depth = 0): Modality {
  const { tree, above } = part;
  const head = tree.token(clause.head);
  const lemma = head.lemma.toLowerCase();
  const helpers: string[] = [];
  for (const index of clause.verbGroup) if (index !== clause.head && index !== clause.core) helpers.push(tree.lemma(index));
  const marked = (word: string) => tree.dependents(clause.head, BIT.mark).some((mark) => tree.lemma(mark) === word);
  const has = (set: ReadonlySet<string>) => helpers.some((helper) => set.has(helper));
  if (isCondition(tree, clause)) return 'conditional';
  if (has(conditioned) && hasCondition(tree, clause)) return 'conditional';
  if (has(possible)) return 'possible';
  if (isHeld(tree, clause)) return 'possible';
  if (has(planned)) return 'planned';
  if (helpers.includes('would')) return helpers.includes('have') && tree.token(clause.core).xpos === 'VBN' ? 'conditional' : 'planned';
  if (has(obliged)) return 'expected';
  // What a verb of intent governs is planned ("agreed to withdraw", "is expected to rise").
  // "agreed to sell": the agreement is made.
  if (agreeing.has(lemma) && helpers.every((helper) => !intent.has(helper))) return 'done';
  const shared = clause.verbGroup.filter((index) => index < clause.head && tree.token(index).upos === 'VERB');
  if (shared.some((index) => expectation.has(tree.lemma(index)))) return 'expected';
  if (shared.some((index) => intent.has(tree.lemma(index)))) return 'planned';
  if (clause.core !== clause.head) {
    if (intent.has(lemma)) return 'planned';
    if (expectation.has(lemma)) return 'expected';
    if (going.has(lemma)) return 'ongoing';
  }
  if (clause.passive && expectation.has(lemma) && tree.tokens[clause.head + 1]?.text === 'to') return 'expected';
  if (clause.passive && lemma === 'plan') return 'planned';
  const governor = head.head < 0 ? '' : tree.lemma(head.head);
  const infinitive = marked('to');
  if (infinitive && expectation.has(governor)) return 'expected';
  if (infinitive && !head.relation.startsWith('advcl')) return 'planned';
  if (
    (going.has(lemma) && !(opening.has(lemma) && clause.object !== null)) ||
    tree.dependents(clause.head, BIT.advmod).some((child) => tree.word(child) === 'still')
  )
    return 'ongoing';
  // "will shift its focus and move", "will pull out, leaving": what has no tense of its own is as certain as what it hangs on.
  const tenseless =
    helpers.length === 0 &&
    ((head.relation === 'conj' && (head.xpos === 'VB' || head.xpos === 'VBN')) || (head.relation === 'advcl' && head.xpos === 'VBG'));
  const governing = tenseless && depth < 3 ? above(clause) : undefined;
  const inherited = governing === undefined ? 'done' : modalityOf(part, governing, depth + 1);
  if (inherited !== 'done' && inherited !== 'ongoing') return inherited;
  const progressive = head.xpos === 'VBG' && helpers.includes('be');
  if (progressive) return 'ongoing';
  return isPresent(tree, clause) && (clause.copular || lasting.has(lemma)) ? 'ongoing' : 'done';
}

/** The modality of a clause within its sentence: a part without a tense of its own (", with most of them based in Leeds") is as certain as what it hangs on. */
export function modalityIn(parts: readonly Part[], part: Part, clause: Clause): Modality {
  const own = modalityOf(part, clause);
  const main = parts[0];
  if (!part.tenseless || own !== 'done' || main === undefined) return own;
  const root = main.clauses.find(({ head }) => main.tree.token(head).relation === 'root');
  const above = root === undefined ? own : modalityOf(main, root);
  return above === 'ongoing' ? own : above;
}

/** "If talks fail", "in case they were needed": what may be, and is not told. */
export const isCondition = (tree: Tree, clause: Clause): boolean =>
  isInCase(tree, clause) || tree.dependents(clause.head, BIT.mark).some((mark) => /^(?:if|unless)$/.test(tree.word(mark)));

function isInCase(tree: Tree, { head }: Clause): boolean {
  if (tree.is(head, BIT.root)) return false;
  const first = tree.subtree(head)[0] ?? head;
  return (
    (tree.word(first) === 'in' && tree.tokens[first + 1]?.text === 'case') ||
    (first > 1 && tree.word(first - 1) === 'case' && tree.word(first - 2) === 'in')
  );
}

/** "If talks fail, a vote would be held", "he would have won had he run": the condition hangs on the clause, or on what it is coordinated with. */
function hasCondition(tree: Tree, { head }: Clause): boolean {
  return tree.dependents(head, BIT.advcl).some((child) => {
    if (tree.dependents(child, BIT.mark).some((mark) => /^(?:if|unless|provided)$/.test(tree.word(mark)))) return true;
    const [first] = tree.subtree(child);
    return (
      first !== undefined &&
      /^(?:had|were|should)$/.test(tree.word(first)) &&
      tree.is(first, BIT.aux | BIT.cop | BIT.auxPass) &&
      tree.has(child, BIT.nsubj)
    );
  });
}

/** "is believed to be …": a passive of belief with an infinitive behind it. */
function isHeld(tree: Tree, clause: Clause): boolean {
  if (!belief.has(tree.lemma(clause.head)) || !tree.has(clause.head, BIT.aux)) return false;
  const below = clause.core === clause.head ? clause.complement : clause.core;
  return below !== null && below > clause.head && tree.dependents(below, BIT.mark).some((mark) => tree.word(mark) === 'to');
}

/** The clause's first finite word is in the present tense. */
function isPresent(tree: Tree, { head }: Clause): boolean {
  const finite = [...tree.dependents(head, BIT.aux | BIT.cop), head].find((index) => /^(?:VB[DZP]|MD)$/.test(tree.token(index).xpos));
  return finite !== undefined && /^VB[ZP]$/.test(tree.token(finite).xpos);
}
