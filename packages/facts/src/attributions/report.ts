import type { Span } from '@copydesk/text';
import { closesAfter, contentStart, isSpeech, itemSpan, type QuotedView } from './content.ts';
import { contentEnd } from './content-end.ts';
import { cuesOf, type Cue } from './cues.ts';
import { cueVerbs } from './lexicon/cue-verbs.ts';
import { phraseBefore } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { accordingTo, dashed } from './verbless.ts';
import { hearsayReports } from './hearsay.ts';
import { nominalReports } from './nominal.ts';
import { quotedReports } from './quoted.ts';
import { sourceBefore, sourceOf, subjectOf, type SourceRead } from './subject.ts';
import type { CueClass } from './types.ts';
import { withheldReports } from './withheld.ts';
import { wordOf, type Item } from './words.ts';

/** An attribution before its speaker is made out. */
export interface Report {
  content: Span;
  cue: Span | null;
  cueLemma: string | null;
  cueClass: CueClass | null;
  source: SourceRead | null;
  /** Who passed the words on, where that is said beside the source: "The Times quoted officials …". */
  carrier?: SourceRead | null;
  /** Reported by nobody in particular; with the words that stand for whoever does ("earlier reports"), where there are such. */
  hearsay?: boolean;
  unnamed?: string;
  /** Told by the source, but not in its words: what is quoted inside is a name or borrowed. */
  retold?: boolean;
  segment: number;
  /** The words stand before the cue. */
  trailing: boolean;
}

const at = (view: QuotedView, index: number) => wordOf(view.words, view.items[index]);
const isQuote = (view: QuotedView, index: number): boolean => (view.items[index]?.quote ?? -1) >= 0;

/** All reports that the cues of one segment introduce. */
export function reportsOf(view: QuotedView, segment: number): Report[] {
  const cues = cuesOf(view);
  const reports: Report[] = [
    ...accordingTo(view, segment),
    ...dashed(view, segment),
    ...nominalReports(view, segment),
    ...hearsayReports(view, segment),
    ...withheldReports(view, segment),
  ];
  for (const cue of cues) {
    if (cue.infinitive || (cue.passive && !cue.verb.addressee) || isHeld(view, cue)) continue;
    const report = trailing(view, cue, cues, segment) ?? leading(view, cue, cues, segment, reports);
    if (report !== null) reports.push(report);
  }
  reports.push(...quotedReports(view, cues, reports, segment));
  return reports;
}

const from = (cue: Cue, view: QuotedView): Pick<Report, 'cue' | 'cueLemma' | 'cueClass'> => ({
  cue: itemSpan(view, cue.at, cue.end),
  cueLemma: cue.verb.lemma,
  cueClass: cue.verb.cueClass,
});

/** ", [believed] to be the largest": nobody is named who believes it. */
const isHeld = (view: QuotedView, cue: Cue): boolean =>
  !cue.word.lower.endsWith('ing') &&
  at(view, cue.at - 1)?.text === ',' &&
  at(view, cue.end)?.lower === 'to' &&
  cue.verb.cueClass !== 'promise';

/** `"…," said Smith`, `"…," Smith said`, `The plan failed, Smith said`. */
function trailing(view: QuotedView, cue: Cue, cues: readonly Cue[], segment: number): Report | null {
  if (!cue.verb.speech || (cue.participle && (at(view, cue.at - 1)?.text === ',' || isQuote(view, cue.at - 1)))) return null;
  const quoted = afterQuote(view, cue, cues);
  if (quoted !== null)
    return { ...from(cue, view), content: extended(view, quoted.content, quoted.after), source: quoted.source, segment, trailing: true };
  if (!cue.verb.clause || cue.verb.strict || cue.participle) return null;
  const before = at(view, cue.at - 1);
  // "Ann Lund, who was fined, denied the charges": behind a verb that takes an object stands its object.
  if (before?.text === ',' && !isQuote(view, cue.end) && !cue.verb.addressee && (!cue.verb.object || !isRelative(view, cue.at))) {
    const next = at(view, cue.end);
    const named = next === undefined || next.lower === 'that' || isTemporal(next) ? null : phraseAfter(view, cue.end);
    const content = named === null ? null : contentBefore(view, cue.at - 1);
    if (named !== null && content !== null && !['VERB', 'AUX'].includes(at(view, named.to)?.upos ?? ''))
      return { ...from(cue, view), content, source: sourceOf(view, named), segment, trailing: true };
  }
  const subject = phraseBefore(view, cue.at);
  if (subject === null || at(view, subject.from - 1)?.text !== ',' || !closesAfter(view, cue) || subject.to - subject.from > 14)
    return null;
  const around = parenthesis(view, cue, subject.from);
  if (around !== null) return { ...from(cue, view), content: around, source: sourceOf(view, subject), segment, trailing: true };
  const content = contentBefore(view, subject.from - 1, at(view, cue.end) === undefined || /^[.!?]$/.test(at(view, cue.end)?.text ?? ''));
  return content === null
    ? null
    : {
        ...from(cue, view),
        content: runsOn(view, cue, content) ?? extended(view, content, cue.end),
        source: sourceOf(view, subject),
        segment,
        trailing: true,
      };
}

/** "Climate change, he often says, is the greatest threat": a verb follows whose subject stands before the parenthesis. */
function parenthesis(view: QuotedView, cue: Cue, subject: number): Span | null {
  const next = at(view, cue.end + 1);
  if (
    at(view, cue.end)?.text !== ',' ||
    next === undefined ||
    !['VERB', 'AUX'].includes(next.upos) ||
    next.lower.endsWith('ing') ||
    subject < 2
  )
    return null;
  const last = view.items.findLast((item) => !/^[.!?]$/.test(wordOf(view.words, item)?.text ?? ''));
  const first = view.items[0];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** "To prevent fraud, he said, officials must be vigilant": the sentence goes on after the parenthesis, and so do his words. */
function runsOn(view: QuotedView, cue: Cue, content: Span): Span | null {
  if (at(view, cue.end)?.text !== ',') return null;
  const next = at(view, cue.end + 1);
  if (next === undefined || next.lower.endsWith('ing') || ['according', 'who', 'which', 'but', 'while'].includes(next.lower)) return null;
  const rest = view.items.slice(cue.end + 1);
  if (!rest.some((item) => ['VERB', 'AUX'].includes(wordOf(view.words, item)?.upos ?? ''))) return null;
  const last = rest.findLast((item) => !/^[.!?]$/.test(wordOf(view.words, item)?.text ?? ''));
  return last === undefined ? null : { start: content.start, end: last.end };
}

/** A relative clause stands between the comma before a word and an earlier one. */
function isRelative(view: QuotedView, end: number): boolean {
  for (let index = end - 2; index > 0 && index > end - 40; index -= 1)
    if (at(view, index)?.text === ',' && /^(?:who|which|whose|whom)$/.test(at(view, index + 1)?.lower ?? '')) return true;
  return false;
}

const isTemporal = (word: { lower: string }): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|late|early|last|earlier|later)$/.test(word.lower);
/** Longest subject between a quotation and its cue, in items: "…, the mayor of X, one of the …, said". */
const longestSubject = 32;

/** The cue follows a quotation, with its subject between them or after it. */
function afterQuote(view: QuotedView, cue: Cue, cues: readonly Cue[]): { content: Span; source: SourceRead; after: number } | null {
  let quote = cue.at - 1;
  while (quote >= 0 && quote > cue.at - longestSubject && !isQuote(view, quote)) quote -= 1;
  if (!isQuote(view, quote)) return null;
  const first = at(view, quote + 1)?.text === ',' ? quote + 2 : quote + 1;
  const content = contentBefore(view, quote + 1);
  if (content === null) return null;
  if (first === cue.at) {
    // "Peru “strongly” condemned the raid": a borrowed word inside a clause with a subject of its own.
    if (quote > 0 && !isSpeech(view, quote)) return null;
    const next = at(view, cue.end);
    const named = next === undefined || next.lower === 'that' ? null : phraseAfter(view, cue.end);
    return named === null ? null : { content, source: sourceOf(view, named), after: named.to };
  }
  const opening = phraseAfter(view, first);
  if (opening === null) return null;
  const speech = isSpeech(view, quote);
  const subject = phraseBefore(view, cue.at);
  const direct = subject !== null && subject.from <= first;
  const closes = closesAfter(view, cue);
  if (!(direct && closes) && (!speech || (!closes && quote > 1))) return null;
  if (direct) return { content, source: sourceOf(view, { from: first, to: subject.to }), after: cue.end };
  // An apposition of any length, as long as commas or brackets set it off and no other verb of saying comes first.
  const framed = /^[,(]$/.test(at(view, opening.to)?.text ?? '') || /^[,)]$/.test(at(view, cue.at - 1)?.text ?? '');
  const other = cues.some((earlier) => earlier.at > quote && earlier.at < cue.at && earlier.verb.speech && !earlier.participle);
  if (!framed || other || !/^[,)]$/.test(at(view, cue.at - 1)?.text ?? '')) return null;
  return { content, source: sourceOf(view, { from: first, to: cue.at - 1 }), after: cue.end };
}

const isVerb = (view: QuotedView, item: Item): boolean => ['VERB', 'AUX'].includes(wordOf(view.words, item)?.upos ?? '');

/** What stands before a trailing cue, up to item `end`: the whole of it, or from the quotation that opens it. */
function contentBefore(view: QuotedView, end: number, closing = false): Span | null {
  let start = 0;
  while (start < end && ['but', 'and', 'so', 'yet', '-', '—', '–', '•', '*'].includes(at(view, start)?.lower ?? '')) start += 1;
  if (start >= end) return null;
  // A single quotation, or a sentence of at least a verb and something: not "Still, he said".
  const before = view.items.slice(start, end);
  const quotes = before.some((item) => item.quote >= 0);
  if (!quotes && !(before.length >= 3 && (closing || before.some((item) => isVerb(view, item))))) return null;
  const opener = at(view, start);
  if (quotes || opener === undefined) return itemSpan(view, start, end);
  // "In a statement, he said" and "Speaking in Bath, he said" only lead up to the words.
  const lead =
    ['ADP', 'SCONJ'].includes(opener.upos) ||
    (opener.upos === 'VERB' && /(?:ing|ed)$/.test(opener.lower)) ||
    (closing && opener.upos === 'ADV');
  if (lead && !before.some((item) => wordOf(view.words, item)?.text === ',')) return null;
  return itemSpan(view, start, end);
}

/** Takes in quotations that go on after the cue within the segment: `"…," he said, "but …"`. Another verb between means another clause. */
function extended(view: QuotedView, content: Span, after: number): Span {
  let end = content.end;
  let crossed = false;
  for (let index = after, gap = 0; index < view.items.length && gap <= 12; index += 1) {
    if (!isQuote(view, index)) {
      const word = at(view, index);
      if (word?.upos === 'VERB' || word?.upos === 'AUX') {
        if (!unfinished(view, content.end) || (word.lower.endsWith('ing') && cueVerbs(word.lower).some((verb) => verb.clause))) break;
        crossed = true;
      }
      gap += 1;
      continue;
    }
    if (!isSpeech(view, index) && !/^[,.:]$/.test(at(view, index - 1)?.text ?? '')) break;
    if (crossed && !/^\p{Ll}/u.test(view.text.charAt((view.items[index]?.start ?? 0) + 1))) break;
    end = view.items[index]?.end ?? end;
    gap = 0;
  }
  return { start: content.start, end };
}

/** The quotation that ends there breaks off in the middle of its sentence, at a comma. */
const unfinished = (view: QuotedView, end: number): boolean => /[,—–-]["”»'’]$/.test(view.text.slice(end - 2, end));

/** `Smith said that …`, `Smith said: "…"`, `, adding …`. */
function leading(view: QuotedView, cue: Cue, cues: readonly Cue[], segment: number, reports: readonly Report[]): Report | null {
  const start = contentStart(view, cue);
  if (start === null) return null;
  const source = sourceFor(view, cue, cues, reports);
  if (source === null) return null;
  const end = contentEnd(view, cue, start, cues);
  if (end <= start) return null;
  return { ...from(cue, view), content: itemSpan(view, start, end), source, segment, trailing: false };
}

function sourceFor(view: QuotedView, cue: Cue, cues: readonly Cue[], reports: readonly Report[]): SourceRead | null {
  const joined = joinedTo(view, cue, cues);
  if (joined !== null) return sourceFor(view, joined, cues, reports);
  const parsed = subjectOf(view, cue.at);
  const beside = sourceBefore(view, cue.at);
  if (cue.participle) {
    // ", adding …" goes on for whoever spoke last, unless the parse hangs the participle on another verb.
    const spoken = reports.findLast(
      (report) => report.cue !== null && report.cue.end <= cue.word.start && report.source !== null && speaks(report),
    );
    if (spoken !== undefined && (parsed === null || cue.verb.lemma === 'add' || cue.word.relation !== 'advcl')) return spoken.source;
    return parsed ?? sourceAtStart(view, cue);
  }
  if (beside === null || parsed === null || isCount(beside)) return parsed ?? beside;
  const overlap = beside.span.start < parsed.span.end && parsed.span.start < beside.span.end;
  return overlap && parsed.span.end - parsed.span.start >= beside.span.end - beside.span.start && parsed.span.end <= beside.span.end + 1
    ? parsed
    : beside;
}

/** "… ages 10 and 12, said": numbers and days do not speak. */
const isCount = (source: SourceRead): boolean =>
  source.words.every((word) => word.upos === 'NUM' || word.upos === 'CCONJ' || timeWords.has(word.lower));
const timeWords: ReadonlySet<string> = new Set(
  'last this next earlier later same week month year night morning afternoon evening monday tuesday wednesday thursday friday saturday sunday yesterday today tonight day'.split(
    ' ',
  ),
);

/** A report by a verb of saying, which a participle may carry on. */
const speaks = (report: Report): boolean =>
  report.cueClass !== null &&
  !['want', 'agree', 'decline', 'praise', 'oppose'].includes(report.cueClass) &&
  report.cueLemma !== 'according to';

/** "… said it was done but declined to say how": a verb of saying or declining right after "and" or "but" has the speaker of the one before. */
function joinedTo(view: QuotedView, cue: Cue, cues: readonly Cue[]): Cue | null {
  let before = cue.at - 1;
  while (at(view, before)?.upos === 'ADV') before -= 1;
  if (!['and', 'but'].includes(at(view, before)?.lower ?? '') || cue.participle || !(cue.verb.speech || cue.verb.cueClass === 'decline'))
    return null;
  return cues.findLast((other) => other.at < before && other.verb.speech && !other.participle && !other.infinitive) ?? null;
}

/** The first noun phrase of the segment that a verb follows. */
function sourceAtStart(view: QuotedView, cue: Cue): SourceRead | null {
  for (let index = 1; index < cue.at && index < 40; index += 1) {
    const word = at(view, index);
    if (word === undefined || (word.upos !== 'VERB' && word.upos !== 'AUX')) continue;
    return subjectOf(view, index) ?? sourceBefore(view, index);
  }
  return null;
}
