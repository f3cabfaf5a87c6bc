/** Words at the end of an organisation's name that say its legal form only. */
const legalForms = new Set(
  'inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag gmbh kg se sa spa srl bv nv ab as asa oyj oy kk pte pty group holding holdings'.split(
    ' ',
  ),
);
const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'a',
  'an',
  '&',
  'de',
  'la',
  'le',
  'du',
  'des',
  'et',
  'y',
  'del',
  'der',
  'und',
  'fur',
]);

/** A plain name without the legal form at its end. The first word stays, whatever it is. */
export function withoutLegalForms(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) end -= words[end - 1] === 'co' && words[end - 2] === '&' && end > 2 ? 2 : 1;
  return words.slice(0, end).join(' ');
}

/** Two letters from a to z. */
function hasTwoSmall(text: string): boolean {
  let small = 0;
  for (let at = 0; at < text.length && small < 2; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) small++;
  }
  return small === 2;
}

/** The letters of what may be an acronym; undefined for other names. */
export function acronymLetters(name: string): string | undefined {
  // Most names are none: one small letter may be a plural, two are not.
  if (hasTwoSmall(name)) return undefined;
  const letters = name.replace(/[.\s]/g, '').replace(/s$/, '');
  return /^[\p{Lu}\p{N}&]{2,10}$/u.test(letters) ? letters : undefined;
}

/** What an acronym of a name may be. */
export interface Initials {
  /** Number of its words. */
  words: number;
  /** Initials of all words. */
  all: string;
  /** Without small words. */
  big: string;
}

/** The initials of a name as written. */
export function initialsOf(name: string): Initials {
  const words = name
    .replace(/['’]s\b/gu, '')
    .split(/[\s-]+/u)
    .filter((w) => /^[\p{L}\p{N}&]/u.test(w));
  const initials = (of: readonly string[]): string =>
    of
      .map((w) => w.charAt(0))
      .join('')
      .toUpperCase();
  return { words: words.length, all: initials(words), big: initials(words.filter((w) => !smallWords.has(w.toLowerCase()))) };
}
