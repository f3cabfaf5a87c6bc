import type { Span } from '@copydesk/text';
import { agencies } from './lexicon/outlets.ts';

/** The agency an article names as its origin, and where it does so. */
export interface AgencyCredit extends Span {
  agency: string;
}

/** An agency's name, at most four words, as a line or bracket holds it. */
const nameOf = (raw: string): string | null => {
  const name = raw
    .trim()
    .replace(/^(?:the|by|with|from|via|source:?)\s+/iu, '')
    .replace(/[.:]$/u, '');
  return agencies.has(name.toLowerCase()) ? name : null;
};

/** Characters of the longest agency name with what may lead in to it. */
const longestName = 60;
const head = 600;
const tail = 500;

/**
 * Reads the credit of an agency off the layout: "(Reuters) -" and "LONDON (AP) —" in the first lines, "AFP reports:", a last line "— AFP", "With Reuters", "Reporting by …" for an agency
 * in brackets. A mention inside the story ("told Reuters") is no credit. Looks at the first and last lines only.
 */
export function agencyCredit(text: string): AgencyCredit | null {
  return bracketed(text) ?? reports(text) ?? closing(text);
}

/** "(Reuters) -", "(AP) —" near the start of a line. */
function bracketed(text: string): AgencyCredit | null {
  const limit = Math.min(text.length, head);
  for (let open = text.indexOf('('); open >= 0 && open < limit; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close < 0 || close - open > 40) continue;
    const agency = nameOf(text.slice(open + 1, close));
    if (agency !== null && /^\s?[-–—:]/u.test(text.slice(close + 1, close + 4))) return { agency, start: open, end: close + 1 };
  }
  return null;
}

/** "AFP reports:" anywhere at the start of a line or sentence. */
function reports(text: string): AgencyCredit | null {
  for (let at = text.indexOf(' reports:'); at >= 0; at = text.indexOf(' reports:', at + 1)) {
    const from = Math.max(0, at - longestName);
    const before = text.slice(from, at);
    const cut = Math.max(before.lastIndexOf('\n') + 1, before.lastIndexOf('. ') + (before.includes('. ') ? 2 : 0), 0);
    const agency = cut === 0 && from > 0 ? null : nameOf(before.slice(cut));
    if (agency !== null) return { agency, start: from + cut, end: at + 9 };
  }
  return null;
}

/** The last lines: a line that is an agency's name, with or without a dash, "With AP", "Source: Xinhua", "(Reuters)". */
function closing(text: string): AgencyCredit | null {
  const from = Math.max(0, text.length - tail);
  const lines = text.slice(from).split('\n');
  let at = text.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    at -= line.length;
    const bare = line.trim().replace(/^[-–—*(|\s]+|(?<![)*\s])[)*\s]+$/gu, '');
    const agency =
      bare.length > 0 && bare.length <= 40
        ? bare
            .split(/[/,&|]|\sand\s/u)
            .map((part) => nameOf(part.trim()))
            .find((name) => name !== null)
        : undefined;
    if (agency !== undefined && agency !== null && (index > 0 || from > 0)) return { agency, start: at, end: at + line.length };
    at -= 1;
  }
  return null;
}
