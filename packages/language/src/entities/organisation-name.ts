import { remembering } from './remembering.ts';

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

/** The first word stays, whatever it is. */
function withoutLegalForms(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) end -= words[end - 1] === 'co' && words[end - 2] === '&' && end > 2 ? 2 : 1;
  return words.slice(0, end).join(' ');
}

/** A plain organisation name without its article and legal form; the name itself when nothing else is left. */
export const coreOfOrganisation: (plain: string) => string = remembering((plain) => {
  const core = withoutLegalForms(plain.replace(/^the /, ''));
  return core === '' ? plain : core;
});

/** Two letters from a to z. */
function hasTwoSmall(text: string): boolean {
  let small = 0;
  for (let at = 0; at < text.length && small < 2; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) small++;
  }
  return small === 2;
}

/** True when `short` (as written, "WHO", "S.E.C.") is made of the initials of `long`'s words, small words counted or not. */
export function isAcronymOf(short: string, long: string): boolean {
  // Most names are none: one small letter may be a plural, two are not.
  if (hasTwoSmall(short)) return false;
  const letters = short.replace(/[.\s]/g, '').replace(/s$/, '');
  if (!/^[\p{Lu}\p{N}&]{2,10}$/u.test(letters)) return false;
  const words = long
    .replace(/['’]s\b/gu, '')
    .split(/[\s-]+/u)
    .filter((w) => /^[\p{L}\p{N}&]/u.test(w));
  const all = words
    .map((w) => w.charAt(0))
    .join('')
    .toUpperCase();
  const big = words
    .filter((w) => !smallWords.has(w.toLowerCase()))
    .map((w) => w.charAt(0))
    .join('')
    .toUpperCase();
  return words.length > 1 && (letters === all || letters === big);
}
