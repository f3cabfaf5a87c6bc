import type { ParsedSentence } from '@copydesk/language';
import { clauseBehindTie } from './after-clauses.ts';
import { createMender } from './mender.ts';
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
  possession,
  predicateAsModifier,
  predicateBelowSubject,
} from './verbs.ts';
import { demonstrativeOne } from './that-one.ts';
import { yearOldAsSubject } from './year-olds.ts';

/**
 * A greedy parser makes mistakes that the tree itself shows: "had" as an auxiliary of a noun, a finite verb as the modifier of its own subject, "after the council" as an object of the
 * verb before it while "voted" has no subject. They are mended here, so that all that reads the tree can trust it. Nothing is attached that would close a circle.
 */
export function mend(sentence: ParsedSentence): ParsedSentence {
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  const mender = createMender(tokens);
  for (const index of tokens.keys()) {
    yearOldAsSubject(mender, index);
    demonstrativeOne(mender, index);
    acronymAsHelper(mender, index);
    possession(mender, index);
    passiveCopula(mender, index);
    predicateAsModifier(mender, index);
    predicateBelowSubject(mender, index);
    compoundHead(mender, index);
    owner(mender, index);
    firstSubject(mender, index);
    secondOfTwo(mender, index);
    dayAsSubject(mender, index);
    doubleSubject(mender, index);
    participleAsAdjective(mender, index);
    nounAsVerb(mender, index);
    clauseAsModifier(mender, index);
    clauseBehindTie(mender, index);
    subjectBefore(mender, index);
    subjectWithOwnVerb(mender, index);
    clauseSaid(mender, index);
    goesOn(mender, index);
    nominalComplement(mender, index);
    looseParticiple(mender, index);
    participleOfMain(mender, index);
    governedInfinitive(mender, index);
    nearestNoun(mender, index);
    nameBeforeTime(mender, index);
    pathOfMotion(mender, index);
  }
  return { ...sentence, tokens };
}
