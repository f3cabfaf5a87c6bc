import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

test.each([
  ['HTTP://Example.com:80/News//Story/?utm_source=x&b=2&a=1#top', 'https://example.com/News/Story?a=1&b=2'],
  ['https://example.com', 'https://example.com/'],
  ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ['//cdn.example.org/a', 'https://cdn.example.org/a'],
  ['https://user:secret@example.com/a', 'https://example.com/a'],
  ['https://example.com/?p=123&ref=rss', 'https://example.com/?p=123&ref=rss'],
  ['https://example.com/long-story?ref=rss&fbclid=1', 'https://example.com/long-story'],
  ['https://example.com/a-story/amp/', 'https://example.com/a-story'],
  ['https://amp.example.com/a-story.amp.html', 'https://example.com/a-story.html'],
])('%s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
});

test.each([
  ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.co.uk%2Fnews%2Fone%3Futm_medium%3Drss', 'https://example.co.uk/news/one'],
  ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/two/amp/', 'https://www.example.com/news/two'],
  ['https://web.archive.org/web/20200101000000/http://example.com/three', 'https://example.com/three'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Ffour&h=x', 'https://example.com/four'],
  ['https://news.google.com/rss/articles/CBMiIGh0dHBzOi8vZXhhbXBsZS5jb20vbmV3cy9zaXg_YT0x0gEA?oc=5', 'https://example.com/news/six?a=1'],
  ['https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fexample.com%2ffive', 'https://example.com/five'],
])('unwraps %s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
});

test.each(['', 'mailto:a@example.com', 'javascript:alert(1)', 'no address', `https://example.com/${'a'.repeat(5000)}`])(
  'refuses %s',
  (url) => {
    expect(canonicalUrl(url)).toBeNull();
  },
);

const ampPath = fc
  .array(fc.constantFrom('amp', 'index.html', 'long-story', 'x', '', 'a.amp', 'amp.html'))
  .map((parts) => `https://example.com/${parts.join('/')}`);

test('applied again it changes nothing, and nothing throws', () => {
  const url = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    ampPath,
    fc.string(),
    fc.tuple(fc.webUrl(), fc.string()).map(([one, other]) => `${one}?url=${one}&${other}`),
  );
  fc.assert(
    fc.property(url, (value) => {
      const once = canonicalUrl(value);
      expect(once === null ? null : canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});
