import type { Span } from '@copydesk/text';

/** One quotation with its marks. Several paragraphs, each opening with a mark of which only the last closes, are one quotation. */
export interface Quote extends Span {
  /** What stands between the marks. */
  inner: Span;
  closed: boolean;
  single: boolean;
  /** Runs over a paragraph break. */
  paragraphs: number;
}

const isSpace = (char: string): boolean => char === '' || /\s/.test(char);
const opensAfter = (char: string): boolean =>
  isSpace(char) || '([{—–-:,;…/>'.includes(char) || char === '“' || char === '"' || char === '‘';
const letter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

const filler = '\u2060';

/** Longest quotation kept; an opening mark without a partner within it is taken for a stray. */
const longest = 12_000;

/**
 * Finds quotations: curly, straight, low-high and angled double marks, and single marks that are not apostrophes. Marks pair within a paragraph; one that stays open is
 * continued when the next paragraph opens with a mark, else it ends with its paragraph. Quotations inside another are left to it. Linear.
 */
export function findQuotes(source: string): Quote[] {
  // Two apostrophes or grave accents, as wire copy writes a double mark, are read as one mark and a filler of the same length.
  const text = source.replaceAll("''", `"${filler}`).replaceAll('``', `"${filler}`);
  const quotes: Quote[] = [];
  let open: { start: number; mark: string; paragraphs: number; depth: number } | null = null;
  const close = (from: { start: number; mark: string; paragraphs: number }, innerEnd: number, end: number, closed: boolean): void => {
    if (innerEnd > from.start + 1 && end - from.start <= longest)
      quotes.push({
        start: from.start,
        end: text.charAt(end) === filler ? end + 1 : end,
        inner: { start: text.charAt(from.start + 1) === filler ? from.start + 2 : from.start + 1, end: innerEnd },
        closed,
        single: from.mark === '‘' || from.mark === "'",
        paragraphs: from.paragraphs,
      });
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') {
      if (open === null) continue;
      let next = at;
      while (next < text.length && isSpace(text.charAt(next))) next += 1;
      const continues =
        open.mark !== '‘' && open.mark !== "'" && (text.charAt(next) === open.mark || (open.mark === '“' && text.charAt(next) === '"'));
      if (continues) {
        open.paragraphs += 1;
        at = next;
      } else {
        let end = at;
        while (end > open.start && isSpace(text.charAt(end - 1))) end -= 1;
        if (end - open.start > 20) close(open, end, end, false);
        open = null;
      }
      continue;
    }
    if (!'"“”„«»‘’\''.includes(char)) continue;
    const before = at === 0 ? '' : text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (open !== null) {
      if (open.mark === '"' && char === '“' && opensAfter(before)) open.depth += 1;
      else if (open.depth > 0 && char === '”') open.depth -= 1;
      else if (
        isCloser(open.mark, char) &&
        !(char === '"' && isSpace(before) && !isSpace(after) && after !== '') &&
        !isApostrophe(open.mark, before, after)
      ) {
        close(open, at, at + 1, true);
        open = null;
      } else if (char === open.mark && char !== '"' && char !== "'" && opensAfter(before) && !'‘'.includes(char)) {
        // A second opening mark of the same kind: the first never closed.
        open = { start: at, mark: char, paragraphs: 1, depth: 0 };
      }
    } else if (char === '“' || char === '„' || char === '«') open = { start: at, mark: char, paragraphs: 1, depth: 0 };
    else if ((char === '"' || char === '”') && opensAfter(before) && !isSpace(after))
      open = { start: at, mark: char === '”' ? '“' : char, paragraphs: 1, depth: 0 };
    else if ((char === '‘' || char === "'") && opensAfter(before) && letter(after) && singlePair(text, at))
      open = { start: at, mark: char, paragraphs: 1, depth: 0 };
  }
  if (open !== null) close(open, text.length, text.length, false);
  return quotes;
}

function isCloser(mark: string, char: string): boolean {
  if (mark === '“' || mark === '„') return char === '”' || char === '"' || (mark === '„' && char === '“');
  if (mark === '«') return char === '»';
  if (mark === '"') return char === '"' || char === '”';
  return mark === '‘' ? char === '’' || char === "'" : char === "'";
}

/** Inside single marks, an apostrophe has a letter on both sides or follows a plural "s" before another word. */
const isApostrophe = (mark: string, before: string, after: string): boolean =>
  (mark === '‘' || mark === "'") && letter(after) && letter(before);

/** A single opening mark is believed only when one that closes stands in the same line, after punctuation or a letter and before a space or mark. */
function singlePair(text: string, start: number): boolean {
  const limit = Math.min(text.length, start + 400);
  for (let at = start + 2; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') return false;
    if ((char === '’' || char === "'") && !letter(text.charAt(at + 1)))
      return text.charAt(at - 1) !== 's' || ' ,.;:!?)'.includes(text.charAt(at + 1) || ' ');
  }
  return false;
}
