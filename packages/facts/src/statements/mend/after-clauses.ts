import { BIT, childOf, endBefore, hasSubject, isFinite, nominal, subjectRelation } from './mender.ts';
import type { Mender } from './mender.ts';

const joining = new Set(['after', 'before', 'since', 'until', 'once', 'because', 'as', 'while']);

/**
 * "After [the council] [raised taxes]", read as a council behind a preposition, with its verb hung on it, on the main verb, or above both: the preposition opens a clause.
 * What shows it is a verb form with an object right behind the phrase: a passive participle has none.
 */
export function clauseBehindTie(mender: Mender, tie: number): void {
  const word = mender.at(tie);
  if (word?.relation !== 'case' || !joining.has(mender.word(tie))) return;
  const noun = word.head;
  const name = mender.at(noun);
  if (name === undefined || noun < tie || !nominal.has(name.upos)) return;
  const verb = verbBehind(mender, noun, tie);
  if (verb === undefined) return;
  const { relation, head } = mender.at(verb) ?? { relation: '', head: -1 };
  if (relation === 'acl' && head === noun) {
    if (!mender.attach(verb, name.head, 'advcl')) return;
  } else if (name.relation === 'obl' && name.head === verb) {
    // The clause was taken for the sentence, and the sentence for its adverbial.
    const main = mender.below(verb).find((child) => child < tie && mender.at(child)?.relation === 'advcl' && hasSubject(mender, child));
    if (main === undefined || !mender.attach(main, head, relation) || !mender.attach(verb, main, 'advcl')) return;
  } else if (
    name.relation.startsWith('nsubj') &&
    name.head === verb &&
    relation === 'conj' &&
    childOf(mender, verb, BIT.obj) !== undefined
  ) {
    if (!mender.attach(verb, head, 'advcl')) return;
  } else return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  mender.attach(tie, verb, 'mark');
}

/** The verb right behind the phrase of a noun, active in form: finite, or with an object of its own. */
function verbBehind(mender: Mender, noun: number, tie: number): number | undefined {
  const own = (child: number) => mender.at(child)?.relation !== 'acl';
  const end = Math.max(
    noun,
    ...mender
      .below(noun)
      .filter((child) => child > tie && own(child))
      .map((child) => endBefore(mender, child, mender.tokens.length)),
  );
  const verb = [end + 1, end + 2].find((index) => mender.at(index)?.upos === 'VERB');
  if (verb === undefined || (verb === end + 2 && mender.at(end + 1)?.upos !== 'ADV')) return undefined;
  const subject = childOf(mender, verb, BIT.nsubj | BIT.csubj);
  if (subject !== undefined && subject !== noun) return undefined;
  const { xpos = '' } = mender.at(verb) ?? {};
  const active = childOf(mender, verb, BIT.obj) !== undefined;
  return isFinite(mender, verb) || ((xpos === 'VBN' || xpos === 'VBD') && active) ? verb : undefined;
}
