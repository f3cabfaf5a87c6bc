import { isSpeech, itemSpan, type QuotedView } from './content.ts';
import { cuesOf } from './cues.ts';
import type { Report } from './report.ts';
import { sourceBefore, sourceOf, subjectOf, type SourceRead } from './subject.ts';
import { phraseBefore } from './noun-phrase.ts';
import { wordOf, type Segment } from './words.ts';

const at = (view: QuotedView, index: number) => wordOf(view.words, view.items[index]);
const covered = (reports: readonly Report[], start: number, end: number): boolean =>
  reports.some((report) => report.content.start < end && start < report.content.end);

/**
 * Quotations that no cue of their own introduces: those that carry on a speech in its paragraph, whole paragraphs of speech after a speech, and a quotation or paragraph after a
 * colon. Borrowed words inside a sentence are left without a speaker.
 */
export function followUps(views: readonly QuotedView[], segments: readonly Segment[], reports: Report[]): Report[] {
  const added: Report[] = [];
  let last: Report | null = null;
  const bySegment = new Map<number, Report[]>();
  for (const report of reports) bySegment.set(report.segment, [...(bySegment.get(report.segment) ?? []), report]);
  for (let index = 0; index < segments.length; index += 1) {
    const [view, segment] = [views[index], segments[index]];
    if (view === undefined || segment === undefined) continue;
    const own = bySegment.get(index) ?? [];
    const all = [...own, ...added.slice(-8)];
    view.items.forEach((item, position) => {
      if (item.quote < 0 || covered(all, item.start, item.end)) return;
      const joined = last !== null && segments[last.segment]?.paragraph === segment.paragraph ? last : null;
      const alone = view.items.every(
        (other, place) => other.quote >= 0 || place === position || /^[.,;:!?—–-]+$/.test(wordOf(view.words, other)?.text ?? ''),
      );
      if (joined !== null && alone && isSpeech(view, position)) {
        if (view.text.slice(joined.content.end, item.start).length < 400 && isQuoted(view, joined))
          joined.content = { start: joined.content.start, end: item.end };
        else added.push(continuing(view, position, joined, index));
        return;
      }
      const before = at(view, position - 1);
      if (before?.text === ':' && isSpeech(view, position)) {
        const source = leadSource(view, position);
        if (source !== null)
          added.push(
            (last = {
              content: itemSpan(view, position, position + 1),
              cue: { start: before.start, end: before.end },
              cueLemma: null,
              cueClass: 'say',
              source,
              segment: index,
              trailing: false,
            }),
          );
        return;
      }
      if (!alone || !isSpeech(view, position)) return;
      const lead = leadIn(views, segments, index);
      if (lead !== null) added.push((last = { ...lead, content: itemSpan(view, position, position + 1), segment: index }));
      else if (last !== null && last.source !== null && (segments[last.segment]?.paragraph ?? 0) >= segment.paragraph - 2)
        added.push((last = continuing(view, position, last, index)));
    });
    const speech = own.findLast((report) => isQuoted(view, report));
    if (speech !== undefined) last = speech;
    if (segment.opens && own.length === 0 && !view.items.some((item) => item.quote >= 0)) {
      const block = leadIn(views, segments, index);
      if (block !== null) added.push({ ...block, content: paragraphSpan(views, segments, index), segment: index });
    }
  }
  return added;
}

/** A mark that opens a quotation stands at its start or soon after. */
const isQuoted = (view: QuotedView, report: Report): boolean =>
  /["“”„«]|^['‘]/u.test(view.text.slice(report.content.start, Math.min(report.content.end, report.content.start + 4000)));

const continuing = (view: QuotedView, position: number, from: Report, segment: number): Report => ({
  content: itemSpan(view, position, position + 1),
  cue: null,
  cueLemma: null,
  cueClass: from.cueClass,
  source: from.source,
  segment,
  trailing: false,
});

/** The subject of the clause before a colon. */
function leadSource(view: QuotedView, position: number): SourceRead | null {
  const cue = cuesOf(view).findLast((other) => other.at < position && other.verb.speech);
  if (cue !== undefined) return subjectOf(view, cue.at) ?? sourceBefore(view, cue.at);
  for (let index = 1; index < position; index += 1) {
    const word = at(view, index);
    if (word === undefined || (word.upos !== 'VERB' && word.upos !== 'AUX')) continue;
    return subjectOf(view, index) ?? sourceBefore(view, index);
  }
  const run = phraseBefore(view, position - 1);
  return run === null ? null : sourceOf(view, run);
}

/** The paragraph before ends "…, Smith wrote:": its speaker and cue. */
function leadIn(views: readonly QuotedView[], segments: readonly Segment[], index: number): Omit<Report, 'content' | 'segment'> | null {
  if (segments[index]?.opens !== true) return null;
  const previous = views[index - 1];
  if (previous === undefined || previous.items.length < 2 || previous.items.length > 40) return null;
  const close = at(previous, previous.items.length - 1);
  if (close?.text !== ':') return null;
  const cue = cuesOf(previous).findLast((other) => other.verb.speech || other.verb.cueClass === 'announce');
  if (cue === undefined || previous.items.length - cue.end > 12) return null;
  const source = subjectOf(previous, cue.at) ?? sourceBefore(previous, cue.at);
  return source === null
    ? null
    : { cue: itemSpan(previous, cue.at, cue.end), cueLemma: cue.verb.lemma, cueClass: cue.verb.cueClass, source, trailing: false };
}

function paragraphSpan(views: readonly QuotedView[], segments: readonly Segment[], from: number): { start: number; end: number } {
  let to = from;
  while (segments[to + 1]?.paragraph === segments[from]?.paragraph) to += 1;
  return { start: views[from]?.items[0]?.start ?? 0, end: views[to]?.items.at(-1)?.end ?? 0 };
}
