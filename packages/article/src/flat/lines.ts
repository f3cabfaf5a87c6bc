import type { Span } from '@copydesk/text';
import { maxLines } from '../limits.ts';

/** A line of a flat text with something in it; the span is without the white space around it. */
export interface Line extends Span {
  text: string;
  /** Whether an empty line stands before it. */
  apart: boolean;
}

/** The lines of a text that are not empty, at most `maxLines`. */
export function splitLines(text: string): Line[] {
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
