import type { Source } from '@copydesk/contracts';
import type { ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import type { Candidate } from '../extract/candidate.ts';
import { appositionsOf } from './appositions.ts';
import type { Apposition } from './appositions.ts';
import { speechAt } from '../extract/speech-time.ts';
import { toTimeValue } from '../extract/time-value.ts';
import { findQuantities } from '../quantities/index.ts';
import type { QuantityMention } from '../quantities/index.ts';
import type { TimeMention } from '../times/index.ts';
import { datingOf } from './clause-time.ts';
import type { Dating } from './clause-time.ts';
import { estimateOf } from './estimate.ts';
import { eventClassOf } from './event-class.ts';
import { hearsayOf } from './hearsay.ts';
import { modalityIn } from './modality.ts';
import { textOf } from './phrases.ts';
import { toQuantity } from './quantity-value.ts';
import { placeOf, placesOf } from './places.ts';
import { reporterOf, stanceOf } from './stance.ts';
import { subjectName } from './naming.ts';
import { readPart } from './reading.ts';
import type { Clause } from './clause.ts';
import type { Part } from './reading.ts';
import type { Tree } from './tree.ts';
import type { SentenceReading } from './reading.ts';

/** A time right behind a number dates that number and no other ("64 percent four years ago"). */
function isDated(text: string, end: number, time: TimeMention): boolean {
  // A day rather dates the verb.
  if (!/^(?:\d{4}(?:-\d{2}|-Q\d)?$|PAST)/.test(time.value)) return false;
  return time.start >= end && time.start - end < 8 && /^\s(?:in |on |by |of )?$/.test(text.slice(end, time.start));
}

/** The one time of a sentence that has no clause. */
function onlyTime({ times, speech }: SentenceReading, offset: number): Dating {
  const said = speechAt(speech, offset);
  const dating = times.filter((time) => !time.attributive && time.type !== 'DURATION' && time.type !== 'SET' && time !== said?.time);
  const [time] = dating;
  return {
    time: time === undefined || dating.length > 1 ? null : toTimeValue(time),
    statementTime: said === undefined ? null : toTimeValue(said.time),
  };
}

function isBetween(middle: Span, one: Span, other: Span): boolean {
  return (middle.start >= one.end && middle.end <= other.start) || (middle.start >= other.end && middle.end <= one.start);
}

/** "one back", "that one": a word that stands for something named before counts nothing. */
function isPronoun({ surface, counted, unit }: QuantityMention): boolean {
  return (
    /^(?:another |this |that )?one\b/i.test(surface.trim()) && (counted === null || /^(?:back|another|of|more|after|by)?$/i.test(unit))
  );
}

/** "12-member", "four-storey", but not "twenty-five". */
const compound = /^(?:[\d.,]+|\p{L}+)-(?!(?:one|two|three|four|five|six|seven|eight|nine)\b)\p{L}/u;

/** A number that its phrase is not about: part of a compound, or behind the noun that the phrase is about. */
function isBeside({ tokens }: Tree, number: number, surface: string): boolean {
  if (compound.test(surface)) return true;
  let before = number - 1;
  while (/^(?:ADV|ADJ|SYM)$/.test(tokens[before]?.upos ?? '') || /^(?:some|about|around|over|almost)$/i.test(tokens[before]?.text ?? ''))
    before--;
  return number > 0 && /^(?:NOUN|PROPN)$/.test(tokens[before]?.upos ?? '');
}

/** Whose worry or will a number stands in ("remains concerned about thousands of …"). */
function moodOf({ text, parse, references }: SentenceReading, part: Part, clause: Clause): Source | null {
  if (clause.subject === null || isRelative(part.tree, clause.subject)) return null;
  const stance = stanceOf(text, part.tree, clause, subjectName(text, part, clause, clause.subject, references), parse.names);
  return stance?.cueClass === 'think' ? stance : null;
}

const isRelative = ({ tokens }: Tree, index: number): boolean =>
  /^(?:[Ww]ho|[Ww]hich|[Tt]hat|[Ww]hat|whom)$/.test(tokens[index]?.text ?? '');

/** "one of the judges": which of them, not how many. */
const isPartitive = (sentence: string, { start }: QuantityMention): boolean =>
  /^one of (?:the|its|his|her|their|these|those|our|my)\b/i.test(sentence.slice(start, start + 14));

/** "Riga, a city of 600,000,": the number is said of the name. */
const ofApposition = (candidate: Candidate, { name, words }: Pick<Apposition, 'name' | 'words'>): Candidate => ({
  ...candidate,
  subject: name,
  predicate: 'is',
  object: words,
  lemma: 'be',
  eventClass: null,
  time: null,
  statementTime: null,
  modality: 'ongoing',
  polarity: 'positive',
  clause: null,
});

/** Whose age a number behind a name is: "Ann Lee, 34, said", "Ann Lee (34)". */
function bearerOf(text: string, { names }: ParsedSentence, start: number): string | undefined {
  const name = names.find(({ type, end }) => type === 'PER' && end < start && /^(?:,| \()\s?$/.test(text.slice(end, start)));
  return name === undefined ? undefined : text.slice(name.start, name.end);
}

const deictic = /\b(?:ago|past|last|previous|next|coming|earlier|later|recent)\b/i;

/**
 * "four years ago", "the past 25 years" say when, not how much: the time takes in the number itself. In "90 former pupils" it does not.
 */
function isTime({ start, end, unitClass }: QuantityMention, offset: number, times: readonly TimeMention[]): boolean {
  return times.some(
    (time) =>
      time.end > start + offset &&
      (time.start <= start + offset || (time.type !== 'DATE' && time.start < end + offset)) &&
      (time.type === 'DATE' || time.type === 'TIME' || (unitClass === 'time' && deictic.test(time.surface))),
  );
}

/** "six weeks [after] a jury found him guilty": how far one event lies from another dates it, and is no amount. What lasts so long is ("stayed for two days before …"). */
function isDistance(sentence: string, { start, end, unitClass }: QuantityMention): boolean {
  if (unitClass !== 'time' || !/^ (?:after|before|since|prior to) /.test(sentence.slice(end, end + 10))) return false;
  const before = sentence.slice(Math.max(0, start - 24), start).toLowerCase();
  const words = before.slice(before.lastIndexOf(',') + 1).split(' ');
  return words.at(-2) === 'place' || !words.slice(-4).some((word) => lasting.has(word));
}

const lasting = new Set('for last lasts lasted lasting took take takes spent spend within in served waited'.split(' '));

/** The quantities of one sentence that are amounts, and neither times nor pronouns; offsets count from its start. */
export function quantitiesIn(text: string, parse: ParsedSentence, times: readonly TimeMention[]): QuantityMention[] {
  const sentence = text.slice(parse.start, parse.end);
  const { start: offset } = parse;
  const tokens = parse.tokens.map(({ start, end, text: word }) => ({ start: start - offset, end: end - offset, text: word }));
  return findQuantities(sentence, tokens.length === 0 ? {} : { tokens }).filter(
    (mention) =>
      !isTime(mention, parse.start, times) && !isDistance(sentence, mention) && !isPronoun(mention) && !isPartitive(sentence, mention),
  );
}

/** The statements of a sentence that its quantities make, each with the clause it stands in. */
export function findQuantityStatements(sentenceReading: SentenceReading, quantities: readonly QuantityMention[]): Candidate[] {
  if (quantities.length === 0) return [];
  const { text, parse, parts, references, times } = sentenceReading;
  const sentence = text.slice(parse.start, parse.end);
  const appositions = appositionsOf(text, parse);
  return quantities.map((mention, slot): Candidate => {
    const start = mention.start + parse.start;
    const end = mention.end + parse.start;
    const quantity = toQuantity(mention, sentence);
    const part = parts.find(({ tokenAt }) => tokenAt(start) >= 0) ?? readPart(parse);
    const { tree } = part;
    const clause = part.clauseOf(part.tokenAt(start));
    // What stands behind another number is said of that one.
    const apart = (other: Span) =>
      quantities.some(
        (between) =>
          between !== mention && isBetween({ start: between.start + parse.start, end: between.end + parse.start }, { start, end }, other),
      );
    const places = placesOf(tree, parse.names);
    const near = places.filter((name) => !apart(name)).sort((one, other) => Math.abs(one.start - end) - Math.abs(other.start - end));
    const place = near.find((name) => name.start >= start) ?? near[0];
    const own = times.filter((other) => !quantities.some((each) => each !== mention && isDated(text, each.end + parse.start, other)));
    const dating = clause === undefined ? onlyTime(sentenceReading, start) : datingOf(sentenceReading, part, clause, own, start);
    const apposed = appositions.find(({ span }) => start >= span.start && end <= span.end);
    const candidate: Candidate = {
      type: 'quantity',
      subject:
        clause?.subject === undefined || clause.subject === null || isRelative(tree, clause.subject)
          ? null
          : subjectName(text, part, clause, clause.subject, references),
      predicate: clause === undefined ? null : textOf(text, tree, clause.verbGroup),
      object: quantity.measure === '' ? quantity.unit : quantity.measure,
      recipient: null,
      lemma: clause === undefined ? null : tree.lemma(clause.head),
      eventClass: clause === undefined ? null : eventClassOf(tree.token(clause.core).lemma),
      place: place !== undefined ? text.slice(place.start, place.end) : clause === undefined ? null : placeOf(text, part, clause, places),
      time: dating.time,
      statementTime: dating.statementTime,
      quantity,
      source:
        clause === undefined
          ? null
          : (hearsayOf(text, tree, clause) ?? moodOf(sentenceReading, part, clause) ?? reporterOf(text, part, clause, parse.names)),
      quote: null,
      modality: clause === undefined ? 'done' : modalityIn(parts, part, clause),
      polarity: clause?.negative === true ? 'negative' : 'positive',
      salience: 'supporting',
      confidence: parse.confidence,
      span: { start: parse.start, end: parse.end },
      reports: false,
      happened: false,
      beside: isBeside(tree, part.tokenAt(start), mention.surface),
      anchor: start,
      clause: clause === undefined ? null : tree.token(clause.head).start,
      rule: 'quantity',
      slot: String(slot),
    };
    if (apposed !== undefined) return ofApposition(candidate, apposed);
    const estimate =
      clause === undefined || candidate.subject === null ? null : estimateOf(text, tree, clause, candidate.subject, parse.names);
    if (estimate !== null)
      return {
        ...candidate,
        subject: estimate.thing,
        predicate: `${candidate.predicate ?? ''} at`,
        object: quantity.surface,
        source: estimate.source,
      };
    const bearer = quantity.unitClass === 'age' ? bearerOf(text, parse, start) : undefined;
    return bearer === undefined ? candidate : ofApposition(candidate, { name: bearer, words: quantity.surface });
  });
}
