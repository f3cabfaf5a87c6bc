import { eld } from 'eld/extrasmall';

/** The language of a text: ISO 639-1 code, or null when there is nothing to tell it by. */
export interface DetectedLanguage {
  language: string | null;
  /** False where the text is short or two languages score alike: treat the language as unknown. */
  reliable: boolean;
}

/** Enough for certainty; keeps the cost of a very long text constant. */
const sampleLength = 4000;

/**
 * Tells the language of a text by the n-grams of `eld` (Apache-2.0, smallest table), looking at the first few thousand characters.
 * It lives apart from the package's main entry because its table costs about 80 MB and 150 ms, which only readers of articles should pay.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text
    .slice(0, sampleLength)
    .toWellFormed()
    .split(/\s+/)
    .filter((word) => !word.includes('://') && !word.includes('@') && !word.includes('\ufffd'))
    .join(' ');
  const found = eld.detect(sample);
  if (found.language === '') return { language: null, reliable: false };
  return { language: found.language, reliable: found.isReliable() };
}
