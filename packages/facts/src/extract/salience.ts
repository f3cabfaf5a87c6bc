import type { Mention } from '@copydesk/contracts';
import type { Candidate } from './candidate.ts';

/** Sentences at the head of an article that tell its news. */
const LEAD = 4;
/** What happened at least a year before the article is history. */
const HISTORY = 1;

/**
 * How much a statement matters to its article: the lead and what numbers and named sources it gives are the core; history, roles and what hangs on a noun are background.
 * @param sentence index of its sentence
 * @param year year of the article, or null
 */
export function salienceOf(
  { rule, quantity, time, type, modality }: Candidate,
  sentence: number,
  year: number | null,
): Mention['salience'] {
  if (rule === 'role') return 'background';
  const told = /^\d{4}/.exec(time?.interval?.[1] ?? time?.timex ?? '')?.[0];
  if (year !== null && told !== undefined && modality === 'done' && year - Number(told) > HISTORY) return 'background';
  if (sentence < LEAD) return type === 'state' && quantity === null && sentence > 0 ? 'supporting' : 'core';
  return 'supporting';
}
