import type { Span } from '@copydesk/text';
import type { QuotedView } from './content.ts';
import { followUps } from './follow.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { reportsOf, type Report } from './report.ts';
import { agencyCredit } from './credit.ts';
import { nested } from './nest.ts';
import { namesOf, speakersOf, type Attributed } from './speakers.ts';
import type { Attribution, AttributionInput, Directness } from './types.ts';
import { articleWords, segmentsOf } from './words.ts';

/** Longest text read; what lies beyond is left out. */
const longest = 1_000_000;

/**
 * Who said what in an article: direct, mixed and indirect speech, and reported thought and will, told apart by the class of the cue.
 * @param article its text, sentence spans in order, and (for indirect speech) the parse of each sentence in the same order.
 * @returns attributions in order of their content; offsets are UTF-16 code units into the text. Never throws. Linear in the length of the text.
 */
export function findAttributions(article: AttributionInput): Attribution[] {
  const text = article.text.length > longest ? article.text.slice(0, longest) : article.text;
  const quotes = findQuotes(text);
  const words = articleWords({ ...article, text }, quotes);
  const segments = segmentsOf(words, quotes, text);
  const views: QuotedView[] = segments.map(({ items }) => ({ items, words, quotes, text }));
  const found = views.flatMap((view, index) => reportsOf(view, index));
  // A cue with nothing beside it (", according to that") reports nothing.
  const reports = [...found, ...followUps(views, segments, found)].filter(({ content }) => content.end > content.start);
  const kept = withoutRepeats(reports).toSorted((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
  const speakers = speakersOf(kept, views, namesOf({ ...article, text }), text, article.entities ?? []);
  const credit = article.credit === undefined ? (agencyCredit(text)?.agency ?? null) : article.credit;
  return nested(
    kept.map((report) => attributionOf(report, speakers.get(report) ?? { speaker: null, via: [] }, text, quotes)),
    credit,
  );
}

/** One report for one stretch: of two with the same words, the one whose cue stands nearer. */
function withoutRepeats(reports: readonly Report[]): Report[] {
  const seen = new Map<string, Report>();
  for (const report of reports) {
    const key = `${report.content.start} ${report.content.end}`;
    const known = seen.get(key);
    const passedOn = report.carrier !== undefined && known?.carrier === undefined;
    if (known === undefined || passedOn || (known.carrier === undefined && distance(report) < distance(known))) seen.set(key, report);
  }
  return [...seen.values()];
}

const distance = ({ cue, content }: Report): number =>
  cue === null ? Number.MAX_SAFE_INTEGER : Math.min(Math.abs(cue.end - content.start), Math.abs(cue.start - content.end));

function attributionOf(report: Report, { speaker, via }: Attributed, text: string, quotes: readonly Quote[]): Attribution {
  const quoteSpans = report.retold === true ? [] : quotesWithin(quotes, report.content);
  return {
    content: report.content,
    source: report.source?.span ?? null,
    cue: report.cue,
    cueLemma: report.cueLemma,
    cueClass: report.cueClass,
    direct: directness(report.content, quoteSpans, report.cue, text),
    speaker,
    via,
    quoteSpans,
    within: null,
  };
}

/** Quotations inside a span; `quotes` is in order. */
function quotesWithin(quotes: readonly Quote[], { start, end }: Span): Span[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; (quotes[at]?.start ?? end) < end; at += 1) {
    const quote = quotes[at];
    if (quote !== undefined && quote.end <= end) found.push({ start: quote.start, end: quote.end });
  }
  return found;
}

/** Direct when nothing but the cue and its subject stands outside quotation marks, mixed when some of the content is quoted. */
function directness(content: Span, quoteSpans: readonly Span[], cue: Span | null, text: string): Directness {
  if (quoteSpans.length === 0) return 'indirect';
  const [first, last] = [quoteSpans[0], quoteSpans.at(-1)];
  const opens = first !== undefined && text.slice(content.start, first.start).trim() === '';
  const closes = last !== undefined && /^[\s.,]*$/.test(text.slice(last.end, content.end));
  const interrupted = cue !== null && cue.start > content.start && cue.end < content.end;
  return opens && closes && (quoteSpans.length === 1 || interrupted || gapsAreBlank(quoteSpans, text)) ? 'direct' : 'mixed';
}

const gapsAreBlank = (spans: readonly Span[], text: string): boolean =>
  spans.every((span, index) => index === 0 || /^[\s.,]*$/.test(text.slice(spans[index - 1]?.end ?? 0, span.start)));
