import { mentionId } from '@copydesk/contracts';
import type { Mention } from '@copydesk/contracts';
import { loadModel, readDocument, supportedLanguages } from '@copydesk/language';
import type { Entity, LanguageModel, ParsedSentence } from '@copydesk/language';
import { splitSentences } from '@copydesk/text';
import { findAttributions } from '../attributions/index.ts';
import type { Attribution } from '../attributions/index.ts';
import { findDatedEvents } from '../statements/dated-events.ts';
import { findQuantityStatements, quantitiesIn } from '../statements/quantity-statements.ts';
import { findPlacedEvents } from '../statements/placed-events.ts';
import { readPart } from '../statements/reading.ts';
import type { Part } from '../statements/reading.ts';
import { createReferences } from '../statements/references.ts';
import { findRoles } from '../statements/roles.ts';
import { findStatements } from '../statements/statements.ts';
import { viewsOf } from '../statements/views.ts';
import { createTimeReader } from '../times/index.ts';
import type { TimeMention } from '../times/index.ts';
import type { ArticleToRead } from './article.ts';
import { asItsClause, attributed, saidIn } from './attribute.ts';
import type { Candidate, Refusal } from './candidate.ts';
import { isSpokenOf, refusals, withoutHeadings, withoutRepeats } from './choose.ts';
import type { Refuse } from './choose.ts';
import { reportingTails, widened } from './asides.ts';
import { evidenceAt } from './evidence.ts';
import { withoutWhatIsNotTold } from './not-told.ts';
import { findQuotes } from './quotes.ts';
import { salienceOf } from './salience.ts';
import { datedByEvents } from './event-anchors.ts';
import { datedQuote } from './quote-time.ts';
import { withCarriedTimes } from './carried-time.ts';
import { speechBySentence, speechTimesOf } from './speech-time.ts';
import { sentenceAt } from './sentences.ts';
import { withSettledYears } from './settled-years.ts';
import { createVerifier } from './verify.ts';
import { BIT } from '../statements/relation.ts';

/** Raised whenever the same article may give other mentions. */
export const EXTRACTOR_VERSION = '0.8.0';

/** Tokens from which a sentence is a list or a table, and is read for quotations only. */
const LONG_SENTENCE = 300;
/** Code units of a token, at most on average, in what is read. */
const LONG_TOKEN = 10;
/** Code units of a text without a language model that are read: what lies behind is no news article. */
const LONGEST_PLAIN = 200_000;

export interface Extraction {
  mentions: Mention[];
  refused: Refusal[];
  sentences: { start: number; end: number }[];
  /** False where there is no language model for the article: only numbers, quotations and dates are read. */
  supported: boolean;
}

export interface Extractor {
  /**
   * Reads one article. Pure: the same article gives the same mentions, whatever was read before.
   * @throws LanguageError text-too-long over what the language model reads
   */
  extract(article: ArticleToRead): Extraction;
}

interface Reading {
  text: string;
  model: LanguageModel | null;
  sentences: readonly ParsedSentence[];
  entities: readonly Entity[];
  attributions: readonly Attribution[];
}

/** Makes an extractor. Language models are loaded when the first article of their language comes. */
export function createExtractor(): Extractor {
  return {
    extract(article) {
      const reading = read(article);
      const { text, sentences } = reading;
      const { refused, refuse } = refusals(sentences);
      const verifier = createVerifier(text);
      const mentions: Mention[] = [];
      const ids = new Set<string>();
      for (const candidate of candidatesOf(reading, article, refuse)) {
        const fault = verifier.fault(candidate);
        if (fault !== null) {
          refuse(candidate, fault.reason, fault.detail);
          continue;
        }
        const mention = toMention(article, candidate, sentenceAt(sentences, candidate.span.start));
        if (ids.has(mention.id)) refuse(candidate, 'repeats-another', '');
        else mentions.push(mention);
        ids.add(mention.id);
      }
      return { mentions, refused, sentences: sentences.map(({ start, end }) => ({ start, end })), supported: reading.model !== null };
    },
  };
}

function read({ text, language, wireCredit }: ArticleToRead): Reading {
  if (!supportedLanguages.includes(language)) {
    const plain = text.slice(0, LONGEST_PLAIN);
    const spans = splitSentences(plain);
    const sentences = spans.map(({ start, end }) => ({ start, end, tokens: [], names: [], confidence: 0 }));
    return { text: plain, model: null, sentences, entities: [], attributions: findAttributions({ text: plain, sentences }) };
  }
  const model = loadModel(language);
  const { sentences, entities } = readDocument(model, text);
  // The reader cuts a lead-in such as "the agency reports:" off the body and keeps it as the credit.
  const credit = wireCredit[0];
  const given = { text, sentences, parses: sentences, entities, ...(credit === undefined ? {} : { credit }) };
  const attributions = findAttributions(given).map((each) => widened(each, sentences, text));
  return { text, model, sentences, entities, attributions };
}

/** All that the article says, quotations first, each with its source. */
function candidatesOf({ text, model, sentences, entities, attributions }: Reading, article: ArticleToRead, refuse: Refuse): Candidate[] {
  const references = createReferences(entities);
  const times = createTimeReader({ text, date: article.published?.value.slice(0, 10) ?? null });
  const day = article.published?.value.slice(0, 10) ?? null;
  const isAhead = ({ interval }: TimeMention) => day !== null && interval !== null && interval.from.slice(0, 10) > day;
  const passives = new Set<number>();
  const isList = (parse: ParsedSentence) => parse.tokens.length > LONG_SENTENCE || parse.end - parse.start > LONG_SENTENCE * LONG_TOKEN;
  const dated = sentences.map((parse) => (isList(parse) ? [] : times.read(parse)));
  const speech = speechBySentence(speechTimesOf(attributions, sentences, dated, text).values(), sentences);
  // Step by step for all sentences, and not sentence by sentence: what a step looks up stays in the processor's cache.
  const isRead = sentences.map((parse) => !isList(parse) && !isQuestion(text, parse));
  const views = sentences.map((parse, index) =>
    isRead[index] === false ? [] : model === null ? [parse] : viewsOf(model, parse, reportingTails(parse, attributions)),
  );
  const partsOf = views.map((each) => each.map(readPart));
  const amounts = sentences.map((parse, index) => (isRead[index] === false ? [] : quantitiesIn(text, parse, dated[index] ?? [])));
  const statements = sentences.flatMap((parse, index) => {
    if (isRead[index] === false) return [];
    const parts = partsOf[index] ?? [];
    for (const part of parts) for (const offset of passivesOf(part)) passives.add(offset);
    const reading = { text, parse, parts, references, times: dated[index] ?? [], speech: speech.get(index) ?? [] };
    const kept = withoutRepeats(findQuantityStatements(reading, amounts[index] ?? []), findStatements(reading), refuse);
    return [...findDatedEvents(reading, new Set(kept.map(({ clause }) => clause ?? -1)), isAhead), ...kept];
  });
  const dating = datedByEvents(withSettledYears(withCarriedTimes(statements, sentences, text), sentences, text), text);
  const told = withoutHeadings(
    [
      ...dating,
      ...findPlacedEvents(text, sentences, dating),
      ...findRoles(text, sentences, entities).filter((role) => !dating.some((each) => tellsRole(each, role))),
    ],
    sentences,
    text,
    refuse,
  );
  const clauses = told.filter(({ rule, clause }) => rule === 'clause' && clause !== null).sort((a, b) => (a.clause ?? 0) - (b.clause ?? 0));
  const quotes = findQuotes(text, attributions, sentences).map((quote) =>
    datedQuote(asItsClause(quote, clauses), { sentences, times: dated, speech }),
  );
  const spoken = attributions.filter((each) => !isSpokenOf(text, each, passives));
  const said = saidIn(text, spoken, quotes, told, refuse);
  const all = [...quotes, ...told.flatMap((candidate) => attributed(candidate, said) ?? [])];
  return withoutWhatIsNotTold(all, sentences, text, refuse);
}

/** "a father of two", told with its number. */
const tellsRole = ({ quantity, predicate, object }: Candidate, role: Candidate): boolean =>
  quantity !== null && predicate === 'is' && object === role.object;

/** What is asked is not told. */
const isQuestion = (text: string, { end }: ParsedSentence): boolean =>
  text
    .slice(end - 4, end)
    .trimEnd()
    .endsWith('?');

/** Offsets of the verbs whose subject does not do what they say. */
function passivesOf({ tree, clauses }: Part): number[] {
  const passive = clauses.filter((clause) => !clause.agentFirst && (clause.passive || tree.has(clause.head, BIT.auxPass)));
  return passive.map(({ head }) => tree.token(head).start);
}

function yearOf({ published }: ArticleToRead): number | null {
  const year = Number(published?.value.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function toMention(article: ArticleToRead, candidate: Candidate, sentence: number): Mention {
  const { span, rule, slot, tally, type } = candidate;
  const { articleId, revision } = article;
  return {
    type,
    subject: candidate.subject,
    predicate: candidate.predicate,
    object: candidate.object,
    recipient: candidate.recipient,
    lemma: candidate.lemma,
    eventClass: candidate.eventClass,
    place: candidate.place,
    time: candidate.time,
    statementTime: candidate.statementTime,
    quantity: candidate.quantity ?? tally ?? null,
    source: candidate.source,
    quote: candidate.quote,
    modality: candidate.modality,
    polarity: candidate.polarity,
    salience: salienceOf(candidate, sentence, yearOf(article)),
    confidence: candidate.confidence,
    id: mentionId({ articleId, revision, start: span.start, end: span.end, type, slot: `${rule}.${slot}` }),
    articleId,
    revision,
    evidence: evidenceAt(article, span, sentence),
    extractor: { name: 'copydesk', version: EXTRACTOR_VERSION, rule },
  };
}
