import type { Span } from '@copydesk/text';
import { itemSpan, type QuotedView } from './content.ts';
import type { Cue } from './cues.ts';
import { phraseAfter } from './phrase-after.ts';
import type { Report } from './report.ts';
import { sourceOf, subjectOf, type SourceRead } from './subject.ts';
import { wordOf } from './words.ts';

const at = (view: QuotedView, index: number) => wordOf(view.words, view.items[index]);

/**
 * Speakers that another medium quotes: "The Times quoted officials as saying that …", "Smith was quoted as saying …", "Reuters reported, citing two officials, that …". The quoted are the
 * source; who quotes them is found as the report around them, or as `via` by the speaker step.
 */
export function quotedReports(view: QuotedView, cues: readonly Cue[], reports: Report[], segment: number): Report[] {
  const added: Report[] = [];
  for (const cue of cues) {
    if (!['quote', 'cite'].includes(cue.verb.lemma)) continue;
    if (cue.passive) {
      const said = sayingAfter(view, cue.end, cues);
      const source = subjectOf(view, cue.at);
      const report = said === undefined ? undefined : reports.find((other) => other.cue?.start === said.word.start);
      if (source !== null && report !== undefined) report.source = source;
      else if (source !== null) pushBefore(view, added, cue, source.span, segment);
      continue;
    }
    const named = phraseAfter(view, cue.end);
    if (named === null) continue;
    const source = sourceOf(view, named);
    const said = sayingAfter(view, cue.end, cues);
    const own = said === undefined ? undefined : reports.find((other) => other.cue?.start === said.word.start);
    if (own === undefined && said !== undefined) {
      // “…,” the newspaper quoted him as saying.
      remove(reports, cue);
      pushBefore(view, added, cue, source.span, segment, subjectOf(view, cue.at));
    } else if (own !== undefined) {
      own.carrier = subjectOf(view, cue.at);
      own.source = source;
      remove(reports, cue);
    } else if (!cue.participle) {
      // “…,” Reuters cited the minister: the words before are those of the one cited.
      const before = reports.find((other) => other.cue?.start === cue.word.start && other.trailing);
      if (before !== undefined) {
        before.carrier = before.source;
        before.source = source;
      }
    } else {
      const clause = thatClause(view, named.to);
      const main = mainReport(reports, cue);
      if (clause !== null && main !== undefined && main.content.end <= clause.start) reports.splice(reports.indexOf(main), 1);
      const content = clause ?? main?.content;
      remove(reports, cue);
      if (content !== undefined)
        added.push({
          content,
          carrier: main?.source ?? subjectOf(view, cue.at),
          cue: itemSpan(view, cue.at, cue.end),
          cueLemma: cue.verb.lemma,
          cueClass: 'quote',
          source,
          segment,
          trailing: content.start < cue.word.start,
        });
    }
  }
  return added;
}

/** "as saying", "as having said" within a few words after "quoted". */
const sayingAfter = (view: QuotedView, from: number, cues: readonly Cue[]): Cue | undefined =>
  cues.find(
    (other) =>
      other.at >= from && other.at < from + 16 && other.participle && ['as', 'having'].includes(at(view, other.at - 1)?.lower ?? ''),
  );

function remove(reports: Report[], cue: Cue): void {
  const index = reports.findIndex((report) => report.cue?.start === cue.word.start);
  if (index >= 0) reports.splice(index, 1);
}

/** The report of the clause that the participle hangs on: the nearest one before it. */
const mainReport = (reports: readonly Report[], cue: Cue): Report | undefined =>
  reports
    .filter((report) => report.cue !== null && report.cue.end <= cue.word.start)
    .toSorted((a, b) => (b.cue?.start ?? 0) - (a.cue?.start ?? 0))[0];

/** "…, that under the plan …" after the one quoted, his relative clause stepped over. */
function thatClause(view: QuotedView, from: number): Span | null {
  for (let index = from; index < view.items.length && index < from + 14; index += 1) {
    if (at(view, index)?.lower !== 'that' || (at(view, index - 1)?.text !== ',' && index !== from)) continue;
    let end = view.items.length;
    while (end > index && /^[.!?]$/.test(at(view, end - 1)?.text ?? '')) end -= 1;
    return itemSpan(view, index, end);
  }
  return null;
}

function pushBefore(view: QuotedView, added: Report[], cue: Cue, source: Span, segment: number, carrier: SourceRead | null = null): void {
  const quote = view.items.findIndex((item, index) => item.quote >= 0 && index < cue.at);
  if (quote < 0) return;
  const words = view.items
    .flatMap((item) => wordOf(view.words, item) ?? [])
    .filter((word) => word.start >= source.start && word.end <= source.end);
  added.push({
    content: itemSpan(view, quote, quote + 1),
    cue: itemSpan(view, cue.at, cue.end),
    cueLemma: cue.verb.lemma,
    cueClass: 'quote',
    source: { span: source, words },
    ...(carrier === null ? {} : { carrier }),
    segment,
    trailing: true,
  });
}
