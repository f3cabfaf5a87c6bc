import type { ParsedSentence, ParsedToken } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import { speechClasses } from '../attributions/types.ts';
import { modifiesNoun } from '../statements/anchored-time.ts';
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
  text: string,
): Map<Attribution, SpeechTime> {
  const found = new Map<Attribution, SpeechTime>();
  for (const attribution of attributions) {
    const { cue, cueClass, content, source } = attribution;
    if (cue === null || (cueClass !== null && !speechClasses.has(cueClass))) continue;
    const index = sentenceAt(sentences, cue.start);
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const near = (times[index] ?? [])
      .filter(
        (time) =>
          isDay(time) &&
          isApart(time, content, cue, text) &&
          isSaying(time, cue, content, text) &&
          gapOf(time, cue) <= FAR &&
          !modifiesNoun(sentence, time) &&
          !isParted(time, { cue, source }, sentence) &&
          (isFine(time) || !isDeep(time, { cue, source }, sentence)),
      )
      .sort((a, b) => gapOf(a, cue) - gapOf(b, cue));
    const [time] = near;
    if (time !== undefined) found.set(attribution, { time, content, cue });
  }
  return found;
}

const isDay = ({ type, attributive }: TimeMention): boolean => !attributive && (type === 'DATE' || type === 'TIME');
const gapOf = (time: Span, cue: Span): number => Math.max(time.start - cue.end, cue.start - time.end);

/** A time outside what is said, or right behind the cue ("said Friday it would …"). */
function isApart(time: Span, content: Span, cue: Span, text: string): boolean {
  if (time.end <= content.start || time.start >= content.end) return true;
  return time.start >= cue.end && content.start >= cue.end && /^\s+(?:on |in )?$/.test(text.slice(cue.end, time.start));
}

/** A year rather dates what is told ("said in 1982 the bank had …"), and "now" dates nothing but the telling of it. */
function isSaying(time: TimeMention, cue: Span, content: Span, text: string): boolean {
  if (time.relation === 'since') return false;
  if (time.value.endsWith('_REF')) return time.value === 'PAST_REF';
  const behind = time.start >= cue.end;
  if (/^\d{4}$/.test(time.value))
    return behind && /^\s+in $/.test(text.slice(cue.end, time.start)) && /^\s+that\b/.test(text.slice(time.end, time.end + 6));
  // "said December sales were up": the time of the thing.
  return !behind || !/^\d{4}-\d{2}$/.test(time.value) || time.relation !== null || content.start >= time.end;
}

/** A day, and not a month, a quarter or a year. */
const isFine = ({ value }: TimeMention): boolean => /^\d{4}-(?:\d{2}-\d{2}|W)|^XXXX-(?:WXX-|XX-XX)|^PAST/.test(value);
/** Tokens from the head of a sentence within which its opening time stands. */
const HEAD = 4;

/** Within an adverbial before the cue, neither at the head of the sentence nor between source and cue: "With sales down in May, the firm said". */
function isDeep(time: Span, { cue, source }: { cue: Span; source: Span | null }, { tokens }: ParsedSentence): boolean {
  if (time.start >= cue.end || (source !== null && source.start < time.start)) return false;
  return firstFrom(tokens, time.start, ({ start }) => start) >= HEAD;
}

const isVerb = ({ upos }: ParsedToken): boolean => upos === 'VERB' || upos === 'AUX';

/**
 * A time belongs to another verb: a finite one stands between it and the cue, or it stands before the cue and behind a verb ("a man arrested on Monday said").
 * A participle speaks when its verb acts: "On Monday the paper quoted her as saying", "reported on Monday, citing".
 */
function isParted(time: Span, { cue, source }: { cue: Span; source: Span | null }, { tokens, start }: ParsedSentence): boolean {
  const ahead = time.start < cue.start;
  const participle = ahead && tokens[firstFrom(tokens, cue.start, (token) => token.start)]?.xpos === 'VBG';
  // An adverbial before the subject may hold participles ("In a letter published on Monday, she said").
  const opens = source === null || source.start > time.start;
  const [from, to] = ahead ? [participle ? time.end : opens ? start : source.start, cue.start] : [cue.end, time.start];
  let finites = 0;
  for (let at = firstFrom(tokens, from, (token) => token.start); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= to) break;
    if (!isVerb(token)) continue;
    if (ahead && !participle && !opens && token.start < time.start) return true;
    if (finite.has(token.xpos)) finites += 1;
  }
  return finites > (participle ? 1 : 0);
}

/** Sentences that one saying may run over. */
const LONG_SPEECH = 40;

/** The dated sayings that touch each sentence, by its index. */
export function speechBySentence(speech: Iterable<SpeechTime>, sentences: readonly Span[]): ReadonlyMap<number, readonly SpeechTime[]> {
  const found = new Map<number, SpeechTime[]>();
  for (const each of speech) {
    const { content, cue } = each;
    const first = sentenceAt(sentences, Math.min(content.start, cue.start));
    const last = sentenceAt(sentences, Math.max(content.end, cue.end) - 1);
    for (let index = first; index <= last && index < first + LONG_SPEECH; index++) {
      const list = found.get(index);
      if (list === undefined) found.set(index, [each]);
      else list.push(each);
    }
  }
  return found;
}

/** The saying that holds an offset, its cue included: the innermost that is dated. */
export function speechAt(speech: readonly SpeechTime[], offset: number): SpeechTime | undefined {
  let best: SpeechTime | undefined;
  for (const each of speech) {
    const { content, cue } = each;
    const inside = (content.start <= offset && offset < content.end) || (cue.start <= offset && offset < cue.end);
    if (inside && (best === undefined || content.end - content.start < best.content.end - best.content.start)) best = each;
  }
  return best;
}
