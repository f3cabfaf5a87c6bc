import { expect, it } from 'vitest';
import { readHtml } from '../read-html.ts';
import { madePage } from './warm-up.ts';

it.each([0, 1, 2, 3, 4, 5, 6, 7])('made page %d is read as an article', (seed) => {
  const { html, url } = madePage(seed);
  const reading = readHtml(html, { url });
  expect(reading.rejected).toBeUndefined();
  expect(reading.title).toContain(String(seed));
  expect(reading.published?.value.slice(0, 10)).toBe('2021-05-04');
  expect(reading.text.length).toBeGreaterThan(1_000);
});
