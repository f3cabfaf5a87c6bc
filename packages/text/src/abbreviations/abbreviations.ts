import { titles } from './titles.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Abbreviations that something always follows: never the end of a sentence. */
export const neverFinal: ReadonlySet<string> = words(
  'vs v e.g i.e eg ie cf viz incl approx appr ca resp esp excl nr no nos fig figs vol vols pp p para paras art arts sec sect ch chap op ed eds al. tel ext dept',
);

/** Of those, the ones that are ordinary words or may end a sentence unless a number follows. */
export const beforeNumberOnly: ReadonlySet<string> = words('no nos p pp art arts fig figs ch sec ed para ext vol vols op');

/** Month and weekday abbreviations: followed by a number or a name of the calendar. */
export const calendar: ReadonlySet<string> = words(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
);

/** Abbreviations that may stand at the end of a sentence as well as inside one. */
export const maybeFinal: ReadonlySet<string> = words(
  'inc corp co cos ltd llc llp plc bros bhd sa nv ag jr sr esq ph.d phd m.d b.a m.a etc al u.s u.k u.n e.u a.m p.m am pm pct wg sq ft in lb lbs oz mi km kg cm mm hr hrs min mins sec secs yr yrs mo mos ' +
    'ave blvd rd st hwy pkwy ln ct pl dept dist div est govt gov natl intl univ assn ass bn mn mln tn dr mt n s e w ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wyo ' +
    'd.c n.y n.j n.h n.c s.c n.d s.d n.m r.i w.va p.r b.c ont que alta man sask dak cal bt bart messrs',
);

/** True for a word (lower case, its last full stop left off) that is written with a full stop. */
export function isAbbreviation(word: string): boolean {
  return titles.has(word) || neverFinal.has(word) || calendar.has(word) || maybeFinal.has(word);
}

const everyday: ReadonlySet<string> = words(
  'no nos art arts fig figs sec ed op ext vol in am del miss ill mass wash sun sat mar min est gen fed rev pop pro ind kan ore pa la mo st ct co inc par pin fr con hon pres col sen',
);

/** True for a lower-case word that is spelled like an abbreviation: it counts as one only beside a number. */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word);
}

/** True for letters with a full stop between them, the last one left off: "U.S", "J.R.R", "p.m". */
export function isDottedLetters(word: string): boolean {
  if (word.length < 3 || word.length % 2 === 0) return false;
  for (let at = 0; at < word.length; at += 1) {
    const char = word.charAt(at);
    if (at % 2 === 1 ? char !== '.' : char.toLowerCase() === char.toUpperCase()) return false;
  }
  return true;
}
