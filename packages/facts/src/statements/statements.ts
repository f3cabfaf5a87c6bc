import type { Mention } from '@copydesk/contracts';
import type { Candidate } from '../extract/candidate.ts';
import { toTimeValue } from '../extract/time-value.ts';
import type { TimeMention } from '../times/index.ts';
import type { Clause } from './clause.ts';
import { timeOf } from './clause-time.ts';
import { hearsayOf } from './hearsay.ts';
import { modalityOf } from './modality.ts';
import { nounPhrase, predicatePhrase, spanOf, textOf } from './phrases.ts';
import { placesOf } from './places.ts';
import type { Part, SentenceReading } from './reading.ts';
import type { References } from './references.ts';
import type { Tree } from './tree.ts';

const agreeing = new Set(['agree', 'sign', 'settle', 'ratify']);
const reporting = new Set([
  'say',
  'tell',
  'report',
  'add',
  'note',
  'state',
  'announce',
  'claim',
  'believe',
  'think',
  'stress',
  'explain',
  'warn',
  'confirm',
  'argue',
  'insist',
  'quote',
  'cite',
  'according',
]);
const stative = new Set(['be', 'have', 'remain', 'seem', 'know', 'believe', 'want', 'need']);
/** Subjects that name nothing by themselves. */
const empty = /^(?:that|which|who|there|what|one)$/i;

function typeOf(tree: Tree, clause: Clause, modality: Mention['modality']): Mention['type'] {
  const lemma = tree.token(clause.head).lemma.toLowerCase();
  if (agreeing.has(lemma)) return 'agreement';
  if (modality === 'planned') return 'plan';
  return stative.has(lemma) || clause.copular ? 'state' : 'event';
}

/** A noun phrase as a reader should see it: the name that a pronoun or description surely means, else its own words. */
export function nameOf(text: string, tree: Tree, head: number, references: References, clause: number | null = null): string {
  const phrase = nounPhrase(tree, head, clause);
  const span = spanOf(tree, phrase);
  return (span === null ? undefined : references.nameFor(span.start, span.end)) ?? textOf(text, tree, phrase);
}

/** What the predicate says of its subject, and the words that tie it to the predicate. */
export function objectOf(text: string, tree: Tree, clause: Clause, times: readonly TimeMention[]): { object: string | null; tie: string } {
  if (clause.copular) return { object: textOf(text, tree, predicatePhrase(tree, clause.core)), tie: '' };
  const isTime = (index: number) => {
    const { start, end } = tree.token(index);
    return times.some((time) => start < time.end && end > time.start);
  };
  const places = clause.modifiers.filter((index) => index > clause.core && !isTime(index));
  if (clause.object !== null) return { object: textOf(text, tree, nounPhrase(tree, clause.object)), tie: '' };
  const first = places[0] ?? clause.modifiers.find((index) => !isTime(index));
  if (first !== undefined) {
    return { object: textOf(text, tree, nounPhrase(tree, first)), tie: textOf(text, tree, tree.children(first, 'case')) };
  }
  if (clause.complement !== null) {
    return { object: textOf(text, tree, tree.subtree(clause.complement, new Set(['punct', 'parataxis', 'advcl']))), tie: '' };
  }
  return { object: null, tie: '' };
}

/** Reads the statements of one sentence off its parse: one for each clause with a subject and something said of it. */
export function findStatements(reading: SentenceReading): Candidate[] {
  return reading.parts.flatMap((part, index) => statementsOf(reading, part, index));
}

function statementsOf({ text, parse, references, times }: SentenceReading, { tree, clauses }: Part, part: number): Candidate[] {
  const found: Candidate[] = [];
  for (const [slot, clause] of clauses.entries()) {
    const { lemma } = tree.token(clause.head);
    if (clause.subject === null) continue;
    const ccomp = tree.children(clause.core, 'ccomp').length > 0;
    if (reporting.has(lemma.toLowerCase()) && (ccomp || clause.object === null)) continue;
    const subject = nameOf(text, tree, clause.subject, references, clause.head);
    if (empty.test(subject)) continue;
    const { object, tie } = objectOf(text, tree, clause, times);
    if (object === null && clause.modifiers.length === 0 && !clause.passive) continue;
    const modality = modalityOf(tree, clause);
    const within = tree.subtree(clause.head);
    const from = tree.token(within[0] ?? clause.head).start;
    const to = tree.token(within.at(-1) ?? clause.head).end;
    const time = timeOf(tree, clause, times);
    const place = placesOf(tree, parse.names).find((name) => name.start >= from && name.end <= to);
    const verbs = clause.copular ? clause.verbGroup.filter((index) => index !== clause.core) : clause.verbGroup;
    found.push({
      type: typeOf(tree, clause, modality),
      subject,
      predicate: [textOf(text, tree, verbs), tie].filter((part) => part !== '').join(' '),
      object,
      recipient: clause.recipient === null ? null : textOf(text, tree, nounPhrase(tree, clause.recipient)),
      lemma: tree.token(clause.core).lemma.toLowerCase(),
      eventClass: null,
      place: place === undefined ? null : text.slice(place.start, place.end),
      time: time === undefined ? null : toTimeValue(time),
      statementTime: null,
      quantity: null,
      source: hearsayOf(text, tree, clause),
      quote: null,
      modality,
      polarity: clause.negative ? 'negative' : 'positive',
      salience: 'supporting',
      confidence: tree.token(clause.head).confidence,
      span: { start: parse.start, end: parse.end },
      reports: clause.object === null,
      anchor: tree.token(clause.head).start,
      clause: tree.token(clause.head).start,
      rule: 'clause',
      slot: `${part}.${slot}`,
    });
  }
  return found;
}
