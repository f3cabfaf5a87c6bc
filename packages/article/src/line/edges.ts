import { sharesWords } from '../metadata/title.ts';

const sentenceEnd = /[.!?…。！？:;]["'”“’‘»«)\]]{0,2}$/;
const endsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-3));
/** A line that stands between the headline and the first sentence is a headline, a kicker or a date, and is no longer than this. */
const longestOpening = 200;
const mostOpening = 4;
/** A credit at the end: an agency's mark, a desk's sign, names in brackets. */
const longestCredit = 60;
/** Notes on the author stand among so many last lines. */
const mostClosing = 4;
const longestNote = 500;

const timeAlone =
  /^(?:\p{L}{2,14},? )?\d{1,2}[:.]\d\d(?: ?(?:uhr|h|hrs|[ap]\.?m\.?|\p{Lu}{2,4}))?(?:,? (?:\p{L}{2,14}\.? \d{1,2}|\d{1,2}\.? \p{L}{2,14}\.?),? (?:19|20)\d\d)?\s?[:|–-]?$|^\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,10}\.?)\s?(?:19|20)\d\d$/iu;
/** Most lines are long, or have no figure before a stop: they are not asked. */
const isTime = (text: string): boolean => text.length <= longestCredit && /\d[.:]/.test(text) && timeAlone.test(text);
const role =
  /\b(?:reporter(?:in)?|(?:auslands)?korrespondent(?:in)?|redakteur(?:in)?|journalist(?:in)?|autor(?:in)?|kolumnist(?:in)?|volontär(?:in)?|chefredakteur(?:in)?|editor|columnist|writer|author|correspondent|freelancer?|contributor|fellow|periodista|redactora?|corresponsal|colaboradora?|journaliste|rédact(?:eur|rice)|giornalista)\b/iu;
const personIs =
  /^(?:(?:\p{L}{3,20} )?\p{Lu}[\p{L}.'’-]+ (?:(?:von|van|de|der|den|di|da|la|al|el|bin|und|and|y|et) ){0,2}\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?|(?:Der|Die) Autor(?:in)?|The author|El autor|La autora|L['’]auteur) (?:ist|is|are|es|est|è|war|was|schreibt|writes|covers|arbeitet|works|berichtet|reports|has been)\b/u;

/**
 * The choice of lines without what stands at its ends and is no sentence of the article: above the first sentence other wordings of the headline, dates and times; below the last one credits and notes on
 * the author. Lines of nothing but a time (live blogs) are left out wherever they stand.
 * @param isHeading whether the page marks a line as a heading.
 */
export function withoutEdges(
  texts: readonly string[],
  keep: readonly boolean[],
  title: string,
  isHeading: (line: number) => boolean,
): boolean[] {
  const left = keep.map((kept, i) => kept && !isTime(texts[i] ?? ''));
  const kept = left.flatMap((on, i) => (on ? [i] : []));
  if (!kept.some((i) => endsSentence(texts[i] ?? ''))) return [...keep];
  for (const i of kept.slice(0, mostOpening)) {
    const text = texts[i] ?? '';
    if (text.length > longestOpening || endsSentence(text)) break;
    if (title !== '' && isHeading(i) && sharesWords(text, title, 0.5)) left[i] = false;
  }
  const closing = kept.slice(-mostClosing).toReversed();
  for (const i of closing) {
    const text = texts[i] ?? '';
    if (text.length <= longestNote && personIs.test(text) && role.test(text)) left[i] = false;
  }
  const [last = -1, above = -1] = closing;
  const text = texts[last] ?? '';
  if (text.length <= longestCredit && !endsSentence(text) && !/\d\.\d/.test(text) && endsSentence(texts[above] ?? '')) left[last] = false;
  return left;
}
