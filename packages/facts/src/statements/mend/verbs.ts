import { BIT, nominal, childOf, predicateAbove, hasSubject, isFinite } from './mender.ts';
import type { Mender } from './mender.ts';

/** "had" hung on a noun as its auxiliary is the verb of the clause, and the noun its object. */
export function possession(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || token.relation !== 'aux' || token.lemma.toLowerCase() !== 'have') return;
  const noun = token.head;
  const owned = mender.at(noun);
  if (owned === undefined || noun < index || !nominal.has(owned.upos) || childOf(mender, noun, BIT.cop) !== undefined) return;
  const { head, relation } = owned;
  const before = mender.below(noun).filter((child) => child < index);
  if (!mender.attach(index, head, relation)) return;
  mender.retag(index, 'VERB');
  mender.attach(noun, index, 'obj');
  const named = before.filter((child) => nominal.has(mender.at(child)?.upos ?? '') && childOf(mender, child, BIT.case) === undefined);
  const subject = named.find((child) => mender.is(child, BIT.nsubj)) ?? named.at(-1);
  for (const child of before) {
    const own = mender.at(child)?.relation ?? '';
    mender.attach(child, index, child === subject ? 'nsubj' : nominal.has(mender.at(child)?.upos ?? '') && own !== 'nsubj' ? 'obl' : own);
  }
}

/** A form of "be" before a past participle makes a passive, not a copula. */
export function passiveCopula(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = mender.at(token?.head ?? -1);
  if (token?.relation !== 'cop' || verb?.upos !== 'VERB' || verb.xpos !== 'VBN') return;
  mender.relate(index, 'aux:pass');
  for (const child of mender.below(token.head)) {
    if (mender.at(child)?.relation === 'nsubj') mender.relate(child, 'nsubj:pass');
  }
}

/** A finite verb with a subject of its own modifies no noun: "as governments [have voiced] concerns" read as voiced concerns. */
export function clauseAsModifier(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || !/^(?:amod|compound|nmod|obl|nummod|det|case|punct|mark|cc|advmod)$/.test(token.relation)) return;
  if (!isFinite(mender, verb) || !hasSubject(mender, verb)) return;
  const noun = token.head;
  const that = mender.below(verb).some((child) => mender.at(child)?.text.toLowerCase() === 'that');
  const governor = that && noun < verb ? noun : predicateAbove(mender, noun);
  if (governor === undefined || !mender.attach(verb, governor, that ? 'acl' : 'advcl')) return;
  if (noun > verb && nominal.has(mender.at(noun)?.upos ?? '') && childOf(mender, verb, BIT.obj) === undefined)
    mender.attach(noun, verb, 'obj');
}

const planning = /^(?:plans|hopes|aims|vows|promises|threatens|intends|wants|seeks)$/;

/** "denied the charges and [plans] to appeal": bare, behind "and" and before an infinitive, a form that is a plural as well is the second verb. */
export function pluralAsSecondVerb(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token?.relation !== 'conj' || !planning.test(token.text) || mender.at(index - 1)?.upos !== 'CCONJ' || mender.word(index + 1) !== 'to')
    return;
  const infinitive = index + 2;
  const verb = predicateAbove(mender, token.head);
  if (mender.at(infinitive)?.xpos !== 'VB' || verb === undefined || verb > index || !hasSubject(mender, verb)) return;
  if (childOf(mender, index, BIT.det | BIT.nummod) !== undefined || !mender.attach(index, verb, 'conj')) return;
  mender.retag(index, 'VERB');
  mender.attach(infinitive, index, 'xcomp');
}

/** "denied [reports] that …": right behind a verb, without a subject, a form that is a plural as well is the verb's object. */
export function nounAsVerb(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token?.xpos !== 'VBZ' || token.upos !== 'VERB' || !/^[cx]comp$/.test(token.relation) || token.head !== index - 1) return;
  if (mender.at(token.head)?.upos !== 'VERB' || hasSubject(mender, index)) return;
  mender.retag(index, 'NOUN');
  mender.relate(index, 'obj');
}

const linking = new Set(
  'be become remain seem appear look feel sound stay turn prove call name elect consider make appoint dub label deem declare'.split(' '),
);

/** A noun as the open complement of a verb that links nothing is its object. */
export function nominalComplement(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = token?.head ?? -1;
  const governor = mender.at(verb);
  if (token?.relation !== 'xcomp' || governor?.upos !== 'VERB' || index < verb || linking.has(governor.lemma.toLowerCase())) return;
  if (childOf(mender, verb, BIT.obj) !== undefined || childOf(mender, index, BIT.case | BIT.mark | BIT.cop) !== undefined) return;
  if (token.upos === 'NOUN' || token.upos === 'PROPN') mender.attach(index, verb, 'obj');
  if (token.upos !== 'ADJ') return;
  const noun = mender
    .below(index)
    .find((child) => child > index && nominal.has(mender.at(child)?.upos ?? '') && mender.at(child)?.relation === 'appos');
  if (noun !== undefined && mender.attach(noun, verb, 'obj')) mender.attach(index, noun, 'amod');
}

const governing = new Set(
  'agree promise pledge vow plan decide want try seek threaten refuse offer fail begin start continue aim intend hope expect attempt prepare choose decline manage propose commit need struggle vote'.split(
    ' ',
  ),
);

/** "agreed on Monday [to buy]": an infinitive behind a verb that governs one is no purpose. */
export function governedInfinitive(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = mender.at(token?.head ?? -1);
  if (
    token?.relation !== 'advcl' ||
    token.xpos !== 'VB' ||
    token.head > index ||
    verb === undefined ||
    !governing.has(verb.lemma.toLowerCase())
  )
    return;
  const marked = mender.below(index).some((child) => mender.at(child)?.text.toLowerCase() === 'to');
  if (marked && childOf(mender, token.head, BIT.obj | BIT.xcomp | BIT.ccomp) === undefined) mender.attach(index, token.head, 'xcomp');
}

/** "is [the largest] in the history", read as a largest history: what the copula stands before is the predicate, and the noun behind its preposition hangs on it. */
export function predicateAsModifier(mender: Mender, index: number): void {
  const token = mender.at(index);
  const noun = token?.head ?? -1;
  const name = mender.at(noun);
  if (token?.upos !== 'ADJ' || token.relation !== 'amod' || name === undefined || noun < index) return;
  const copula = mender.below(index).find((child) => child < index && mender.at(child)?.relation === 'cop');
  const tie = mender.below(noun).some((child) => child > index && mender.at(child)?.relation === 'case');
  if (copula === undefined || !tie || !mender.attach(index, name.head, name.relation)) return;
  const before = mender.below(noun).filter((child) => child < index || mender.at(child)?.relation === 'punct');
  mender.attach(noun, index, 'nmod');
  for (const child of before) mender.attach(child, index, mender.at(child)?.relation ?? 'dep');
}

/** "The number of seats [will be] 2,000", read as seats of 2,000: what a finite copula stands before is a predicate, and the phrase before it its subject. */
export function predicateBelowSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  const copula = childOf(mender, index, BIT.cop);
  if (token === undefined || copula === undefined || hasSubject(mender, index)) return;
  if (!/^(?:nmod|obl|appos|dep|conj|obj|nummod)$/.test(token.relation)) return;
  const first = mender.below(index)[0];
  if (first === undefined || first > copula || copula > index) return;
  const finite = mender.below(index).some((child) => child <= copula && /^(?:VB[DZP]|MD)$/.test(mender.at(child)?.xpos ?? ''));
  if (!finite || !mender.is(first, BIT.aux | BIT.cop)) return;
  let noun = token.head;
  for (let steps = 0; steps < 6; steps++) {
    const above = mender.at(noun);
    if (
      above === undefined ||
      noun > first ||
      !/^(?:nmod|obl|compound|appos|flat|amod)/.test(above.relation) ||
      !nominal.has(mender.at(above.head)?.upos ?? '')
    )
      break;
    noun = above.head;
  }
  const subject = mender.at(noun);
  if (subject === undefined || noun > first || !nominal.has(subject.upos) || !/^(?:root|obj|ccomp|parataxis)$/.test(subject.relation))
    return;
  if (!mender.attach(index, subject.head, subject.relation === 'obj' ? 'ccomp' : subject.relation)) return;
  mender.attach(noun, index, 'nsubj');
}

/** "[WHO] recommends": capitals that are spelled as a helping word are a name, where a finite verb behind them lacks its subject. */
export function acronymAsHelper(mender: Mender, index: number): void {
  const token = mender.at(index);
  // Most words of these kinds begin with a small letter: they need no closer look.
  const first = token?.text.charCodeAt(0) ?? 0;
  if (token === undefined || (first > 96 && first < 123) || !/^\p{Lu}{2,}$/u.test(token.text)) return;
  if (!mender.is(index, BIT.cop | BIT.aux | BIT.mark | BIT.advmod | BIT.cc | BIT.case)) return;
  const verb = mender.at(token.head);
  if (token.head !== index + 1 || !/^VB[DZ]$/.test(verb?.xpos ?? '') || hasSubject(mender, token.head)) return;
  if (!mender.tokens.some(({ text }) => /^\p{Ll}{2,}$/u.test(text))) return;
  mender.retag(index, 'PROPN');
  mender.attach(index, token.head, 'nsubj');
}
