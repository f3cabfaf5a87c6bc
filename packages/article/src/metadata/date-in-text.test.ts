import { describe, expect, it } from 'vitest';
import { readHtml } from '../read-html.ts';

const sentence = 'The council voted on Monday to widen the harbour road, although several members asked for a second study of the costs.';
const published = (above: string, below = '') =>
  readHtml(
    `<html><body><h1>The harbour road will be widened</h1>${above}<article>${`<p>${sentence}</p>`.repeat(4)}</article>${below}</body></html>`,
  ).published;

describe('dates in the visible text', () => {
  it('finds the date beside the headline', () => {
    expect(published('<div class="meta">4 March 2021, 10:20</div>')).toEqual({
      value: '2021-03-04T10:20',
      precision: 'minute',
      source: 'text',
    });
  });
  it('prefers a date called published to one called updated', () => {
    expect(published('<div>Updated: 9 March 2021</div>', '<div>Published: 4 March 2021</div>')?.value).toBe('2021-03-04');
  });
  it('takes no date that is older than the web', () => {
    expect(published('<div>Founded on 4 March 1921</div>')).toBeNull();
  });
});
