import { expect, test } from 'vitest';
import { agencyCredit } from './credit.ts';

test.each([
  ['PARIS (Reuters) - The mayor resigned.', 'Reuters'],
  ['PARIS, Jan 3 (AP) — The mayor resigned.', 'AP'],
  ['The mayor resigned.\nAFP reports: He had no choice.', 'AFP'],
  ['The mayor resigned.\nHe left.\n— AFP', 'AFP'],
  ['The mayor resigned.\nSource: Xinhua', 'Xinhua'],
  ['The mayor resigned.\nReuters/AFP', 'Reuters'],
])('%s', (text, agency) => {
  const credit = agencyCredit(text);
  expect(credit?.agency).toBe(agency);
  expect(text.slice(credit?.start, credit?.end)).toContain(agency);
});

test.each([
  'The mayor told Reuters he would resign.',
  'The mayor (Reuters spoke to him) resigned.',
  'AP',
  '',
  'The mayor resigned.\nfrom City Blog https://example.org/x\nvia IFTTT',
])('%s has no credit', (text) => {
  expect(agencyCredit(text)).toBeNull();
});
