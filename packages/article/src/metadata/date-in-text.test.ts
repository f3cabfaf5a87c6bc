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
  it('takes the date that closes a letter', () => {
    const html = `<html><body><h1>To all our members</h1><article>${`<p>${sentence}</p>`.repeat(4)}<p>Ada Quill, 4 March 2021</p></article></body></html>`;
    expect(readHtml(html).published?.value).toBe('2021-03-04');
  });
  it('goes by the headline above the body where a teaser of the article stands before it', () => {
    const teasers = '<h3>The harbour road will be widened</h3><p>9 March 2021</p><h3>Another road</h3><p>11 March 2021</p>';
    const html = `<html><body>${teasers}<p>News</p>${'<p>Menu</p>'.repeat(12)}<h1>The harbour road will be widened</h1><p>4 March 2021</p><article>${`<p>${sentence}</p>`.repeat(4)}</article></body></html>`;
    expect(readHtml(html).published?.value).toBe('2021-03-04');
  });
});

describe('dates that disagree', () => {
  const page = (head: string, shown: string): string | undefined =>
    readHtml(
      `<html><head>${head}</head><body><h1>The harbour road will be widened</h1><div>${shown}</div><article>${`<p>${sentence}</p>`.repeat(4)}</article></body></html>`,
    ).published?.value;
  const data = (day: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The harbour road will be widened","datePublished":"${day}"}</script>`;
  const meta = (day: string): string => `<meta property="article:published_time" content="${day}">`;

  it('go by what the page shows where the metadata name a day without a time', () => {
    expect(page('<meta name="date" content="2021-03-05">', '4 March 2021, 10:20')).toBe('2021-03-04T10:20');
    expect(page('<meta name="date" content="2021-03-05">', 'The fair opens on 4 June 2021')).toBe('2021-03-05');
    expect(page('<meta name="date" content="2021-03-05">', 'Updated: 9 March 2021')).toBe('2021-03-05');
  });
  it('go by the metadata against structured data where the page shows their day', () => {
    const both = data('2019-03-04T10:20:00+01:00') + meta('2021-03-04T10:20:00+01:00');
    expect(page(both, '4 March 2021')).toBe('2021-03-04T10:20:00+01:00');
    expect(page(both, '')).toBe('2019-03-04T10:20:00+01:00');
    expect(page(data('2021-03-04T10:20:00+01:00') + meta('2021-03-05'), '5 March 2021')).toBe('2021-03-04T10:20:00+01:00');
  });
  it('are looked for in the data of scripts when nothing else names one, and believed when they agree', () => {
    const script = (...days: string[]): string => `<script>x = [${days.map((day) => `{"published_at":"${day}"}`).join()}]</script>`;
    expect(page(script('2021-03-04T10:20:00Z', '2021-03-04T11:00:00Z'), '')).toBe('2021-03-04T10:20:00Z');
    expect(page(script('2021-03-04T10:20:00Z', '2021-03-05T11:00:00Z'), '')).toBeUndefined();
  });
});
