import type { Span } from '@copydesk/text';
import { maxLines } from '../limits.ts';

/** A line of a flat text with something in it; the span is without the white space around it. */
export interface Line extends Span {
  text: string;
  /** Whether an empty line stands before it. */
  apart: boolean;
}

/** The lines of a text that are not empty, at most `maxLines`; lines of hard-wrapped paragraphs are joined again. */
export function splitLines(text: string): Line[] {
  return joinWrapped(plainLines(text), text);
}

function plainLines(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (let from = 0; from <= text.length && lines.length < maxLines;) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === '') apart = true;
    else {
      const start = from + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed, apart });
      apart = false;
    }
    from = to + 1;
  }
  return lines;
}

const endsWithin = /[\p{L}\p{N},;’'–—-]$/u;
const beginsLower = /^\p{Ll}/u;
const endsSentence = /[.!?…。]["'”’»)]{0,2}$/;
/** A line broken by wrapping is at least this long, or its next part is. */
const shortestBroken = 25;

/** Whether the sentence of `line` visibly goes on in `next`. */
function goesOn(line: Line, next: Line): boolean {
  if (next.apart || !endsWithin.test(line.text.slice(-1)) || !beginsLower.test(next.text) || /\S{20}$/.test(line.text.slice(-20)))
    return false;
  return next.text.length >= shortestBroken || (line.text.length >= 40 && endsSentence.test(next.text));
}

/**
 * Joins lines whose sentence goes on in the next line. Where that happens all over the text, its lines are taken for wrapped at a column,
 * and a full line that ends no sentence is joined with the next one whatever that begins with.
 */
function joinWrapped(lines: readonly Line[], text: string): Line[] {
  const broken = lines.filter((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && goesOn(line, next);
  });
  if (broken.length === 0) return [...lines];
  const long = lines.filter((line) => line.text.length >= shortestBroken).length;
  const wrapped = broken.length >= 8 && broken.length > 0.3 * long;
  const widths = broken.map((line) => line.text.length).sort((a, b) => a - b);
  const width = wrapped ? 0.6 * (widths[widths.length >> 1] ?? 0) : Number.POSITIVE_INFINITY;
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    const full = last !== undefined && last.text.length >= width && last.text.length < 200 && endsWithin.test(last.text.slice(-1));
    if (open !== undefined && last !== undefined && open.end - open.start < longestJoined && (goesOn(last, line) || (full && !line.apart)))
      open.end = line.end;
    else joined.push({ ...line });
    last = line;
  }
  for (const line of joined) line.text = text.slice(line.start, line.end).replaceAll('\n', ' ');
  return joined;
}

/** A joined paragraph grows no longer than this. */
const longestJoined = 5_000;
