import type { Mention } from '@copydesk/contracts';
import type { Candidate } from '../extract/candidate.ts';
import type { Clause } from './clause.ts';
import { datingOf } from './clause-time.ts';
import { classOf, happened } from './happening.ts';
import { hearsayOf } from './hearsay.ts';
import { isCondition, modalityIn } from './modality.ts';
import { subjectName } from './naming.ts';
import { objectOf } from './object.ts';
import { pathsOf } from './paths.ts';
import { nounPhrase, textOf } from './phrases.ts';
import { placeOf, placesOf } from './places.ts';
import { predicateText } from './predicate.ts';
import type { Part, SentenceReading } from './reading.ts';
import { reporterOf, stanceOf } from './stance.ts';
import { tallyOf } from './tally.ts';
import { tells, saysSomething } from './tells.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

const agreeing = new Set(['agree', 'sign', 'settle', 'ratify']);
const stative = new Set(['be', 'have', 'remain', 'seem', 'know', 'believe', 'want', 'need']);

function typeOf(tree: Tree, clause: Clause, modality: Mention['modality']): Mention['type'] {
  const lemma = tree.lemma(clause.head);
  if (agreeing.has(lemma)) return 'agreement';
  if (modality === 'planned') return 'plan';
  return stative.has(lemma) || clause.copular ? 'state' : 'event';
}

/** Reads the statements of one sentence off its parse: one for each clause with a subject and something said of it. */
export function findStatements(reading: SentenceReading): Candidate[] {
  return reading.parts.flatMap((part, index) => statementsOf(reading, part, index));
}

function statementsOf(sentence: SentenceReading, reading: Part, part: number): Candidate[] {
  const { text, parse, references, times } = sentence;
  const { tree, clauses } = reading;
  const found: Candidate[] = [];
  const places = placesOf(tree, parse.names);
  for (const [slot, clause] of clauses.entries()) {
    if (clause.subject === null || isCondition(tree, clause)) continue;
    const subject = subjectName(text, reading, clause, clause.subject, references);
    if (!tells(tree, clause, subject)) continue;
    const stance = stanceOf(text, tree, clause, subject, parse.names);
    const { object, tie, told } = objectOf(text, tree, clause, times, references);
    if (!saysSomething(tree, clause, object)) continue;
    const modality = modalityIn(sentence.parts, reading, clause);
    const tally = tallyOf(text, tree, clause, parse.names, modality === 'done');
    const { time, statementTime } = datingOf(sentence, reading, clause, times);
    const statement: Candidate = {
      type: stance === null || modality === 'planned' ? typeOf(tree, clause, modality) : 'attribution',
      subject,
      predicate: [predicateText(text, tree, clause), tie].filter((words) => words !== '').join(' '),
      object,
      recipient: clause.recipient === null ? null : textOf(text, tree, nounPhrase(tree, clause.recipient)),
      lemma: tree.lemma(clause.core),
      eventClass: classOf(tree, clause),
      place: placeOf(text, reading, clause, places),
      time,
      statementTime,
      quantity: null,
      source: hearsayOf(text, tree, clause) ?? stance ?? reporterOf(text, reading, clause, parse.names),
      quote: null,
      modality,
      polarity: clause.negative ? 'negative' : 'positive',
      salience: 'supporting',
      confidence: tree.token(clause.head).confidence,
      span: { start: parse.start, end: parse.end },
      happened: happened(tree, clause, subject),
      beside: false,
      reports: clause.object === null && !clause.passive && !tree.has(clause.head, BIT.auxPass),
      anchor: tree.token(clause.head).start,
      clause: tree.token(clause.head).start,
      rule: 'clause',
      slot: `${part}.${slot}`,
      tally,
    };
    found.push(statement);
    const nameAt = (index: number) => places.find(({ start, end }) => start <= tree.token(index).start && end >= tree.token(index).end);
    for (const path of pathsOf(text, tree, clause, told, subject, (index) => nameAt(index) !== undefined)) {
      const { subject: mover, predicate, object: way, head } = path;
      const name = nameAt(head);
      found.push({
        ...statement,
        subject: mover,
        predicate,
        object: way,
        place: name === undefined ? statement.place : text.slice(name.start, name.end),
        reports: false,
        rule: 'path',
        slot: `${statement.slot}.${head}`,
      });
    }
  }
  return found;
}
