import type { ParsedToken } from '@copydesk/language';
import type { Candidate } from '../extract/candidate.ts';
import { speechAt } from '../extract/speech-time.ts';
import { toTimeValue } from '../extract/time-value.ts';
import type { TimeMention } from '../times/index.ts';
import { modifiesNoun } from './anchored-time.ts';
import { eventClassOf } from './event-class.ts';
import { eventNouns } from './event-nouns.ts';
import type { EventNoun } from './event-nouns.ts';
import { isNominal, phraseEnd, phraseFrom } from './flat-phrases.ts';
import type { SentenceReading } from './reading.ts';

/** Tokens between an event's word and its time, at most. */
const FAR = 12;
/** Words of the purpose told behind a participle, at most. */
const LONG_PURPOSE = 12;

/** What an event is told as: token ranges, end exclusive, or words of its own. */
interface Event {
  at: number;
  subject: string | null;
  predicate: string;
  object: string | null;
  lemma: string;
}

/**
 * Events that hang on a noun and have a date of their own: "the coalition formed in 2014", "the fall of the government in March 1990", "the capture of the town last week by rebels".
 * Only dated ones: without a date most such phrases name what the reader knows. Read off the words, for it is there that a parser errs most.
 * @param told offsets of predicates that other rules have told
 * @param isAhead whether a time lies beyond the article
 */
export function findDatedEvents(reading: SentenceReading, told: ReadonlySet<number>, isAhead: (time: TimeMention) => boolean): Candidate[] {
  const { parse, times } = reading;
  const found: Candidate[] = [];
  for (const time of times) {
    if (time.type === 'DURATION' || time.type === 'SET' || time.value.endsWith('_REF') || isAhead(time)) continue;
    const first = parse.tokens.findIndex(({ end }) => end > time.start);
    if (first < 0) continue;
    const isOfThing = modifiesNoun(parse, time);
    const behind = parse.tokens.findIndex(({ start }) => start >= time.end);
    const next = behind < 0 ? parse.tokens.length : behind;
    // A day behind an object is rather the verb's ("posted a film of her fall on Monday"), a month or a year the event's.
    const isCoarse = /^\d{4}(?:-\d{2})?$/.test(time.value);
    const events = isOfThing ? [eventBehind(reading, next)] : [eventOf(reading, first, next, isCoarse), eventDuring(reading, next)];
    for (const event of events) {
      const anchor = parse.tokens[event?.at ?? -1]?.start ?? -1;
      if (event === null || event.subject === null || told.has(anchor) || found.some((other) => other.anchor === anchor)) continue;
      found.push(candidateOf(reading, event, time, found.length));
    }
  }
  return found;
}

/** The event told right before (or behind) a time. `first` and `behind` are its first token and the one behind it. */
function eventOf(reading: SentenceReading, first: number, behind: number, isCoarse: boolean): Event | null {
  const { tokens } = reading.parse;
  let end = first;
  while (tokens[end - 1]?.upos === 'ADP' || /^(?:early|late|earlier|later|only|just|the)$/i.test(tokens[end - 1]?.text ?? '')) end--;
  for (let at = end - 1; at >= 0 && at >= end - FAR; at--) {
    const token = tokens[at];
    if (token === undefined || /^[,;:()—–"“”]$/.test(token.text)) return null;
    const entry = isNominal(token) ? eventNouns.get(token.text.toLowerCase()) : undefined;
    if (entry !== undefined) return isCoarse || isApart(tokens, at, behind) ? nominalOf(reading, at, entry, end, behind) : null;
    if (token.upos === 'VERB' || token.upos === 'AUX') return isReduced(tokens, at, first) ? participleOf(reading, at, end, behind) : null;
  }
  return null;
}

/** An event noun whose phrase stands behind a preposition of time, or is the subject of what follows its time. */
function isApart(tokens: readonly ParsedToken[], at: number, behind: number): boolean {
  const tie = tokens[phraseFrom(tokens, at) - 1]?.text.toLowerCase() ?? '';
  const next = tokens[behind];
  if (/^(?:after|following|since|before|during|until|despite|amid)$/.test(tie)) return true;
  return next !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(next.xpos) && (next.upos === 'VERB' || next.upos === 'AUX');
}

/** Participles that tie, compare or report, and forms that are nouns as well ("a rate cut"). */
const tying = new Set(
  'compare base relate date follow include accord give concern regard see cut set hit put shut split spread cost bid'.split(' '),
);

/** A participle that is no finite verb: the sentence has another one, and no auxiliary stands before. */
function isReduced(tokens: readonly ParsedToken[], at: number, first: number): boolean {
  const token = tokens[at];
  const lemma = token?.lemma.toLowerCase() ?? '';
  if (token?.xpos !== 'VBN' || tying.has(lemma) || eventClassOf(lemma) === 'STATE') return false;
  // "seasonally adjusted sales in March"
  const next = tokens[at + 1];
  if (next !== undefined && at + 1 < first && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos)) return false;
  if (/^(?:has|have|had|is|are|was|were|be|been|being|get|got)$/i.test(tokens[at - 1]?.text ?? '')) return false;
  return tokens.some(({ upos, xpos }, index) => index !== at && (upos === 'VERB' || upos === 'AUX') && /^(?:VBD|VBZ|VBP|MD)$/.test(xpos));
}

/** "Monday's arrest of the mayor", "the August 29 launch over Hobart". */
function eventBehind(reading: SentenceReading, behind: number): Event | null {
  const { tokens } = reading.parse;
  const from = /^['’]s?$/.test(tokens[behind]?.text ?? '') ? behind + 1 : behind;
  const at = [from, from + 1, from + 2].find((index) => eventNouns.has(tokens[index]?.text.toLowerCase() ?? ''));
  const entry = at === undefined ? undefined : eventNouns.get(tokens[at]?.text.toLowerCase() ?? '');
  if (
    at === undefined ||
    entry === undefined ||
    !isNominal(tokens[at]) ||
    tokens.slice(from, at).some((token) => !isNominal(token) && token.upos !== 'ADJ')
  )
    return null;
  const tie = tokens[at + 1]?.text.toLowerCase() ?? '';
  const end = phraseEnd(tokens, at + 2, tokens.length);
  if (end <= at + 2) return null;
  if (tie === 'of') return nominalOf(reading, at, entry, end, end);
  if (!/^(?:over|in|at|near)$/.test(tie) || tokens[at + 2]?.upos !== 'PROPN') return null;
  const begin = phraseFrom(tokens, at);
  return {
    at,
    subject: words(reading, begin, at + 1),
    predicate: `took place ${tie}`,
    object: words(reading, at + 2, end),
    lemma: entry.lemma,
  };
}

/** "killed in 2003 during the invasion of …": what something happened during happened then as well. */
function eventDuring(reading: SentenceReading, behind: number): Event | null {
  const { tokens } = reading.parse;
  for (let at = behind; at < tokens.length && at < behind + FAR; at++) {
    const token = tokens[at];
    if (
      token === undefined ||
      /^[,;:()—–"“”]$/.test(token.text) ||
      (/^(?:VERB|AUX)$/.test(token.upos) && /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos))
    )
      return null;
    if (token.text.toLowerCase() !== 'during') continue;
    const end = phraseEnd(tokens, at + 1, tokens.length);
    const event = tokens.findIndex(({ text }, index) => index > at && index < end && eventNouns.has(text.toLowerCase()));
    const entry = eventNouns.get(tokens[event]?.text.toLowerCase() ?? '');
    return entry === undefined || tokens[event + 1]?.text.toLowerCase() !== 'of' ? null : nominalOf(reading, event, entry, end, end);
  }
  return null;
}

const words = ({ text, parse }: SentenceReading, from: number, to: number): string => {
  const [begin, end] = [parse.tokens[from]?.start, parse.tokens[to - 1]?.end];
  return begin === undefined || end === undefined ? '' : text.slice(begin, end).replaceAll(/\s+/g, ' ').trim();
};

/** "the coalition formed in 2014 to end the war", "the bank, founded in 1998,", "a house built by monks in 1210". */
function participleOf(reading: SentenceReading, at: number, end: number, behind: number): Event | null {
  const { tokens } = reading.parse;
  const before = tokens[at - 1];
  const apart = /^(?:,|—|–|--)$/.test(before?.text ?? '');
  if (apart && !/^(?:,|—|–|--|to)$/.test(tokens[behind]?.text ?? '')) return null;
  const last = apart ? at - 2 : at - 1;
  if (!isNominal(tokens[last])) return null;
  // "sales estimated for 1986", "costs eased to 23 percent in May" are not that of a thing.
  if (
    tokens
      .slice(at + 1, behind)
      .some(({ text, upos }, index) => /^(?:for|to|from|than)$/i.test(text) || (upos === 'NUM' && at + 1 + index < end))
  )
    return null;
  const from = phraseFrom(tokens, last);
  // "in an interview with the paper, published on Monday": which of the two?
  if (apart && tokens[from - 1]?.upos === 'ADP' && isNominal(tokens[from - 2])) return null;
  const thing = words(reading, from, last + 1);
  const by = tokens.slice(at + 1, end).findIndex(({ text }) => text.toLowerCase() === 'by');
  const { text: participle = '', lemma = '' } = tokens[at] ?? {};
  if (by >= 0) {
    const agent = at + 1 + by + 1;
    return { at, subject: words(reading, agent, phraseEnd(tokens, agent, end)), predicate: participle, object: thing, lemma };
  }
  const purpose = tokens[behind]?.text.toLowerCase() === 'to' && tokens[behind + 1]?.xpos === 'VB' ? purposeEnd(tokens, behind + 1) : 0;
  if (purpose > 0) return { at, subject: thing, predicate: `${participle} to`, object: words(reading, behind + 1, purpose), lemma };
  return { at, subject: thing, predicate: participle, object: end > at + 1 ? words(reading, at + 1, end) : null, lemma };
}

function purposeEnd(tokens: readonly ParsedToken[], from: number): number {
  let end = from;
  while (
    end < tokens.length &&
    end < from + LONG_PURPOSE &&
    !/^(?:[,;:.()—–"“”]|during|after|before|while|when|according)$/i.test(tokens[end]?.text ?? '')
  )
    end++;
  return end;
}

/** "the fall of the government in March", "her arrest last week", "the rebels' capture of the town". */
function nominalOf(reading: SentenceReading, at: number, entry: EventNoun, end: number, behind: number): Event | null {
  const { tokens } = reading.parse;
  const { lemma, past, participle, transitive } = entry;
  const ownerEnd = /^['’]s?$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : -1;
  const named = ownerEnd < 0 ? null : words(reading, phraseFrom(tokens, ownerEnd - 1), ownerEnd);
  const pronoun = tokens[at - 1]?.xpos === 'PRP$' ? tokens[at - 1] : undefined;
  const owner = pronoun === undefined ? named : (reading.references.nameFor(pronoun.start, pronoun.end) ?? null);
  const isOf = tokens[at + 1]?.text.toLowerCase() === 'of';
  // Only the phrase itself stands between the noun and its time.
  if (isOf ? phraseEnd(tokens, at + 2, end) < end : end !== at + 1) return null;
  const thing = isOf ? words(reading, at + 2, end) : owner;
  if (thing === null || thing === '' || /^an?$/i.test(tokens[phraseFrom(tokens, at)]?.text ?? '')) return null;
  if (!transitive) return { at, subject: thing, predicate: past, object: null, lemma };
  const by = tokens[behind]?.text.toLowerCase() === 'by' ? words(reading, behind + 1, agentEnd(tokens, behind + 1)) : '';
  const agent = isOf && owner !== null ? owner : by === '' ? null : by;
  return agent === null
    ? { at, subject: thing, predicate: `${isPlural(tokens, at, end, isOf) ? 'were' : 'was'} ${participle}`, object: null, lemma }
    : { at, subject: agent, predicate: past, object: thing, lemma };
}

/** "by troops [led by a general]" */
function agentEnd(tokens: readonly ParsedToken[], from: number): number {
  const end = phraseEnd(tokens, from, tokens.length);
  const more = tokens[end]?.xpos === 'VBN' && tokens[end + 1]?.text.toLowerCase() === 'by';
  return more ? phraseEnd(tokens, end + 2, tokens.length) : end;
}

/** The thing that an event is told of is many. */
function isPlural(tokens: readonly ParsedToken[], at: number, end: number, isOf: boolean): boolean {
  if (!isOf) return false;
  const thing = tokens.slice(at + 2, end);
  const of = thing.findIndex(({ text }) => text.toLowerCase() === 'of');
  const heads = of < 0 ? thing : thing.slice(0, of);
  return /^NNP?S$/.test(heads.at(-1)?.xpos ?? '') || heads.some(({ upos }) => upos === 'CCONJ');
}

function candidateOf(
  { parse, speech }: SentenceReading,
  { at, subject, predicate, object, lemma }: Event,
  time: TimeMention,
  slot: number,
): Candidate {
  const anchor = parse.tokens[at]?.start ?? parse.start;
  const said = speechAt(speech, anchor);
  return {
    type: 'event',
    subject,
    predicate,
    object,
    recipient: null,
    lemma,
    eventClass: eventClassOf(lemma),
    place: null,
    time: toTimeValue(time),
    statementTime: said === undefined ? null : toTimeValue(said.time),
    quantity: null,
    source: null,
    quote: null,
    modality: 'done',
    polarity: 'positive',
    salience: 'background',
    confidence: parse.confidence,
    span: { start: parse.start, end: parse.end },
    reports: false,
    happened: false,
    beside: false,
    anchor,
    clause: null,
    rule: 'dated',
    slot: String(slot),
  };
}
