import type { Line } from './lines.ts';

/** A frame is cut only where at least this many lines have it. */
const enoughLines = 4;
/** A common beginning shorter than this may be a speaker's name or a figure of speech. */
const shortestBeginning = 30;
const fewestWords = 5;
const longestEnd = 80;

/**
 * Cuts off what a page puts around each of many lines: the title of a gallery before every caption, "Hide caption 3 of 30" behind it. The lines' spans shrink, so the way
 * back to the source stays exact. Linear in the length of the text.
 */
export function cutFrames(lines: readonly Line[]): Line[] {
  const ends = new Map<string, number>();
  for (const line of lines) {
    const key = endKey(line.text);
    if (key !== '') ends.set(key, (ends.get(key) ?? 0) + 1);
  }
  const beginnings = commonBeginnings(lines);
  return lines.map((line, i) => {
    const key = endKey(line.text);
    const before = beginnings[i] ?? 0;
    const after = key !== '' && (ends.get(key) ?? 0) >= enoughLines ? line.text.length - afterLastSentence(line.text) : 0;
    const kept = line.text.slice(before, line.text.length - after);
    const text = kept.trim();
    if ((before === 0 && after === 0) || text === '') return line;
    const start = line.start + before + (kept.length - kept.trimStart().length);
    return { ...line, start, end: start + text.length, text };
  });
}

/** An attribute of a tag that a flattening took for text. */
const attribute = /[\w\]-]="/;

/** Cuts off what a careless flattening left of a tag before a line's text, where text stands behind it. Spans shrink as in `cutFrames`. */
export function cutRemnants(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const end = line.text.lastIndexOf('">');
    if (end < 0 || !attribute.test(line.text.slice(0, end))) return line;
    const text = line.text.slice(end + 2).trimStart();
    return text === '' ? line : { ...line, start: line.end - text.length, text };
  });
}

/** Where the last sentence of the line ends, if something short stands behind it. */
function afterLastSentence(text: string): number {
  const from = Math.max(0, text.length - longestEnd);
  for (let i = text.length - 1; i > from; i--) if ('.!?'.includes(text[i - 1] ?? ' ') && /\s/.test(text[i] ?? '')) return i;
  return text.length;
}

/** What stands behind the last sentence, digits taken as one sign; empty when there is nothing or one word. */
function endKey(text: string): string {
  const end = text.slice(afterLastSentence(text)).trim();
  return end.includes(' ') ? end.toLowerCase().replace(/\d+/g, '0') : '';
}

/** For each line of a long enough run of lines with one beginning, the length of that beginning. */
function commonBeginnings(lines: readonly Line[]): number[] {
  const lengths = lines.map(() => 0);
  let from = 0;
  let shared = '';
  for (let i = 1; i <= lines.length; i++) {
    const both = i < lines.length ? commonBeginning(i === from + 1 ? (lines[from]?.text ?? '') : shared, lines[i]?.text ?? '') : '';
    if (both !== '') {
      shared = both;
      continue;
    }
    if (i - from >= enoughLines) lengths.fill(shared.length, from, i);
    from = i;
    shared = '';
  }
  return lengths;
}

/** The common beginning in whole words, or nothing when it is too short to be a frame, or when one of the lines is no more than it. */
function commonBeginning(a: string, b: string): string {
  const limit = Math.min(a.length, b.length, 300);
  let i = 0;
  while (i < limit && a[i] === b[i]) i++;
  while (i > 0 && !/\s/.test(a[i - 1] ?? '')) i--;
  const common = a.slice(0, i);
  return i >= shortestBeginning && common.trim().split(/\s+/).length >= fewestWords ? common : '';
}
