import type { Candidate, Refusal } from './candidate.ts';

/** What is wrong with a candidate whose words are `exact`, or null: every number's words and every quotation must stand in the evidence. */
export function candidateFault(candidate: Candidate, exact: string): Pick<Refusal, 'reason' | 'detail'> | null {
  if (exact.trim() === '') return { reason: 'empty', detail: 'no words' };
  if (candidate.quantity !== null && !exact.includes(candidate.quantity.surface)) {
    return { reason: 'number-not-in-evidence', detail: candidate.quantity.surface };
  }
  if (candidate.quote !== null && !exact.includes(candidate.quote)) return { reason: 'quote-not-in-evidence', detail: candidate.quote };
  return null;
}
