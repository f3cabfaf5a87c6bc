import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const refusal = (text: string | Uint8Array, headers: Record<string, string> = {}, url = 'https://paper.example/feed') => {
  const result = parseFeed(typeof text === 'string' ? Buffer.from(text) : text, { url, headers });
  return result.kind === 'feed' ? 'feed' : result.code;
};
const page = (title: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

describe('what is no feed', () => {
  it.each([
    ['empty', '', {}],
    ['empty', ' \r\n\uFEFF ', {}],
    ['html-page', page('The Paper', '<p>News of the day</p>'), {}],
    ['html-page', '<p>just a fragment</p>', {}],
    ['challenge', page('Just a moment...', '<script src="/cdn-cgi/challenge-platform/x.js"></script>'), {}],
    ['challenge', page('paper.example', '<iframe src="https://geo.captcha-delivery.com/x"></iframe>'), {}],
    ['challenge', page('x', ''), { 'CF-Mitigated': 'challenge' }],
    ['consent-wall', page('Before you continue', '<form action="/save"></form>'), {}],
    ['opml', '<opml version="2.0"><body><outline xmlUrl="https://a.example"/></body></opml>', {}],
    [
      'sitemap-index',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>',
      {},
    ],
    ['other-xml', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', {}],
    ['other-json', '{"error":"no such feed"}', {}],
    ['other-json', '[1,2', {}],
    ['plain-text', 'Feed not found', {}],
  ])('is told as %s: %s', (code, text, headers) => {
    expect(refusal(text, headers as Record<string, string>)).toBe(code);
  });

  it('tells binary data', () => {
    expect(refusal(Uint8Array.from({ length: 3000 }, (_, index) => (index * 31) % 256))).toBe('binary');
  });

  it('does not take a real page that loads a captcha for a challenge', () => {
    expect(
      refusal(
        page('The Paper', `<script src="https://www.google.com/g-recaptcha.js"></script>${'<p>Much to read here today.</p>'.repeat(100)}`),
      ),
    ).toBe('html-page');
  });

  it('names the feeds that a page points to', () => {
    const result = parseFeed(
      Buffer.from(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"><link href=atom.xml type=application/atom+xml rel="ALTERNATE"><link rel="stylesheet" href="x.css"></head></html>',
      ),
      { url: 'https://paper.example/news/' },
    );
    expect(result).toMatchObject({
      code: 'html-page',
      alternates: ['https://paper.example/rss?a=1&b=2', 'https://paper.example/news/atom.xml'],
    });
  });

  it('finds a feed behind warnings and blank lines', () => {
    expect(refusal('\n\n<br />\n<b>Warning</b>: x in <b>y</b><br /><?xml version="1.0"?><rss version="2.0"><channel/></rss>')).toBe('feed');
  });
});
