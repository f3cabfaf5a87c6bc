import type { Span } from '@copydesk/text';
import { isSpeech, itemSpan, type QuotedView } from './content.ts';
import { phraseAfter } from './phrase-after.ts';
import type { Report } from './report.ts';
import { sourceOf } from './subject.ts';
import { wordOf } from './words.ts';

const at = (view: QuotedView, index: number) => wordOf(view.words, view.items[index]);
const isQuote = (view: QuotedView, index: number): boolean => (view.items[index]?.quote ?? -1) >= 0;

/** Sources in the words "according to" read in one sentence. */
const mostInSentence = 6;

/** `…, according to the report`, `According to Smith, …`. */
export function accordingTo(view: QuotedView, segment: number): Report[] {
  const reports: Report[] = [];
  for (let index = 0; index < view.items.length - 2 && reports.length < mostInSentence; index += 1) {
    if (at(view, index)?.lower !== 'according' || at(view, index + 1)?.lower !== 'to') continue;
    const opening = index === 0 || (index === 1 && at(view, 0)?.upos === 'CCONJ');
    const whole = phraseAfter(view, index + 2);
    if (whole === null) continue;
    // The comma after an opening "According to the report" ends the source: what follows is what it says.
    const comma = opening ? view.items.findIndex((_, place) => place > index && place < whole.to && at(view, place)?.text === ',') : -1;
    const named = comma > 0 ? { from: whole.from, to: comma } : whole;
    let content: Span | null = null;
    if (opening) {
      const begin = at(view, named.to)?.text === ',' ? named.to + 1 : named.to;
      let end = view.items.length;
      while (end > begin && /^[.!?]$/.test(at(view, end - 1)?.text ?? '')) end -= 1;
      if (end > begin) content = itemSpan(view, begin, end);
    } else content = itemSpan(view, 0, at(view, index - 1)?.text === ',' ? index - 1 : index);
    if (content !== null)
      reports.push({
        content,
        cue: itemSpan(view, index, index + 2),
        cueLemma: 'according to',
        cueClass: 'report',
        source: sourceOf(view, named),
        segment,
        trailing: !opening,
      });
  }
  return reports;
}

/** A speech, a dash and a name: `"…" — Pamela Padilla`. */
export function dashed(view: QuotedView, segment: number): Report[] {
  const reports: Report[] = [];
  for (let index = 1; index < view.items.length - 1; index += 1) {
    const mark = at(view, index);
    if (mark === undefined || !/^[-–—―]+$/.test(mark.text) || !isQuote(view, index - 1) || !isSpeech(view, index - 1)) continue;
    const named = phraseAfter(view, index + 1);
    const first = at(view, index + 1);
    if (
      named === null ||
      first === undefined ||
      !/^\p{Lu}/u.test(first.text) ||
      (at(view, named.to) !== undefined && !/^[.,]$/.test(at(view, named.to)?.text ?? ''))
    )
      continue;
    reports.push({
      content: itemSpan(view, index - 1, index),
      cue: { start: mark.start, end: mark.end },
      cueLemma: null,
      cueClass: 'say',
      source: sourceOf(view, named),
      segment,
      trailing: true,
    });
  }
  return reports;
}
