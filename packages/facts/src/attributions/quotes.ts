import type { Span } from '@copydesk/text';

/** One quotation with its marks. Several paragraphs, each opening with a mark of which only the last closes, are one quotation. */
export interface Quote extends Span {
  /** What stands between the marks. */
  inner: Span;
  closed: boolean;
  single: boolean;
  /** Holds speech as far as marks can tell: double marks always, single marks when several words or closing punctuation stand inside. */
  speech: boolean;
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
        speech: (from.mark !== '‘' && from.mark !== "'") || spoken(text.slice(from.start + 1, innerEnd)),
        paragraphs: from.paragraphs,
      });
  };
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const char = text.charAt(at);
    if (char === '\n') {
      if (open === null) continue;
      let next = at;
      while (next < text.length && isSpace(text.charAt(next))) next += 1;
      const continues = text.charAt(next) === open.mark || (open.mark === '“' && text.charAt(next) === '"');
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
    const before = at === 0 ? '' : text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (open !== null) {
      if (open.mark === '"' && char === '“' && opensAfter(before)) open.depth += 1;
      else if (open.depth > 0 && char === '”') open.depth -= 1;
      else if (isCloser(open.mark, char) && !(char === '"' && isSpace(before) && !isSpace(after) && after !== '')) {
        close(open, at, at + 1, true);
        open = null;
      } else if (char === open.mark && char !== '"' && char !== "'" && opensAfter(before) && !'‘'.includes(char)) {
        // A second opening mark of the same kind: the first never closed.
        open = { start: at, mark: char, paragraphs: 1, depth: 0 };
      }
    } else if (char === '“' || char === '„' || char === '«') open = { start: at, mark: char, paragraphs: 1, depth: 0 };
    else if ((char === '"' || char === '”') && opensAfter(before) && !isSpace(after))
      open = { start: at, mark: char === '”' ? '“' : char, paragraphs: 1, depth: 0 };
    else if ((char === '‘' || char === "'") && opensAfter(before) && letter(after)) {
      const closing = singleClose(text, at);
      if (closing > at + 1) {
        close({ start: at, mark: char, paragraphs: 1 }, closing, closing + 1, true);
        at = closing;
      }
    }
  }
  if (open !== null) close(open, text.length, text.length, false);
  return quotes;
}

const marks = /["“”„«»‘’'\n]/g;

/** Place of the next mark or line break at or behind a place; the length of the text where there is none. */
function nextMark(text: string, from: number): number {
  marks.lastIndex = from;
  return marks.test(text) ? marks.lastIndex - 1 : text.length;
}

function isCloser(mark: string, char: string): boolean {
  if (mark === '“' || mark === '„') return char === '”' || char === '"' || (mark === '„' && char === '“');
  if (mark === '«') return char === '»';
  if (mark === '"') return char === '"' || char === '”';
  return false;
}

const spoken = (inner: string): boolean => {
  const count = inner.split(/\s+/u, 9).length;
  return count >= 8 || (count >= 3 && /[.,!?…]$/u.test(inner));
};

/** How far a single mark looks for its partner. */
const singleReach = 1500;

/**
 * Where a single opening mark closes, or −1. Apostrophes look the same, so the first mark after closing punctuation is taken, as long as no other opening mark comes before; else the
 * last one before that, or before the end of the line.
 */
function singleClose(text: string, start: number): number {
  const limit = Math.min(text.length, start + singleReach);
  let plain = -1;
  for (let at = start + 2; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') break;
    if (char !== '’' && char !== "'" && char !== '‘') continue;
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if ((char === "'" || char === '‘') && opensAfter(before) && letter(after)) break;
    if (char === '‘' || letter(after)) continue;
    if (/[.,!?…;]/u.test(before)) return at;
    if (plain < 0 || text.charAt(plain - 1) === 's') plain = at;
  }
  return plain;
}
