import { trimMarks } from './trim-marks.ts';

/** Shorter lines may stand twice with good reason: verses, table cells, answers. */
const shortestRepeated = 30;
/** A pull quote is no longer than this, and has at least so many characters between its quotation marks. */
const longestPulled = 280;
const shortestPulled = 40;
/** Headings and items of lists may name what the text names. */
const saysSomething = /[.!?…。！？'"“”‘’»«›‹]$/;
/** So that a page of endless lines stays cheap: lines looked for, and characters they are looked for in. */
const mostPulled = 100;
const mostSearched = 80_000;

/**
 * The choice of lines without those that say again what another kept line says: the same line a second time (a deck printed twice, a caption beside its own alternative text), and
 * pull quotes, which stand word for word within another line.
 */
export function withoutDoubled(texts: readonly string[], keep: readonly boolean[]): boolean[] {
  const seen = new Set<string>();
  const once = keep.map((kept, i) => {
    const text = texts[i] ?? '';
    if (!kept || text.length < shortestRepeated) return kept;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  const left = texts.map((text, i) => (once[i] === true ? text : ''));
  let body = left.join('\n').slice(0, mostSearched);
  let looked = 0;
  for (const [i, text] of left.entries()) {
    if (text.length > longestPulled || text.length < shortestPulled || !saysSomething.test(text.slice(-1))) continue;
    const core = trimMarks(text, '"\'“”„‚‘’«»‹›.!?…–—-');
    if (core.length < shortestPulled || ++looked > mostPulled) continue;
    const first = body.indexOf(core);
    if (first < 0 || body.indexOf(core, first + 1) < 0) continue;
    // What is left out vouches for no other line.
    once[i] = false;
    left[i] = '';
    body = left.join('\n').slice(0, mostSearched);
  }
  return once;
}
