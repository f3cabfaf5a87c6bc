import { describe, expect, it } from 'vitest';
import { agencyNamed } from '@copydesk/text';
import { findCredit, leadInLength } from './find-credit.ts';

const none = { authors: [], above: [], body: [], below: [] };
const body = (...lines: string[]) => findCredit({ ...none, body: lines });

describe('findCredit', () => {
  it.each([
    ['PARIS, May 3 (Reuters) - Prices rose.', 'Reuters', 'dateline'],
    ['KYIV (AP) — Prices rose.', 'Associated Press', 'dateline'],
    ['Berlin (dpa/AFP) - Die Preise steigen.', 'dpa', 'dateline'],
    ['AFP reports: Prices rose.', 'AFP', 'lead-in'],
  ])('reads %s', (line, agency, kind) => expect(body(line)).toMatchObject({ agency, kind }));

  it('reads credits in bylines, lines above and below, and at the end', () => {
    expect(findCredit({ ...none, authors: ['The Associated Press'] })?.kind).toBe('byline');
    expect(findCredit({ ...none, above: ['Xinhua | Updated: 2021-03-04 17:52'] })?.agency).toBe('Xinhua');
    expect(findCredit({ ...none, below: ['AP - AFP'] })?.agencies).toEqual(['Associated Press', 'AFP']);
    expect(findCredit({ ...none, below: ['Source: TASS'] })?.agency).toBe('TASS');
    expect(findCredit({ ...none, below: ['© 2024 AFP'] })).toMatchObject({ agency: 'AFP', kind: 'copyright' });
    expect(body('One.', 'Two, the mayor said. (ANSA)')?.agency).toBe('ANSA');
    expect(body('One.', 'The Associated Press contributed to this report.')).toMatchObject({
      agency: 'Associated Press',
      kind: 'contributed',
    });
  });

  it('takes no quotation of an agency for a credit', () => {
    expect(body('Prices rose, Reuters reported on Monday.', 'The minister (Labour) said so.', 'He told AFP that prices rose.')).toBeNull();
  });

  it('names agencies only where the name stands alone', () => {
    expect(agencyNamed('afp')).toBeUndefined();
    expect(agencyNamed('dpa')).toBe('dpa');
    expect(agencyNamed('Reuters Street')).toBeUndefined();
  });

  it('cuts only a bare lead-in that ends in a colon', () => {
    expect(leadInLength('AFP: Prices', 'AFP:')).toBe(5);
    expect(leadInLength('AFP reports: Prices', 'AFP reports:')).toBe(0);
    expect(leadInLength('AFP - Prices', 'AFP -')).toBe(0);
  });
});
