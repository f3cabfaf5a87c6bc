import type { Candidate, Refusal } from './candidate.ts';

type Fault = Pick<Refusal, 'reason' | 'detail'>;

/** What checks candidates against the text they were read from. */
export interface Verifier {
  /** What is wrong with a candidate, or null. */
  fault(candidate: Candidate): Fault | null;
}

/**
 * Checks that nothing is published that the text does not say: a number's words stand in the evidence as a number of their own (no "900" out of "1,900"), a quotation stands there
 * word for word, a speaker is named by then.
 */
export function createVerifier(text: string): Verifier {
  const lower = text.toLowerCase();
  const firstPlaces = new Map<string, number>();
  const firstPlace = (word: string): number => {
    const known = firstPlaces.get(word);
    if (known !== undefined) return known;
    const place = lower.indexOf(word);
    firstPlaces.set(word, place);
    return place;
  };
  return {
    fault(candidate) {
      const { span, quantity, quote, source } = candidate;
      const exact = text.slice(span.start, span.end);
      if (exact.trim() === '') return { reason: 'empty', detail: 'no words' };
      if (quantity !== null && !holdsNumber(exact, quantity.surface)) return { reason: 'number-not-in-evidence', detail: quantity.surface };
      if (quote !== null && !exact.includes(quote)) return { reason: 'quote-not-in-evidence', detail: quote };
      const name = source?.name?.toLowerCase().split(/\s+/).at(-1);
      if (name !== undefined) {
        const place = firstPlace(name);
        if (place < 0 || place >= span.end) return { reason: 'speaker-not-in-text', detail: source?.name ?? '' };
      }
      return null;
    },
  };
}

const digit = /\d/;

/** The words of a number stand in a text, not cut out of a longer number. */
export function holdsNumber(exact: string, surface: string): boolean {
  if (surface === '') return false;
  for (let at = exact.indexOf(surface); at >= 0; at = exact.indexOf(surface, at + 1)) {
    if (!continues(exact, at, -1) && !continues(exact, at + surface.length - 1, 1)) return true;
  }
  return false;
}

/** A digit at `at` goes on as the same number to the left (−1) or right (1): directly, or behind one separator. */
function continues(exact: string, at: number, step: -1 | 1): boolean {
  if (!digit.test(exact[at] ?? '')) return false;
  const next = exact[at + step] ?? '';
  return digit.test(next) || (/[.,]/.test(next) && digit.test(exact[at + 2 * step] ?? ''));
}
