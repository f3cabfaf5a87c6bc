import { BIT, childOf, hasSubject, isFinite, nominal, subjectRelation } from './mender.ts';
import type { Mender } from './mender.ts';

/** Verbs whose object is as a rule a clause. */
export const saying: ReadonlySet<string> = new Set(
  'say claim believe think report note add confirm deny warn insist know hope fear suggest argue announce state explain reveal indicate stress acknowledge admit allege'.split(
    ' ',
  ),
);
/** Of them, those that hardly ever have a noun for their object. */
const clausal: ReadonlySet<string> = new Set('say think insist argue believe hope add'.split(' '));
/** What people go on to say or want after they said something: the verb behind "and" is then theirs. */
const theirs: ReadonlySet<string> = new Set([
  ...saying,
  ...'tell want pledge promise vow urge call refuse decline ask demand accuse blame condemn criticize criticise praise thank apologize apologise expect disagree point cite describe'.split(
    ' ',
  ),
]);

/** "saying [the train] [passed] …", read as a train that was passed: what is said is a clause. */
export function clauseSaid(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.relation !== 'acl' || !/^VB[DN]$/.test(token.xpos) || hasSubject(mender, verb)) return;
  if (childOf(mender, verb, BIT.aux) !== undefined || !token.text.endsWith('ed')) return;
  const noun = token.head;
  const name = mender.at(noun);
  if (name?.relation !== 'obj' || noun > verb || !nominal.has(name.upos)) return;
  const above = name.head;
  if (above > noun || !clausal.has(mender.at(above)?.lemma.toLowerCase() ?? '')) return;
  if (mender.attach(verb, above, 'ccomp')) mender.attach(noun, verb, subjectRelation(mender, verb));
}

/**
 * "said the man [jumped] … and [fell] …": behind "and" without a comma a verb goes on with what is said and not with the saying (38 of 52 in the training texts of EWT and GUM; nearly all of
 * the others are verbs of saying or wanting).
 */
export function goesOn(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.relation !== 'conj' || hasSubject(mender, verb) || !isFinite(mender, verb) || theirs.has(token.lemma.toLowerCase())) return;
  const tie = childOf(mender, verb, BIT.cc);
  if (tie === undefined || tie > verb || mender.at(tie - 1)?.text === ',') return;
  const reporting = reportingVerb(mender, token.head);
  if (reporting === undefined) return;
  const said = mender
    .below(reporting)
    .findLast((child) => child > reporting && child < verb && mender.at(child)?.relation === 'ccomp' && mender.at(child)?.xpos !== 'VB');
  if (said !== undefined && hasSubject(mender, said)) mender.attach(verb, said, 'conj');
}

/** The verb of saying that a verb is, or that hangs on it ("condemned the plan, saying …"). */
function reportingVerb(mender: Mender, verb: number): number | undefined {
  const says = (index: number) => mender.at(index)?.upos === 'VERB' && saying.has(mender.at(index)?.lemma.toLowerCase() ?? '');
  if (says(verb)) return verb;
  return mender.below(verb).find((child) => /^(?:advcl|xcomp)$/.test(mender.at(child)?.relation ?? '') && says(child));
}
