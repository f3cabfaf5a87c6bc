import { mentionId } from '@copydesk/contracts';
import type { Mention } from '@copydesk/contracts';
import { loadModel, readDocument, supportedLanguages } from '@copydesk/language';
import type { ParsedSentence } from '@copydesk/language';
import { splitSentences } from '@copydesk/text';
import type { Span } from '@copydesk/text';
import { findAttributions } from '../attributions/index.ts';
import type { Attribution } from '../attributions/index.ts';
import { findQuantityStatements } from '../statements/quantity-statements.ts';
import { readPart } from '../statements/reading.ts';
import { createReferences } from '../statements/references.ts';
import { findRoles } from '../statements/roles.ts';
import { findStatements } from '../statements/statements.ts';
import { viewsOf } from '../statements/views.ts';
import { createTimeReader } from '../times/index.ts';
import type { ArticleToRead } from './article.ts';
import type { Candidate, Refusal } from './candidate.ts';
import { reportingTails, widened } from './asides.ts';
import { evidenceAt } from './evidence.ts';
import { findQuotes } from './quotes.ts';
import { salienceOf } from './salience.ts';
import { attributionAt, toSource } from './source.ts';
import { candidateFault } from './verify.ts';

/** Raised whenever the same article may give other mentions. */
export const EXTRACTOR_VERSION = '0.3.0';

/** Words that may stand between the beginning of a phrase and its number for the phrase to be about the number. */
const NEAR = 4;

export interface Extraction {
  mentions: Mention[];
  refused: Refusal[];
  sentences: { start: number; end: number }[];
  /** False where there is no language model for the article: only numbers, quotations and dates are read. */
  supported: boolean;
}

export interface Extractor {
  /** Reads one article. Pure: the same article gives the same mentions. */
  extract(article: ArticleToRead): Extraction;
}

function withoutModel(text: string): ParsedSentence[] {
  return splitSentences(text).map(({ start, end }) => ({ start, end, tokens: [], names: [], confidence: 0 }));
}

/** Makes an extractor. Language models are loaded when the first article of their language comes. */
export function createExtractor(): Extractor {
  return {
    extract(article) {
      const { text, language } = article;
      const supported = supportedLanguages.includes(language);
      const { sentences, entities } = supported ? readDocument(loadModel(language), text) : { sentences: withoutModel(text), entities: [] };
      const references = createReferences(entities);
      const times = createTimeReader({ text, date: article.published?.value.slice(0, 10) ?? null });
      const attributions = findAttributions({ text, sentences, ...(supported ? { parses: sentences } : {}) }).map((each) =>
        widened(each, sentences, text),
      );
      const passives = new Set<number>();
      const candidates = sentences.flatMap((parse) => {
        const parts = (supported ? viewsOf(loadModel(language), parse, reportingTails(parse, attributions)) : [parse]).map(readPart);
        for (const { tree, clauses } of parts)
          for (const each of clauses)
            if ((each.passive || tree.children(each.head, 'aux:pass').length > 0) && !each.agentFirst)
              passives.add(tree.token(each.head).start);
        const reading = { text, parse, parts, references, times: times.read(parse) };
        return withoutRepeats(findQuantityStatements(reading), findStatements(reading));
      });
      candidates.push(...findRoles(text, sentences, entities));
      const told = withoutHeadings(candidates, sentences, article);
      const spoken = attributions.filter((each) => !isSpokenOf(text, each, passives));
      const quotes = findQuotes(text, attributions, sentences).map((quote) => asItsClause(quote, told));
      const mentions: Mention[] = [];
      const ids = new Set<string>();
      const refused: Refusal[] = [];
      for (const candidate of [
        ...quotes,
        ...told.flatMap((each) => attributed(text, each, { attributions: spoken, quotes, candidates: told })),
      ]) {
        const made = toMention(article, candidate, sentenceOf(sentences, candidate.span.start));
        if ('reason' in made) refused.push(made);
        else if (ids.has(made.id)) refused.push({ span: candidate.span, rule: candidate.rule, reason: 'repeats-another', detail: made.id });
        else mentions.push(made);
        if ('id' in made) ids.add(made.id);
      }
      return { mentions, refused, sentences: sentences.map(({ start, end }) => ({ start, end })), supported };
    },
  };
}

/** A quotation is as planned, as negative and at the time that its own clause says. */
function asItsClause(quote: Candidate, statements: readonly Candidate[]): Candidate {
  const end = quote.anchor + (quote.quote?.length ?? 0);
  const inside = statements.find(({ clause, rule }) => rule === 'clause' && clause !== null && clause >= quote.anchor && clause < end);
  if (inside === undefined) return quote;
  const { modality, polarity, time, place } = inside;
  return { ...quote, modality, polarity, time, place };
}

/** A statement that only says in words what a quantity of its clause says in numbers is said once: by the quantity. */
function withoutRepeats(quantities: readonly Candidate[], statements: readonly Candidate[]): Candidate[] {
  const repeats = (statement: Candidate) =>
    quantities.some(({ clause, quantity }) => {
      const surface = quantity?.surface ?? '';
      return (
        clause === statement.clause &&
        surface !== '' &&
        (statement.object === null || opens(statement.subject, surface) || opens(statement.object, surface))
      );
    });
  return [...quantities, ...statements.filter((statement) => !repeats(statement))];
}

/** A phrase begins with the words of a number, perhaps behind an article or two. */
function opens(phrase: string | null, surface: string): boolean {
  const at = phrase?.indexOf(surface) ?? -1;
  // "the 15-member council" is about the council.
  if (phrase?.[at + surface.length] === '-') return false;
  return at >= 0 && (phrase ?? '').slice(0, at).split(' ').length <= NEAR;
}

/** "The deal is expected to close": the deal is what is spoken of and not who speaks. */
function isSpokenOf(text: string, { source, cue, content }: Attribution, passives: ReadonlySet<number>): boolean {
  if (source === null || cue === null || source.start > cue.start || content.start < cue.end) return false;
  if (
    /,\s*$/.test(text.slice(source.end, cue.start)) &&
    /ed$/.test(text.slice(cue.start, cue.end)) &&
    text.startsWith('to ', content.start)
  )
    return true;
  for (let at = cue.start; at < cue.end; at++) if (passives.has(at)) return true;
  return false;
}

/** Sentences behind a heading within which the text says again what the heading says. */
const BELOW = 3;
const LONG_HEADING = 100;

/** "Coast road: 12 dead" above the lines that tell it is a heading: what has no verb is told once, by the sentence that has one. */
function withoutHeadings(candidates: readonly Candidate[], sentences: readonly ParsedSentence[], { text }: ArticleToRead): Candidate[] {
  return candidates.filter((candidate) => {
    const { span, quantity } = candidate;
    if (quantity === null || candidate.quote !== null || !isHeading(text, span)) return true;
    const limit = sentences[sentenceOf(sentences, span.start) + BELOW]?.end ?? span.end;
    return !candidates.some(
      (other) => other.quantity?.value === quantity.value && other.span.start > span.start && other.span.end <= limit,
    );
  });
}

/** A short line without a full stop. */
function isHeading(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end).trim();
  return end - start < LONG_HEADING && !/[.!?:"”’)]$/.test(line);
}

function yearOf({ published }: ArticleToRead): number | null {
  const year = Number(published?.value.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

/** Index of the sentence that holds a character. */
function sentenceOf(sentences: readonly ParsedSentence[], offset: number): number {
  return Math.max(
    0,
    sentences.findIndex(({ end }) => offset < end),
  );
}

/** A statement with the source in whose words it stands; none where a quotation says the same already, word for word. */
function attributed(
  text: string,
  candidate: Candidate,
  {
    attributions,
    quotes,
    candidates,
  }: { attributions: readonly Attribution[]; quotes: readonly Candidate[]; candidates: readonly Candidate[] },
): Candidate[] {
  const inQuote = quotes.some(
    ({ anchor, quote }) => quote !== null && candidate.anchor >= anchor && candidate.anchor < anchor + quote.length,
  );
  if (inQuote && candidate.quantity === null) return [];
  // "Two officials said" counts who speaks, not what is told.
  const speaks = attributions.some(({ source }) => source !== null && candidate.anchor >= source.start && candidate.anchor < source.end);
  if (speaks && candidate.quantity !== null) return [];
  // "The minister said that …" is told by what she said.
  const cued = attributions.find(
    ({ cue }) => cue !== null && candidate.clause !== null && candidate.clause >= cue.start && candidate.clause < cue.end,
  );
  if (cued !== undefined && candidate.quantity === null && candidate.anchor === candidate.clause) {
    const told = candidates.some((other) => other !== candidate && other.anchor >= cued.content.start && other.anchor < cued.content.end);
    const repeats = told || quotes.some(({ anchor }) => anchor >= cued.content.start && anchor < cued.content.end);
    if (repeats && candidate.reports && cued.cueClass !== 'agree') return [];
    return [
      {
        ...candidate,
        type: candidate.modality === 'planned' || candidate.type === 'agreement' ? candidate.type : 'attribution',
        source: toSource(text, cued),
      },
    ];
  }
  const attribution = attributionAt(attributions, candidate.anchor);
  return [attribution === undefined ? candidate : { ...candidate, source: toSource(text, attribution) ?? candidate.source }];
}

function toMention(article: ArticleToRead, candidate: Candidate, sentence: number): Mention | Refusal {
  const { span, rule, slot, anchor: _anchor, clause: _clause, reports: _reports, ...body } = candidate;
  const evidence = evidenceAt(article, span, sentence);
  const fault = candidateFault(candidate, evidence.selectors[0].exact);
  if (fault !== null) return { span, rule, ...fault };
  const { articleId, revision } = article;
  return {
    ...body,
    salience: salienceOf(candidate, sentence, yearOf(article)),
    id: mentionId({ articleId, revision, ...span, type: body.type, slot: `${rule}.${slot}` }),
    articleId,
    revision,
    evidence,
    extractor: { name: 'copydesk', version: EXTRACTOR_VERSION, rule },
  };
}
