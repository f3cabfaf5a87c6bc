import type { ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import { firstFrom, sentenceAt } from './sentences.ts';
import type { Attribution } from '../attributions/index.ts';

/** Most words of a reporting clause behind or within what it reports (", the head of the union told reporters in Oslo on Monday,"). */
const LONG_REPORT = 16;

/** Where a sentence, after words that are told, says who tells them: ", the mayor said", up to its next comma or its end. Attributions and sentences are in order. */
export function reportingTails(sentence: ParsedSentence, attributions: readonly Attribution[]): Span[] {
  const found: Span[] = [];
  for (let at = firstFrom(attributions, sentence.start - 1, ({ content }) => content.start); at < attributions.length; at++) {
    const attribution = attributions[at];
    if (attribution === undefined || attribution.content.start >= sentence.end) break;
    const { content, cue, source, direct } = attribution;
    if (cue === null || content.end > sentence.end || cue.start < content.end || cue.end > sentence.end) continue;
    if (source === null || source.start < content.end) continue;
    const told = Math.max(cue.end, source.end);
    const inside = sentence.tokens.filter(({ start }) => start >= content.end);
    // Behind quoted words, ", speaking in Leeds" is said of the one who speaks.
    const close = direct === 'direct' ? -1 : inside.findIndex(({ start, text }) => start >= told && (text === ',' || text === ';'));
    const last = close < 0 ? inside.findLast(({ upos }) => upos !== 'PUNCT') : inside[close];
    const size = close < 0 ? inside.length : close;
    if (last === undefined || size === 0 || size > LONG_REPORT) continue;
    found.push({ start: content.end, end: last.end });
  }
  return found;
}

/** An attribution that interrupts its sentence tells all of it: "A ferry sank, police said, killing three". */
export function widened(attribution: Attribution, sentences: readonly Span[], text: string): Attribution {
  const { content, cue, source, direct } = attribution;
  if (cue === null || direct !== 'indirect' || cue.start < content.end || (source !== null && source.start < content.end))
    return attribution;
  const sentence = sentences[sentenceAt(sentences, content.start)];
  if (sentence === undefined || cue.end > sentence.end) return attribution;
  const rest = text.slice(Math.max(cue.end, source?.end ?? 0), sentence.end);
  return /^[^,;]{0,60}, [a-z]+ing\b/.test(rest) ? { ...attribution, content: { start: content.start, end: sentence.end } } : attribution;
}
