import type { ParsedSentence } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import { speechClasses } from '../attributions/types.ts';
import type { Attribution } from '../attributions/index.ts';
import type { TimeMention } from '../times/index.ts';
import { firstFrom, sentenceAt } from './sentences.ts';

/** When something was said, and the words that were said then. */
export interface SpeechTime {
  time: TimeMention;
  content: Span;
  cue: Span;
}

/** Code units between a cue and a time that belongs to it, at most: a clause of saying is short. */
const FAR = 160;
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/**
 * The times that date the saying and not what is said: "said on Friday", "announced via the exchange on 25 July that", "On 3 May the paper quoted". Such a time stands outside what is
 * reported, in the sentence of the cue, with no other finite verb between the two.
 * @param times the time expressions of each sentence
 */
export function speechTimesOf(
  attributions: readonly Attribution[],
  sentences: readonly ParsedSentence[],
  times: readonly (readonly TimeMention[])[],
): Map<Attribution, SpeechTime> {
  const found = new Map<Attribution, SpeechTime>();
  for (const attribution of attributions) {
    const { cue, cueClass, content } = attribution;
    if (cue === null || (cueClass !== null && !speechClasses.has(cueClass))) continue;
    const index = sentenceAt(sentences, cue.start);
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const near = (times[index] ?? [])
      .filter((time) => isDay(time) && isApart(time, content, cue) && gapOf(time, cue) <= FAR && !isParted(time, cue, sentence))
      .sort((a, b) => gapOf(a, cue) - gapOf(b, cue));
    const [time] = near;
    if (time !== undefined) found.set(attribution, { time, content, cue });
  }
  return found;
}

const isDay = ({ type, attributive }: TimeMention): boolean => !attributive && (type === 'DATE' || type === 'TIME');
const gapOf = (time: Span, cue: Span): number => Math.max(time.start - cue.end, cue.start - time.end);

/** A time outside what is said, or right behind the cue ("said Friday it would …"). */
function isApart(time: Span, content: Span, cue: Span): boolean {
  if (time.end <= content.start || time.start >= content.end) return true;
  return time.start >= cue.end && time.start - cue.end <= 4 && content.start >= cue.end;
}

/** Another finite verb stands between a time and the cue: then the time is that verb's. "On Monday the paper quoted her as saying": a participle speaks when its verb acts. */
function isParted(time: Span, cue: Span, { tokens }: ParsedSentence): boolean {
  const [from, to] = time.start < cue.start ? [time.end, cue.start] : [cue.end, time.start];
  const participle = tokens[firstFrom(tokens, cue.start, ({ start }) => start)]?.xpos === 'VBG';
  let verbs = 0;
  for (let at = firstFrom(tokens, from, ({ start }) => start); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= to) break;
    if (finite.has(token.xpos) && (token.upos === 'VERB' || token.upos === 'AUX')) verbs += 1;
  }
  return verbs > (participle && time.end <= cue.start ? 1 : 0);
}

/** The dated sayings that touch a sentence. */
export function speechIn(speech: ReadonlyMap<Attribution, SpeechTime>, { start, end }: Span): SpeechTime[] {
  return [...speech.values()].filter(
    ({ content, cue }) => Math.min(content.start, cue.start) < end && Math.max(content.end, cue.end) > start,
  );
}
