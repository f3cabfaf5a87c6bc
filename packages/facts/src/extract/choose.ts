import type { ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import type { Attribution } from '../attributions/index.ts';
import type { Candidate, Refusal, RefusalReason } from './candidate.ts';
import { isHeading } from './not-told.ts';
import { sentenceAt } from './sentences.ts';

/** Words that may stand between the beginning of a phrase and its number for the phrase to be about the number. */
const NEAR = 4;
/** Sentences behind a heading within which the text says again what the heading says. */
const BELOW = 3;

export type Refuse = (candidate: Candidate, reason: RefusalReason, detail: string) => void;

/** Collects what is not published, by the sentences of the article. */
export function refusals(sentences: readonly Span[]): { refused: Refusal[]; refuse: Refuse } {
  const refused: Refusal[] = [];
  return {
    refused,
    refuse({ span, rule, subject, predicate, object }, reason, detail) {
      refused.push({
        span,
        sentence: sentenceAt(sentences, span.start),
        rule,
        reason,
        detail: detail === '' ? [subject, predicate, object].filter((part) => part !== null).join(' ') : detail,
      });
    },
  };
}

/** A statement that says in words what a quantity of its clause says in numbers is said once: by the quantity, in the words of the statement. */
export function withoutRepeats(quantities: readonly Candidate[], statements: readonly Candidate[], refuse: Refuse): Candidate[] {
  const worded = new Map<Candidate, Candidate>();
  const kept = statements.filter((statement) => {
    const same = quantities.filter((quantity) => repeats(statement, quantity));
    for (const quantity of same) if (statement.object !== null && !worded.has(quantity)) worded.set(quantity, statement);
    if (same.length > 0) refuse(statement, 'repeats-another', '');
    return same.length === 0;
  });
  const told = quantities.map((quantity): Candidate => {
    const statement = worded.get(quantity);
    if (statement === undefined) return withItsThing(quantity, kept);
    // What is counted is the object; a bare unit is none, and where who is counted is the subject, the statement's own words are.
    const counted = opens(statement.subject, quantity.quantity?.surface ?? '') && statement.object !== null;
    const object = counted || quantity.quantity?.measure === '' ? statement.object : quantity.object;
    return { ...quantity, subject: statement.subject, predicate: statement.predicate, object };
  });
  return [...told, ...kept];
}

/** A sum or a share that stands apart from the thing it is said of: "raised its key rate | 4 percent". */
function withItsThing(quantity: Candidate, statements: readonly Candidate[]): Candidate {
  const { quantity: value, clause, predicate, object } = quantity;
  if (value === null || value.measure !== '' || object !== value.unit || value.surface === '') return quantity;
  const thing = statements.find((statement) => clause !== null && statement.clause === clause && statement.object !== null);
  return {
    ...quantity,
    predicate: thing === undefined ? predicate : `${thing.predicate ?? ''} ${thing.object ?? ''}`.trim(),
    object: value.surface,
  };
}

function repeats({ clause, subject, predicate, object }: Candidate, quantity: Candidate): boolean {
  const surface = quantity.quantity?.surface ?? '';
  if (clause === null || clause !== quantity.clause || surface === '') return false;
  // "agreed to buy the group for $3 billion": that it is bought is told, and for how much.
  if (object !== null && traded.has(quantity.lemma ?? '') && isPriceBehind(object, surface)) return false;
  // A verb that is a number: "will halve the number of buses".
  if (!/\d/.test(surface) && (predicate ?? '').includes(surface)) return true;
  // A bare sum or share says nothing without the rest of the phrase ("its forecast to 1.0% from 1.5%").
  if (quantity.quantity?.measure === '' && object?.includes(surface) === true) return true;
  // "a fee of $3 million", "sales of more than 9 billion": the sum says how much of the thing.
  if (object !== null && /\d/.test(surface) && isSumOf(object, surface)) return true;
  // "the 15-member council" is about the council, "fell into the sea 200 km off the coast" about the sea.
  if (object !== null && quantity.beside) return false;
  // "A 5.6 magnitude earthquake hit an island": the number describes who acts, and what is done is told besides.
  if (object !== null && describes(subject, surface)) return false;
  if (object === null) return subject?.includes(surface) !== true || opens(subject, surface);
  return opens(subject, surface) || opens(object, surface);
}

const traded = new Set('buy sell acquire purchase hire sign agree'.split(' '));

/** The price stands behind what is traded: "the group for about $3 billion". */
function isPriceBehind(phrase: string, surface: string): boolean {
  const at = phrase.indexOf(surface);
  return (
    at > 0 &&
    /^.{3,} for (?:[a-z]+ ){0,3}$/.test(phrase.slice(0, at)) &&
    /^[\p{Sc}]|(?:dollars|euros|pounds|pence|cents|yen)$/u.test(surface)
  );
}

/** A phrase ends in "of", or in "from … to", and the words of a number. */
function isSumOf(phrase: string, surface: string): boolean {
  if (!phrase.endsWith(surface)) return false;
  const before = phrase.slice(0, phrase.length - surface.length);
  if (/ to /.test(surface) && before.endsWith(' from ')) return true;
  if (/ from [^ ]{1,12} (?:[a-z]+ )?to (?:[a-z]+ ){0,2}$/.test(before)) return true;
  return !/ (?:with|for|from|to|at|on) /.test(before) && /\b(?:of|worth|totalling|totaling) (?:[\w-]+ ){0,3}$/.test(before);
}

/** The words of a number open a phrase, and the noun it is about comes behind them: "a 6.1 quake", "a 40-tonne crane", and not "five people". */
function describes(phrase: string | null, surface: string): boolean {
  const at = phrase?.indexOf(surface) ?? -1;
  if (at < 0 || at > 4 || !/^\d/.test(surface)) return false;
  const next = /^[ -]([\p{L}-]+)/u.exec((phrase ?? '').slice(at + surface.length))?.[1];
  return next !== undefined && !ties.has(next);
}

const ties = new Set('of in on at from to for with by near and or who that which aged per a out others more'.split(' '));
/** "Houses in two villages": the number stands in a phrase behind the noun. */
const behind = /\b(?:in|at|near|across|outside|inside) $/;

/** A phrase begins with the words of a number, perhaps behind an article or two. */
function opens(phrase: string | null, surface: string): boolean {
  const at = phrase?.indexOf(surface) ?? -1;
  // "the 15-member council" is about the council.
  if (phrase?.[at + surface.length] === '-') return false;
  const before = (phrase ?? '').slice(0, at);
  return at >= 0 && before.split(' ').length <= NEAR && (before.length < 6 || !behind.test(before));
}

/** "Coast road: 12 dead" above the lines that tell it is a heading: its numbers are told once, by the sentences below it. */
export function withoutHeadings(
  candidates: readonly Candidate[],
  sentences: readonly ParsedSentence[],
  text: string,
  refuse: Refuse,
): Candidate[] {
  const values = new Map<number, Set<number | null>>();
  const indexOf = ({ span }: Candidate) => sentenceAt(sentences, span.start);
  for (const candidate of candidates) {
    if (candidate.quantity === null) continue;
    const index = indexOf(candidate);
    const told = values.get(index);
    if (told === undefined) values.set(index, new Set([candidate.quantity.value]));
    else told.add(candidate.quantity.value);
  }
  return candidates.filter((candidate) => {
    const { span, quantity } = candidate;
    if (quantity === null || candidate.quote !== null || !isHeading(text, span)) return true;
    const index = indexOf(candidate);
    for (let below = index + 1; below <= index + BELOW; below++) {
      if (values.get(below)?.has(quantity.value) !== true) continue;
      refuse(candidate, 'repeats-another', 'a heading');
      return false;
    }
    return true;
  });
}

/** "The deal is expected to close": the deal is what is spoken of and not who speaks. `passives` are offsets of passive verbs. */
export function isSpokenOf(text: string, { source, cue, content }: Attribution, passives: ReadonlySet<number>): boolean {
  if (source === null || cue === null || source.start > cue.start || content.start < cue.end) return false;
  const participle = /,\s*$/.test(text.slice(source.end, cue.start)) && text.slice(cue.start, cue.end).endsWith('ed');
  if (participle && text.startsWith('to ', content.start)) return true;
  for (let at = cue.start; at < cue.end; at++) if (passives.has(at)) return true;
  return false;
}
