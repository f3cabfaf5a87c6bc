import { expect, test } from 'vitest';
import { isAggregator, publisherFamily } from './publisher-family.ts';

test.each([
  ['https://www.example.co.uk/a', 'example.co.uk'],
  ['https://news.example.com/a', 'example.com'],
  ['https://one.blogspot.com/a', 'one.blogspot.com'],
  ['http://192.0.2.7/a', '192.0.2.7'],
  ['https://news.google.com/rss/articles/x', null],
  ['https://www.msn.com/en-us/news/x', null],
  ['', null],
])('%s belongs to %s', (url, family) => {
  expect(publisherFamily(url)).toBe(family);
});

test('an aggregator is known by host or domain', () => {
  expect(isAggregator('https://feeds.feedburner.com/x')).toBe(true);
  expect(isAggregator('https://www.google.com/')).toBe(false);
});
