import { agrees } from '../metadata/title.ts';
import { phraseKind } from './phrases.ts';

/** Whether a line can be a headline inside a text: short, a phrase and not a sentence, not one of the site's own. */
export function looksLikeHeading(text: string): boolean {
  if (text.length < 3 || text.length > 140 || !/\p{L}{2}/u.test(text)) return false;
  return (
    !/[.!…。,;:：]["'”’»)]?$/.test(text) &&
    !/^[\d\s.,:/-]+$/.test(text) &&
    !/https?:|www\.|@\w|…|\.\.\./.test(text) &&
    phraseKind(text) === 'none'
  );
}

/** The lowest probability at which a line that looks like a headline is kept between two parts of the body. */
const lowestBetween = 0.3;

/**
 * Adds headlines that the line judge left out: those between two kept lines, and a deck right above the body when the headline of the article is known to be another one.
 * A line that repeats the article's headline is taken out, whatever the judge said.
 */
export function settleHeadings(
  texts: readonly string[],
  probabilities: readonly number[],
  keep: readonly boolean[],
  title: string | undefined,
): boolean[] {
  const first = keep.indexOf(true);
  return keep.map((kept, i) => {
    const text = texts[i] ?? '';
    if (kept) return !(title !== undefined && i <= first + 1 && looksLikeHeading(text) && agrees(text, title));
    if ((probabilities[i] ?? 0) < lowestBetween || keep[i + 1] !== true || !looksLikeHeading(text)) return false;
    if (keep[i - 1] === true) return true;
    return i + 1 === first && title !== undefined && text.length >= 30 && !agrees(text, title);
  });
}

/** Whether lines taken for the body can be one: at least one of them has words and is no set phrase of the site. */
export function readsAsBody(texts: readonly string[]): boolean {
  return texts.some((text) => phraseKind(text) === 'none' && /\p{L}{2}/u.test(text.slice(0, 2_000)));
}
