import { modifiesNoun } from '../statements/anchored-time.ts';
import type { ParsedSentence } from '@copydesk/language';
import type { TimeMention } from '../times/index.ts';
import type { Candidate } from './candidate.ts';
import { sentenceAt } from './sentences.ts';
import { speechAt } from './speech-time.ts';
import type { SpeechTime } from './speech-time.ts';
import { toTimeValue } from './time-value.ts';

/** The times of an article, sentence by sentence. */
export interface DatedText {
  sentences: readonly ParsedSentence[];
  times: readonly (readonly TimeMention[])[];
  speech: ReadonlyMap<number, readonly SpeechTime[]>;
}

/** A quotation with the day it was said; where its own clause has no time, the only one between its marks is its time. */
export function datedQuote(quote: Candidate, { sentences, times, speech }: DatedText): Candidate {
  const index = sentenceAt(sentences, quote.anchor);
  const sentence = sentences[index];
  const end = quote.anchor + (quote.quote?.length ?? 0);
  const inside = (times[index] ?? []).filter(
    (time) =>
      time.start >= quote.anchor &&
      time.end <= end &&
      !time.attributive &&
      (time.type === 'DATE' || time.type === 'TIME') &&
      !(sentence !== undefined && modifiesNoun(sentence, time)),
  );
  const [only] = inside;
  const said = speechAt(speech.get(index) ?? [], quote.anchor);
  return {
    ...quote,
    time: quote.time ?? (only === undefined || inside.length > 1 ? null : toTimeValue(only)),
    statementTime: said === undefined ? null : toTimeValue(said.time),
  };
}
