import { BIT, nominal, baseOf, childOf, isPredicate, predicateAbove, hasSubject } from './mender.ts';
import type { Mender } from './mender.ts';

/** Two nouns side by side, the second hung on the first as a compound: English compounds have their head at the end. */
export function compoundHead(mender: Mender, index: number): void {
  const token = mender.at(index);
  const first = mender.at(index - 1);
  if (token?.relation !== 'compound' || token.head !== index - 1 || token.upos !== 'NOUN' || first?.upos !== 'NOUN') return;
  takePlace(mender, index, index - 1, 'compound');
}

const isPossessive = (text: string): boolean => text.length < 3 && /^[’']s?$/.test(text);

/** "the government ['s] top spokesman" with the owner as head: what is owned is the head. */
export function owner(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (
    token === undefined ||
    !mender.is(index, BIT.parataxis | BIT.dep | BIT.appos | BIT.conj | BIT.nmod | BIT.obl | BIT.obj) ||
    !nominal.has(token.upos)
  )
    return;
  const name = token.head;
  if (name < 0 || name > index || mender.at(name)?.relation === 'nmod:poss') return;
  if (!/^(?:NOUN|PROPN)$/.test(mender.at(name)?.upos ?? '')) return;
  const mark = mender.below(name).find((child) => child > name && isPossessive(mender.at(child)?.text ?? ''));
  if (mark === undefined) return;
  const begin = mender.below(index).find((child) => child > mark) ?? index;
  if (Math.min(begin, index) !== mark + 1) return;
  takePlace(mender, index, name, 'nmod:poss');
}

/** Puts a token in the place of its own head, which becomes its dependent; what hung on the head as part of its clause moves along. */
function takePlace(mender: Mender, index: number, old: number, relation: string): void {
  const name = mender.at(old);
  if (name === undefined) return;
  const own = /^(?:nsubj|cop|aux|mark|advmod|punct|cc|case|det|expl|obl|advcl|nummod|amod)$/;
  const moving = mender.below(old).filter((child) => child !== index && own.test(baseOf(mender.at(child)?.relation ?? '')));
  const possessive = relation === 'nmod:poss';
  if (!mender.attach(index, name.head, name.relation)) return;
  mender.attach(old, index, relation);
  for (const child of moving) {
    const token = mender.at(child);
    if (token === undefined || (possessive && (child > old || /^(?:det|amod|nummod|case)/.test(token.relation)))) continue;
    mender.attach(child, index, token.relation);
  }
}

/** ", killing three": a participle behind a comma tells of the clause before it, not of the noun that happens to stand there. */
export function looseParticiple(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.xpos !== 'VBG' || token.upos !== 'VERB' || !/^(?:acl|advcl)$/.test(token.relation) || hasSubject(mender, verb)) return;
  const noun = token.head;
  if (noun < 0 || noun > verb || isPredicate(mender, noun)) return;
  if (mender.at(verb - 1)?.text !== ',' && childOf(mender, verb, BIT.mark) === undefined) return;
  if (mender.is(noun, BIT.nsubj)) return;
  const governor = predicateAbove(mender, noun);
  if (governor !== undefined) mender.attach(verb, governor, 'advcl');
}

/** "part of the coalition [formed in …]": a participle right behind a noun modifies that noun, not one further off. */
export function nearestNoun(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.upos !== 'VERB' || token.relation !== 'acl' || !/^VB[NG]$/.test(token.xpos)) return;
  let noun = verb - 1;
  for (let steps = 0; steps < 6; steps++) {
    const word = mender.at(noun);
    if (word === undefined || !/^(?:compound|flat|nmod:desc|nmod:unmarked)/.test(word.relation) || word.head > verb || word.head < 0) break;
    noun = word.head;
  }
  const word = mender.at(noun);
  if (noun === token.head || (word?.upos !== 'NOUN' && word?.upos !== 'PROPN') || !word.relation.startsWith('nmod')) return;
  mender.attach(verb, noun, 'acl');
}

/** "convicted him of lying, [sentencing] him …": a participle behind a comma goes on with the main verb and not with another participle in it. */
export function participleOfMain(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (
    token?.xpos !== 'VBG' ||
    token.relation !== 'conj' ||
    mender.at(verb - 1)?.text !== ',' ||
    childOf(mender, verb, BIT.cc) !== undefined
  )
    return;
  const first = mender.at(token.head);
  if (first?.xpos !== 'VBG' || first.relation !== 'advcl' || childOf(mender, token.head, BIT.mark) === undefined) return;
  if (mender.below(token.head).some((child) => mender.at(child)?.relation === 'conj' && child > verb)) return;
  mender.attach(verb, first.head, 'advcl');
}

/** Participles that stand before a noun like adjectives, and that a greedy parser takes for verbs behind "and". */
const placed = /^(?:surrounding|neighbou?ring|outlying|remaining|existing|incoming|outgoing|following)$/i;

/** "Erie and [surrounding] areas": what is coordinated are the areas. */
export function participleAsAdjective(mender: Mender, index: number): void {
  const token = mender.at(index);
  const noun = mender.at(index + 1);
  if (token === undefined || !placed.test(token.text) || token.upos !== 'VERB' || noun?.head !== index || noun.upos !== 'NOUN') return;
  const tie = childOf(mender, index, BIT.cc | BIT.det | BIT.case);
  if (tie === undefined || tie > index || hasSubject(mender, index)) return;
  takePlace(mender, index + 1, index, 'amod');
  mender.retag(index, 'ADJ');
}

const spans = /^(?:seconds|minutes|hours|days|weeks|months|years|decades)$/i;

/** "moved to [Leeds] [years] ago": a name before a stretch of time is no part of it, but what the verb stands with. */
export function nameBeforeTime(mender: Mender, index: number): void {
  const token = mender.at(index);
  const time = mender.at(index + 1);
  if (token?.upos !== 'PROPN' || token.relation !== 'compound' || token.head !== index + 1 || !spans.test(time?.text ?? '')) return;
  if (!/^(?:ago|later|earlier|before|after)$/i.test(mender.at(index + 2)?.text ?? '')) return;
  const verb = predicateAbove(mender, index + 1);
  if (verb === undefined || verb > index) return;
  const ties = mender.below(index + 1).filter((child) => child < index);
  if (!mender.attach(index, verb, 'obl')) return;
  for (const tie of ties) mender.attach(tie, index, mender.at(tie)?.relation ?? 'case');
}

/** "the country [and] its [neighbours]", read as two objects: what begins with "and" goes on with the phrase before it. */
export function secondOfTwo(mender: Mender, index: number): void {
  const token = mender.at(index);
  const tie = childOf(mender, index, BIT.cc);
  if (token === undefined || tie === undefined || !/^(?:obj|iobj|obl|nmod)$/.test(token.relation) || !nominal.has(token.upos)) return;
  if (tie > index || Math.min(...mender.below(index)) !== tie) return;
  const first = mender
    .below(token.head)
    .findLast((child) => child < tie && child > token.head && nominal.has(mender.at(child)?.upos ?? '') && isPhrase(mender, child));
  if (first !== undefined) mender.attach(index, first, 'conj');
}

const isPhrase = (mender: Mender, index: number): boolean => mender.is(index, BIT.obj | BIT.obl | BIT.nmod);
