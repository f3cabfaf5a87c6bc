import type { Mention } from '@copydesk/contracts';
import type { ParsedSentence } from '@copydesk/language';
import type { Candidate } from '../extract/candidate.ts';
import { toTimeValue } from '../extract/time-value.ts';
import type { TimeMention } from '../times/index.ts';
import { findClauses } from './clause.ts';
import type { Clause } from './clause.ts';
import { modalityOf } from './modality.ts';
import { nounPhrase, textOf } from './phrases.ts';
import { createTree } from './tree.ts';
import type { Tree } from './tree.ts';

export interface SentenceReading {
  text: string;
  parse: ParsedSentence;
  times: readonly TimeMention[];
}

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
]);
const stative = new Set(['be', 'have', 'remain', 'seem', 'know', 'believe', 'want', 'need']);

function typeOf(tree: Tree, clause: Clause, modality: Mention['modality']): Mention['type'] {
  const lemma = tree.token(clause.head).lemma.toLowerCase();
  if (agreeing.has(lemma)) return 'agreement';
  if (modality === 'planned') return 'plan';
  return stative.has(lemma) || tree.token(clause.head).upos !== 'VERB' ? 'state' : 'event';
}

/** Object and the words that tie it to the predicate: the direct object, a predicate complement, else the first prepositional phrase. */
function objectOf(text: string, tree: Tree, clause: Clause): { object: string | null; tie: string } {
  if (clause.object !== null) return { object: textOf(text, tree, nounPhrase(tree, clause.object)), tie: '' };
  if (clause.complement !== null)
    return { object: textOf(text, tree, tree.subtree(clause.complement, new Set(['punct', 'parataxis']))), tie: '' };
  const first = clause.modifiers.find((index) => index > clause.head) ?? clause.modifiers[0];
  if (first === undefined) return { object: null, tie: '' };
  const cases = tree.children(first, 'case');
  const words = nounPhrase(tree, first).filter((index) => !cases.includes(index));
  return { object: textOf(text, tree, words), tie: textOf(text, tree, cases) };
}

/** Reads the statements of one sentence off its parse: one for each clause with a subject and something said of it. */
export function findStatements({ text, parse, times }: SentenceReading): Candidate[] {
  const tree = createTree(parse);
  const found: Candidate[] = [];
  for (const [slot, clause] of findClauses(tree).entries()) {
    const { lemma } = tree.token(clause.head);
    if (clause.subject === null || (clause.complement !== null && reporting.has(lemma.toLowerCase()))) continue;
    const { object, tie } = objectOf(text, tree, clause);
    if (object === null && clause.modifiers.length === 0 && tree.token(clause.head).upos === 'VERB') continue;
    const modality = modalityOf(tree, clause);
    const within = tree.subtree(clause.head);
    const from = tree.token(within[0] ?? clause.head).start;
    const to = tree.token(within.at(-1) ?? clause.head).end;
    const time = times.find((candidate) => !candidate.attributive && candidate.start >= from && candidate.end <= to);
    const place = parse.names.find((name) => name.type === 'LOC' && name.start >= from && name.end <= to);
    found.push({
      type: typeOf(tree, clause, modality),
      subject: textOf(text, tree, nounPhrase(tree, clause.subject)),
      predicate: [textOf(text, tree, clause.verbGroup), tie].filter((part) => part !== '').join(' '),
      object,
      recipient: clause.recipient === null ? null : textOf(text, tree, nounPhrase(tree, clause.recipient)),
      lemma: lemma.toLowerCase(),
      eventClass: null,
      place: place === undefined ? null : text.slice(place.start, place.end),
      time: time === undefined ? null : toTimeValue(time),
      statementTime: null,
      quantity: null,
      source: null,
      quote: null,
      modality,
      polarity: clause.negative ? 'negative' : 'positive',
      salience: 'supporting',
      confidence: tree.token(clause.head).confidence,
      span: { start: parse.start, end: parse.end },
      anchor: tree.token(clause.head).start,
      rule: 'clause',
      slot: String(slot),
    });
  }
  return found;
}
