import { BIT, nominal, baseOf, childOf, endBefore, isPredicate, predicateAbove, hasSubject, isFinite, subjectRelation } from './mender.ts';
import type { Mender } from './mender.ts';
import { saying } from './reported.ts';

const joining = /^(?:after|before|since|until|till|as|than|while|because|although|though|once)$/i;

/** The head of the phrase that ends with a token: up through what belongs to a noun. */
function phraseHead(mender: Mender, end: number): number {
  let at = end;
  for (let steps = 0; steps < 8; steps++) {
    const token = mender.at(at);
    if (
      token === undefined ||
      token.head < 0 ||
      token.head > end ||
      !/^(?:compound|flat|nmod|amod|nummod|case|det|appos)/.test(token.relation)
    )
      break;
    // "redundancies after [the firm] [accepted] an offer": what opens a clause is no part of the phrase before it.
    if (token.relation === 'nmod' && joinedBy(mender, at)) break;
    at = token.head;
  }
  return at;
}

const joinedBy = (mender: Mender, noun: number): boolean => {
  const tie = childOf(mender, noun, BIT.case);
  return tie !== undefined && /^(?:after|before|since|until|because|although|though|once)$/i.test(mender.at(tie)?.text ?? '');
};

/** "a ferry carrying 150 passengers": the phrase that ends with the passengers is about the ferry. */
function ownerOfParticiple(mender: Mender, noun: number): number {
  const verb = mender.at(noun)?.head ?? -1;
  const participle = mender.at(verb);
  const relation = baseOf(mender.at(noun)?.relation ?? '');
  const hangs = participle?.relation === 'acl' && /^VB[NG]$/.test(participle.xpos) && participle.head >= 0 && participle.head < verb;
  return hangs && (relation === 'obj' || relation === 'obl') && verb < noun ? participle.head : noun;
}

/**
 * A finite verb without a subject, right behind a noun phrase: the phrase is its subject, whatever else the parser took it for ("saying [the council] [will] vote", "after
 * [the council] [voted]").
 */
export function subjectBefore(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || !isFinite(mender, verb) || hasSubject(mender, verb)) return;
  if (!/^(?:advcl|acl|parataxis|ccomp|conj|xcomp|dep)$/.test(token.relation)) return;
  const first = mender.below(verb).find((child) => child < verb) ?? verb;
  const noun = ownerOfParticiple(mender, phraseHead(mender, first - 1));
  const name = mender.at(noun);
  if (name === undefined || noun >= verb || !nominal.has(name.upos) || endBefore(mender, noun, first) + 1 !== first) return;
  if (mender.at(first)?.relation === 'cc' || mender.at(first - 1)?.upos === 'CCONJ') return;
  const tie = mender.below(noun).find((child) => /^(?:case|mark)$/.test(mender.at(child)?.relation ?? ''));
  const relation = baseOf(name.relation);
  const above = relation === 'nmod' && tie !== undefined ? (predicateAbove(mender, name.head) ?? -1) : name.head;
  const isObject = (relation === 'obj' || relation === 'iobj') && tie === undefined && token.relation !== 'acl';
  const isBehind =
    (relation === 'obl' || (relation === 'nmod' && joinedBy(mender, noun))) &&
    tie !== undefined &&
    joining.test(mender.at(tie)?.text ?? '');
  if ((!isObject && !isBehind) || above < 0 || above === verb || mender.at(noun)?.text.toLowerCase() === 'that') return;
  if (!mender.attach(verb, above, isObject ? 'ccomp' : 'advcl')) return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  if (tie !== undefined) mender.attach(tie, verb, 'mark');
}

/** "when [a gunman] [opened] fire", read as a gunman whom something opened: a past tense is no modifier. */
export function subjectWithOwnVerb(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || token.relation !== 'acl' || hasSubject(mender, verb)) return;
  // A passive participle has no object: with one, right under the root, it is a past tense.
  const past = token.xpos === 'VBN' && mender.at(token.head)?.head === -1 && childOf(mender, verb, BIT.ccomp | BIT.obj) !== undefined;
  if (token.xpos !== 'VBD' && !past) return;
  const noun = token.head;
  const name = mender.at(noun);
  if (name === undefined || noun > verb || !nominal.has(name.upos)) return;
  const above = name.head;
  if (name.relation === 'obj' && saying.has(mender.at(above)?.lemma.toLowerCase() ?? '') && above < noun) {
    if (mender.attach(verb, above, 'ccomp')) mender.attach(noun, verb, subjectRelation(mender, verb));
    return;
  }
  if (above < 0) {
    if (mender.attach(verb, -1, 'root')) mender.attach(noun, verb, subjectRelation(mender, verb));
    return;
  }
  if (baseOf(name.relation) !== 'nsubj' || isPredicate(mender, above)) return;
  const governor = predicateAbove(mender, above) ?? -1;
  if (!mender.attach(verb, governor, governor < 0 ? 'root' : 'advcl')) return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  if (above < verb && /^(?:ADV|SCONJ|PRON|DET)$/.test(mender.at(above)?.upos ?? '')) mender.attach(above, verb, 'mark');
}

/** Two subjects side by side are one: "Education | Minister Ann Lee"; and "that" before another subject opens the clause. */
export function doubleSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = token?.head ?? -1;
  if (token === undefined || baseOf(token.relation) !== 'nsubj' || verb < index) return;
  const second = mender.below(verb).find((child) => child > index && child < verb && mender.is(child, BIT.nsubj));
  if (second === undefined) return;
  // "An engineer by profession, he campaigned": what stands before the comma says what he is.
  if (mender.at(second)?.upos === 'PRON' && /^(?:he|she|they|it|i|we)$/i.test(mender.at(second)?.text ?? '')) {
    if (mender.at(second - 1)?.text === ',') mender.relate(index, 'dislocated');
    return;
  }
  const begin = Math.min(second, ...mender.below(second).filter((child) => child < second));
  if (token.text.toLowerCase() === 'that') mender.attach(index, verb, 'mark');
  else if (begin === index + 1 && /^(?:NOUN|PROPN)$/.test(token.upos)) mender.attach(index, second, 'compound');
}

/** "Ann Lee, …, and John Roe were …": what stands before a subject that begins with "and" is the first of its subjects. */
export function firstSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || baseOf(token.relation) !== 'nsubj' || token.head < index) return;
  if (childOf(mender, index, BIT.cc) === undefined || (childOf(mender, index, BIT.cc) ?? index) > index) return;
  const { head: verb, relation } = token;
  const first = mender
    .below(verb)
    .find((child) => child < index && mender.at(child)?.relation === 'obl' && childOf(mender, child, BIT.case | BIT.mark) === undefined);
  if (first === undefined || !mender.attach(index, first, 'conj')) return;
  mender.attach(first, verb, relation);
}

const weekday = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "A court [Saturday] convicted …": the day says when, and the noun before it is the subject. */
export function dayAsSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || baseOf(token.relation) !== 'nsubj' || !weekday.test(token.text)) return;
  const noun = index - 1;
  const name = mender.at(noun);
  if (name?.head !== index || !/^(?:compound|flat|nmod)/.test(name.relation) || !nominal.has(name.upos)) return;
  const { head: verb, relation } = token;
  const others = mender.below(index).filter((child) => child !== noun && child < noun);
  if (verb < index || !mender.attach(noun, verb, relation)) return;
  mender.attach(index, verb, 'obl:unmarked');
  for (const child of others) mender.attach(child, noun, mender.at(child)?.relation ?? 'dep');
}
