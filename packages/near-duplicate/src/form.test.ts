import { describe, expect, it } from 'vitest';
import { madeText } from '../tests/made-articles.ts';
import { createNearDuplicateIndex } from './index.ts';

const HOUR = 3_600_000;
const OTHERS = 100;

/** Adds texts to a window with other news in it, each so many hours after the one before, and answers what each was found to copy. */
function originsOf(...texts: [text: string, hours: number][]): (string | null)[] {
  const index = createNearDuplicateIndex();
  let observedAt = 1_700_000_000_000;
  for (let i = 0; i < OTHERS; i += 1)
    index.add({ id: `o${i}`, revision: 1, title: null, text: madeText(i, 1000 + i), language: 'en', observedAt });
  return texts.map(([text, hours], i) => {
    observedAt += hours * HOUR + 1000;
    return index.add({ id: `n${i}`, revision: 1, title: null, text, language: 'en', observedAt }).of;
  });
}

describe('forms that are filled in anew', () => {
  it('keeps notices of one sender about different funds apart, and knows one that is sent again', () => {
    const notice = (fund: string, cents: string): string =>
      `The monthly payout is ${cents} cents against ${cents} before, to be paid on March 31 to holders of March 16. The note is about the Alderson ${fund} Insured Income Fund of Brackwater.`;
    const texts = [notice('Ohio', '6.1'), notice('Michigan', '6.9'), notice('Oregon', '7.3'), `Repeat. ${notice('Michigan', '6.9')}`];
    expect(originsOf(...texts.map((text): [string, number] => [text, 0]))).toEqual([null, null, null, 'n1']);
  });

  it("tells the next day's notice from one sent again, though hardly a number differs", () => {
    const notice = (rate: string, speaker: string): string =>
      `The reserve office entered the market for government paper to arrange customer agreements, a ${speaker} said. Dealers said funds were trading at ${rate} percent when the office began its temporary and indirect supply of reserves to the banks.`;
    const [first, again, other] = [notice('6.3125', 'spokesman'), notice('6.3125', 'spokeswoman'), notice('6.125', 'spokesman')];
    expect(originsOf([first, 0], [again, 1], [other, 23])).toEqual([null, 'n0', null]);
    expect(originsOf([first, 0], [again, 24])).toEqual([null, 'n0']);
  });

  it('knows a table that is sent again with another minute on top, and one that grew; not one with other figures', () => {
    const table = (minute: string, may: string, july = '6245'): string =>
      `BRENT COPPER ${minute} APR UNTRD MAY ${may} UP 5 JUN UNTRD JUL ${july} UP 10 SEP 6265 UP 15 DEC 6285 UP 20 JAN UNTRD MAR 6340 UP 25 MAY UNTRD`;
    const grown = `${table('1130', '6270')} JUL 6410 UP 30 SEP 6455 UP 35`;
    expect(originsOf([table('1030', '6270'), 0], [table('1100', '6270'), 0], [grown, 0])).toEqual([null, 'n0', 'n0']);
    expect(originsOf([table('1030', '6270'), 0], [table('1100', '6275', '6255'), 0])).toEqual([null, null]);
  });

  it('keeps bond issues of different firms on one day apart', () => {
    const issue = (firm: string, lead: string, [sum, year, coupon, price]: string[]): string =>
      `${firm} is issuing a ${sum} million dollar bond due April ${year} with a coupon of ${coupon} percent and priced at ${price} percent, lead manager ${lead} said. ` +
      'The bond cannot be called and is available in denominations of 1,000 and 5,000 dollars; it will be listed in Luxembourg. The selling concession is one percent while management and underwriting pay a half percent each.';
    const firms = [
      issue('Tolland Bank', 'Harbury Brothers', ['40', '1990', '14.5', '101.375']),
      issue('Marlow Elektra', 'Credit Ostend', ['75', '1993', '13.25', '100.625']),
    ];
    expect(originsOf([firms[0]!, 0], [firms[1]!, 1])).toEqual([null, null]);
  });

  it('takes a report with one number put right, or cut short, for a copy', () => {
    const report = (price: string): string =>
      `Tyrell Rubber expects to sell its Selbourne pipeline for about ${price} million dollars within two months, its chairman told holders at Brackwater. ` +
      'The firm had bought the line eleven years ago to carry gas from wells that were never drilled, and wrote off half of its worth last winter. Unions fear for 400 posts at the pumping stations.';
    expect(originsOf([report('2,100'), 0], [report('1,900'), 2])).toEqual([null, 'n0']);
    expect(originsOf([report('2,100'), 0], [report('2,100').slice(0, 330), 20])).toEqual([null, 'n0']);
  });
});
