import type { ParsedSentence, ParsedToken } from '@copydesk/language';
import { clauseBehindTie } from './after-clauses.ts';
import { Mender } from './mender.ts';
import { pathOfMotion } from './motion.ts';
import {
  compoundHead,
  looseParticiple,
  nameBeforeTime,
  nearestNoun,
  owner,
  participleAsAdjective,
  participleOfMain,
  secondOfTwo,
} from './nouns.ts';
import { clauseSaid, goesOn } from './reported.ts';
import { dayAsSubject, doubleSubject, firstSubject, subjectBefore, subjectWithOwnVerb } from './subjects.ts';
import {
  acronymAsHelper,
  clauseAsModifier,
  governedInfinitive,
  nominalComplement,
  nounAsVerb,
  passiveCopula,
  pluralAsSecondVerb,
  possession,
  predicateAsModifier,
  predicateBelowSubject,
} from './verbs.ts';
import { demonstrativeOne } from './that-one.ts';
import { yearOldAsSubject } from './year-olds.ts';
import type { Tree } from '../tree.ts';

interface Rule {
  mend: (mender: Mender, index: number) => void;
  /** Relations (a base stands for its subtypes) and parts of speech of the tokens that the rule has something to say of; any where none are named. */
  relations?: string;
  tags?: string;
}

const nouns = 'NOUN PROPN PRON NUM';
const subject = 'nsubj nsubj:pass nsubj:outer';

/** In the order in which they are tried. A rule looks at more than its trigger; it must do nothing where that is missing. */
const rules: readonly Rule[] = [
  { mend: acronymAsHelper, relations: 'cop aux mark advmod cc case' },
  { mend: possession, relations: 'aux' },
  { mend: passiveCopula, relations: 'cop' },
  { mend: predicateAsModifier, relations: 'amod', tags: 'ADJ' },
  { mend: predicateBelowSubject, relations: 'nmod obl appos dep conj obj nummod' },
  { mend: compoundHead, relations: 'compound', tags: 'NOUN' },
  { mend: owner, relations: 'parataxis dep appos conj nmod obl obj', tags: nouns },
  { mend: firstSubject, relations: subject },
  { mend: secondOfTwo, relations: 'obj iobj obl nmod', tags: nouns },
  { mend: dayAsSubject, relations: subject },
  { mend: doubleSubject, relations: subject },
  { mend: participleAsAdjective, tags: 'VERB' },
  { mend: pluralAsSecondVerb, relations: 'conj', tags: 'NOUN' },
  { mend: nounAsVerb, relations: 'ccomp xcomp', tags: 'VERB' },
  { mend: clauseAsModifier, relations: 'amod compound nmod obl nummod det case punct mark cc advmod', tags: 'VERB' },
  { mend: clauseBehindTie, relations: 'case' },
  { mend: subjectBefore, relations: 'advcl acl parataxis ccomp conj xcomp dep', tags: 'VERB' },
  { mend: subjectWithOwnVerb, relations: 'acl' },
  { mend: clauseSaid, relations: 'acl' },
  { mend: goesOn, relations: 'conj', tags: 'VERB' },
  { mend: nominalComplement, relations: 'xcomp' },
  { mend: looseParticiple, relations: 'acl advcl', tags: 'VERB' },
  { mend: participleOfMain, relations: 'conj' },
  { mend: governedInfinitive, relations: 'advcl' },
  { mend: nearestNoun, relations: 'acl', tags: 'VERB' },
  { mend: nameBeforeTime, relations: 'compound', tags: 'PROPN' },
  { mend: pathOfMotion, relations: 'nmod conj', tags: nouns },
];

/** For each value the rules, as bits, that name it; under the empty string those that name none. */
function triggers(of: (rule: Rule) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const any = rules.reduce((bits, rule, at) => (of(rule) === undefined ? bits | (1 << at) : bits), 0);
  found.set('', any);
  for (const [at, rule] of rules.entries())
    for (const value of (of(rule) ?? '').split(' ')) found.set(value, (found.get(value) ?? any) | (1 << at));
  return found;
}

const byTag = triggers(({ tags }) => tags);
const byRelation = triggers(({ relations }) => relations);
const anyTag = byTag.get('') ?? 0;

/** Rules that may change something at a token, as bits. */
function rulesFor({ relation, upos }: ParsedToken): number {
  let bits = byRelation.get(relation);
  if (bits === undefined) {
    const colon = relation.indexOf(':');
    bits = byRelation.get(colon < 0 ? '' : relation.slice(0, colon)) ?? byRelation.get('') ?? 0;
    byRelation.set(relation, bits);
  }
  return bits & (byTag.get(upos) ?? anyTag);
}

const SMALL_O = 111;

/**
 * A greedy parser makes mistakes that the tree itself shows: "had" as an auxiliary of a noun, a finite verb as the modifier of its own subject, "after the council" as an object of the
 * verb before it while "voted" has no subject. They are mended here, so that all that reads the tree can trust it. Nothing is attached that would close a circle.
 */
export function mend(sentence: ParsedSentence): Tree {
  const mender = new Mender(sentence.tokens);
  for (let index = 0; index < mender.tokens.length; index++) {
    const { text } = mender.token(index);
    // "old", "olds", "one"
    if (text.length < 5 && (text.charCodeAt(0) | 32) === SMALL_O) {
      yearOldAsSubject(mender, index);
      demonstrativeOne(mender, index);
    }
    let token = mender.token(index);
    let waiting = rulesFor(token);
    while (waiting !== 0) {
      const next = 31 - Math.clz32(waiting & -waiting);
      rules[next]?.mend(mender, index);
      // What a rule made of the token is what the rules behind it see.
      const now = mender.token(index);
      waiting = (now === token ? waiting : rulesFor(now)) & (-2 << next);
      token = now;
    }
  }
  return mender;
}
