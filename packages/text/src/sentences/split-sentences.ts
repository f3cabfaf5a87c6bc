import type { Span } from '../span.ts';
import { endsSentence } from './boundary.ts';
import { splitParagraphs, trim } from './paragraphs.ts';

/** Longest sentence given back: later stages bound their work by it. What is longer is cut at a space, or anywhere when there is none. */
export const longestSentence = 4000;

/** How much of what follows a mark is looked at. */
const lookAhead = 80;

const terminalMarks = '.!?…';
const wideMarks = '。！？｡।؟۔';
const anyMark = /[.!?…。！？｡।؟۔]/g;
const closers = '"”’\'»)]}›」』';
const space = /\s/;

/**
 * The sentences of a text, in order, without white space at their ends. Sentences inside a quotation are sentences of their own; closing quotes and brackets go with the
 * sentence they close; a paragraph always ends one. Linear in the length of the text.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const paragraph of splitParagraphs(text)) {
    let start = paragraph.start;
    for (const end of boundaries(text, paragraph)) {
      pushBounded(text, { start, end }, sentences);
      start = end;
    }
    pushBounded(text, { start, end: paragraph.end }, sentences);
  }
  return sentences;
}

function pushBounded(text: string, span: Span, sentences: Span[]): void {
  let rest = trim(text, span);
  while (rest !== undefined && rest.end - rest.start > longestSentence) {
    const limit = rest.start + longestSentence;
    const gap = text.lastIndexOf(' ', limit);
    let cut = gap > rest.start + longestSentence / 2 ? gap : limit;
    const code = text.charCodeAt(cut);
    if (code >= 0xdc00 && code <= 0xdfff) cut -= 1;
    sentences.push(trim(text, { start: rest.start, end: cut }) ?? { start: rest.start, end: cut });
    rest = trim(text, { start: cut, end: rest.end });
  }
  if (rest !== undefined) sentences.push(rest);
}

/** Ends of the sentences inside a paragraph, each right after its last mark or closing quote. */
function* boundaries(text: string, paragraph: Span): Generator<number> {
  let sentenceStart = paragraph.start;
  let lastSeen = -1;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(anyMark)) {
    let at = paragraph.start + match.index;
    if (at < sentenceStart || at <= lastSeen) continue;
    const wide = wideMarks.includes(text.charAt(at));
    const marksStart = at;
    at = lastMark(text, at, paragraph.end);
    lastSeen = at;
    let end = at + 1;
    while (end < paragraph.end && closers.includes(text.charAt(end)) && !opensQuote(text, end, paragraph.end)) end += 1;
    end = footnotesEnd(text, end, paragraph.end);
    if (end >= paragraph.end) return;
    if (!wide && !space.test(text.charAt(end)) && !isGlued(text, marksStart, end)) continue;
    const marks = text.slice(marksStart, at + 1);
    const firstCharacter = sentenceStart;
    if (isListNumber(text, sentenceStart, marksStart)) continue;
    if (
      wide ||
      endsSentence({
        before: wordBefore(text, sentenceStart, marksStart),
        beforeThat: () => secondWordBefore(text, firstCharacter, marksStart),
        marks,
        closed: end > at + 1,
        after: text.slice(end, Math.min(paragraph.end, end + lookAhead)).trimStart(),
      })
    ) {
      yield end;
      sentenceStart = end;
    }
  }
}

/** The last mark of a run: "?!", "...", ". . .". */
function lastMark(text: string, start: number, limit: number): number {
  let at = start;
  for (;;) {
    const next = text.charAt(at + 1);
    if (at + 1 < limit && (terminalMarks.includes(next) || wideMarks.includes(next))) at += 1;
    else if (
      at + 2 < limit &&
      next === ' ' &&
      text.charAt(at) === '.' &&
      text.charAt(at + 2) === '.' &&
      !/[\p{L}\d]/u.test(text.charAt(at + 3))
    )
      at += 2;
    else return at;
  }
}

/** Numbers of footnotes, "[12]", after the marks belong to the sentence they stand behind. */
function footnotesEnd(text: string, start: number, limit: number): number {
  let end = start;
  for (
    let match = footnote.exec(text.slice(end, end + 8));
    match !== null && end + match[0].length <= limit;
    match = footnote.exec(text.slice(end, end + 8))
  ) {
    end += match[0].length;
  }
  return end;
}

const footnote = /^\s?\[\d{1,3}\]/;

/** A straight quote after a mark opens the next sentence when a letter follows it and a space stands before it. */
function opensQuote(text: string, at: number, limit: number): boolean {
  return at + 1 < limit && space.test(text.charAt(at - 1)) && !space.test(text.charAt(at + 1));
}

/** "said.The": the space after a full stop was lost. Not in addresses, names of files or numbers. */
function isGlued(text: string, mark: number, next: number): boolean {
  return (
    /^[\p{L}"”’)]\p{Ll}{0,1}\p{Ll}[.!?]["”’)]?$/u.test(text.slice(Math.max(0, mark - 3), next)) &&
    /^(?:[A-Z][a-z]+ |["“‘][A-Z])/.test(text.slice(next, next + 20))
  );
}

/** "1." or "12." at the start of a sentence numbers a list. */
function isListNumber(text: string, start: number, mark: number): boolean {
  if (mark - start > 8) return false;
  const head = text.slice(start, mark).trim();
  return head.length > 0 && head.length <= (head.includes('.') ? 4 : 2) && /^\d+(?:\.\d+)?$/.test(head);
}

const wordLimit = 40;
const openers = '("“‘\'«[—–-/';

/** The word that ends at `end`, from its last opening mark, dash or slash on; not further back than `start`. */
function wordBefore(text: string, start: number, end: number): string {
  const limit = Math.max(start, end - wordLimit);
  let at = end;
  while (at > limit && !space.test(text.charAt(at - 1)) && !openers.includes(text.charAt(at - 1))) at -= 1;
  return text.slice(at, end);
}

/** The word before that one, with a single space between them. */
function secondWordBefore(text: string, start: number, end: number): string {
  const first = end - wordBefore(text, start, end).length;
  return first - 1 > start && space.test(text.charAt(first - 1)) ? wordBefore(text, start, first - 1) : '';
}
