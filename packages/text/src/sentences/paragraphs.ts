import type { Span } from '../span.ts';

const lowerStart = /^\p{Ll}/u;
const terminal = /[.!?…:;"”’)\]。！？]$/u;
/** A line this long may have been broken by a column, not by its writer. */
const wrappedLine = 40;
const widestColumn = 100;
/** A lower-case letter, or a digit that does not number a list. */
const insideStart = /^(?:\p{Ll}|\p{Nd}(?!\d{0,2}[.)]\s))/u;

/**
 * The paragraphs of a text. A line end ends a paragraph, but not in text that was wrapped at a column: there most lines start in the middle of a sentence, and only
 * an empty or an indented line ends one.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = linesOf(text);
  const column = wrapColumn(text, lines);
  const paragraphs: Span[] = [];
  let open: Span | undefined;
  let lastLine: Span | undefined;
  for (const line of lines) {
    const body = trim(text, line);
    if (body === undefined) {
      open = undefined;
      continue;
    }
    if (open !== undefined && lastLine !== undefined && continues(text, lastLine, line, body, column)) open.end = body.end;
    else {
      open = { ...body };
      paragraphs.push(open);
    }
    lastLine = body;
  }
  return paragraphs;
}

/** True when the line goes on with the sentence of the line before it: in wrapped text after a line that fills the column, elsewhere where both ends say so. */
function continues(text: string, before: Span, line: Span, body: Span, column: number | undefined): boolean {
  const length = before.end - before.start;
  if (column !== undefined) return body.start - line.start < 2 && length >= column * 0.6;
  return length >= wrappedLine && !terminal.test(text.slice(before.end - 1, before.end)) && startsLower(text, body);
}

/**
 * The width of the column that the text was wrapped at; undefined for text with a paragraph a line. In wrapped text no line is wider than a column can be, most lines are long,
 * most lines that follow a long one start in lower case or with a digit, and most long lines before them end without a mark. Indented lines open paragraphs and do not count.
 */
function wrapColumn(text: string, lines: readonly Span[]): number | undefined {
  const bodies = lines.map((line) => trim(text, line));
  const lengths = bodies.flatMap((body) => (body === undefined ? [] : [body.end - body.start]));
  const long = lengths.filter((length) => length >= wrappedLine && length <= widestColumn);
  if (
    long.length * 2 < lengths.length ||
    (lengths.length - lengths.filter((length) => length <= widestColumn).length) * 50 > lengths.length
  )
    return undefined;
  let followers = 0;
  let inside = 0;
  let open = 0;
  for (const [index, body] of bodies.entries()) {
    const before = bodies[index - 1];
    if (
      body === undefined ||
      before === undefined ||
      body.start - (lines[index]?.start ?? 0) >= 2 ||
      before.end - before.start < wrappedLine
    )
      continue;
    followers += 1;
    if (insideStart.test(text.slice(body.start, body.start + 6))) inside += 1;
    if (!terminal.test(text.slice(before.end - 1, before.end))) open += 1;
  }
  return followers >= 2 && inside * 2 >= followers && open * 5 >= followers * 3
    ? long.reduce((widest, length) => Math.max(widest, length), 0)
    : undefined;
}

function startsLower(text: string, span: Span): boolean {
  return lowerStart.test(text.slice(span.start, span.start + 2));
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ start, end });
    start = end + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

const blank = /[\s\u200b]/;

/** The span without white space at its ends; undefined when nothing is left. */
export function trim(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}
