import { splitSentences } from '@copydesk/text';
import type { Span } from '@copydesk/text';
import type { Attribution } from '../attributions/index.ts';
import type { Candidate } from './candidate.ts';
import { sentenceAt } from './sentences.ts';
import { answering } from './attribute.ts';
import { holdersOf, toSource } from './source.ts';

const marks = /^[\s"“”„«»‘’'‚‹›]+|(?<![\s,"“”„«»‘’'‚‹›])[\s,"“”„«»‘’'‚‹›]+$/g;

/** Words of a quotation that is a fragment of somebody's sentence. */
const SHORT = 4;
/** Characters looked back for a word that sets a single quoted word apart. */
const APART = 20;
/** What stands before a word that is quoted for its form, and that nobody said ("the so-called “double lock”"). */
const apart = /\b(?:so-called|dubbed|nicknamed|called|known as|titled|entitled|term|word|named)\W*(?:(?:the|an?)\W*)?$/i;

/** The words between the marks, without the marks. */
function inner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const bare = words.replaceAll(marks, '');
  const from = start + words.indexOf(bare);
  return { start: from, end: from + bare.length };
}

/** Reads the quotations of the attributions: one for each sentence between the marks, as a reader would cite it. */
export function findQuotes(text: string, attributions: readonly Attribution[], sentences: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  const contents = holdersOf(attributions, ({ content }) => content);
  for (const attribution of attributions) {
    const source = toSource(text, answering(attribution, contents));
    if (source === null) continue;
    for (const quoted of attribution.quoteSpans) {
      const words = inner(text, quoted);
      for (const piece of splitSentences(text.slice(words.start, words.end))) {
        const start = words.start + piece.start;
        const end = words.start + piece.end;
        const first = sentences[sentenceAt(sentences, start)];
        const last = sentences[sentenceAt(sentences, end - 1)];
        if (first === undefined || last === undefined || end <= start) continue;
        const quote = text.slice(start, end);
        // A few quoted words with a number in them are told by the number.
        if (/\d/.test(quote) && quote.split(/\s+/).length <= SHORT) continue;
        if (
          (!/\s/.test(quote) || (quote.split(/\s+/).length <= SHORT && /^\p{Lu}/u.test(quote))) &&
          apart.test(text.slice(Math.max(0, words.start - APART), words.start))
        )
          continue;
        found.push({
          type: 'quote',
          subject: source.name ?? source.role ?? source.org ?? null,
          predicate: source.cue,
          object: quote,
          recipient: null,
          lemma: attribution.cueLemma,
          eventClass: null,
          place: null,
          time: null,
          statementTime: null,
          quantity: null,
          source,
          quote,
          modality: 'done',
          polarity: 'positive',
          salience: 'supporting',
          confidence: 1,
          span: { start: Math.min(first.start, start), end: Math.max(last.end, end) },
          happened: false,
          beside: false,
          reports: false,
          anchor: start,
          clause: null,
          rule: 'quote',
          slot: String(start - first.start),
        });
      }
    }
  }
  return found;
}
