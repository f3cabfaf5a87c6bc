import { isSpace } from './attributes.ts';

export interface Tag {
  name: string;
  attributesStart: number;
  attributesEnd: number;
  /** Offset after the `>`. */
  end: number;
  /** Written `<name/>`. */
  empty: boolean;
}

const maxNameLength = 200;

/**
 * Reads the start tag at `at` (a `<`).
 * @returns the tag; `not-a-tag` when no name follows the `<`; `{ textUntil }` when another `<` comes before the `>`, so that all up to it is text;
 * `cut` when the input ends inside the tag. Work is bounded by how far the caller moves on, plus at most one failed search per kind of quote
 * (`absentAfter` remembers those).
 */
export function readTag(text: string, at: number, absentAfter: Map<string, number>): Tag | 'not-a-tag' | 'cut' | { textUntil: number } {
  let index = at + 1;
  const first = text.charCodeAt(index);
  if (!isNameStart(first)) return Number.isNaN(first) ? 'cut' : 'not-a-tag';
  const nameEnd = Math.min(text.length, index + maxNameLength);
  while (index < nameEnd && isNamePart(text.charCodeAt(index))) index++;
  const name = text.slice(at + 1, index);
  const attributesStart = index;
  for (let previous = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x3e) {
      const empty = previous === 0x2f;
      return { name, attributesStart, attributesEnd: empty ? index - 1 : index, end: index + 1, empty };
    }
    if (code === 0x3c) return { textUntil: index };
    if ((code === 0x22 || code === 0x27) && previous === 0x3d) {
      const end = quoteEnd(text, index + 1, code === 0x22 ? '"' : "'", absentAfter);
      if (end >= 0) index = end;
      previous = code;
    } else if (!isSpace(code)) previous = code;
  }
  return 'cut';
}

/** End of the quoted value, or -1 when the quote is not closed here: not at all, or only after another tag has begun and ended. */
function quoteEnd(text: string, from: number, quote: string, absentAfter: Map<string, number>): number {
  const absent = absentAfter.get(quote);
  if (absent !== undefined && from >= absent) return -1;
  const end = text.indexOf(quote, from);
  if (end < 0) {
    absentAfter.set(quote, from);
    return -1;
  }
  for (let index = from, closed = false; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x3e) closed = true;
    else if (code === 0x3c && closed) return -1;
  }
  return end;
}

function isNameStart(code: number): boolean {
  const letter = code | 32;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x5f || code >= 0xc0;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e || code === 0xb7;
}
