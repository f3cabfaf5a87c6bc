import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

const sentence = 'The council voted on Monday to widen the harbour road, although several members asked for a second study of the costs.';
const page = (body: string, head = ''): string =>
  `<html lang="en"><head><title>Harbour road - The Example</title>${head}</head><body>${body}</body></html>`;

const long = `<article>${Array.from({ length: 400 }, (_, i) => `<p>${`${sentence} `.repeat(100)} ${i}.</p>`).join('')}</article>`;

describe('readHtml', () => {
  it('keeps the paragraphs of the body and leaves navigation, related links and the footer out', () => {
    const html = page(`<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Harbour road</h1>
      <div class="article-body"><p>${sentence}</p><p>${sentence.replace('Monday', 'Tuesday')}</p><p>${sentence.replace('Monday', 'Friday')}</p></div></article>
      <aside class="related"><a href="/x">Ten more roads you will like</a></aside><footer><p>Copyright 2021 The Example. All rights reserved.</p></footer>`);
    const reading = readHtml(html);
    expect(reading.text.split('\n')).toEqual([sentence, sentence.replace('Monday', 'Tuesday'), sentence.replace('Monday', 'Friday')]);
    expect(reading.title).toBe('Harbour road');
    expect(reading.language).toBe('en');
    expect(reading.boilerplate).toBeGreaterThan(2);
  });

  it('reads date, authors, publisher and address from structured data', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Harbour road',
      datePublished: '2021-03-04T10:20:30+01:00',
      author: [{ name: 'Ada Quill' }],
      publisher: { name: 'The Example' },
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://news.example/harbour?utm_source=x">`;
    const reading = readHtml(page(`<p>${sentence}</p><p>${sentence}</p>`, head), { url: 'https://news.example/harbour' });
    expect(reading.published).toEqual({ value: '2021-03-04T10:20:30+01:00', precision: 'second', source: 'json-ld' });
    expect(reading.authors).toEqual(['Ada Quill']);
    expect(reading.publisher).toBe('The Example');
    expect(reading.canonicalUrl).toBe('https://news.example/harbour');
  });

  it('reads the stated body of a page that builds its text in the browser', () => {
    const body = Array.from({ length: 6 }, (_, i) => sentence.replace('Monday', ['Monday', 'Tuesday', 'Friday'][i % 3] ?? '')).join('\n');
    const reading = readHtml(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Harbour road', articleBody: body })}</script>`,
    );
    expect(reading.text).toBe(body);
  });

  it('scrubs text and metadata', () => {
    const head = '<meta property="og:title" content="Har\u0000bour road"><meta name="author" content="Ada \ud800Quill">';
    const reading = readHtml(page(`<p>${sentence}\u0000</p><p>Cafe\u0301 ${sentence}</p><p>${sentence}</p>`, head));
    expect(reading.text).toContain('Caf\u00e9 The');
    expect(JSON.stringify([reading.text, reading.title, reading.authors])).not.toMatch(/\\u0000|\\ud800/);
    expect(reading.authors[0]).toContain('Quill');
  });

  it('marks phrases that stand alone between sentences as headlines, and parts them from a next line in small letters', () => {
    const paragraphs = ['Monday', 'Tuesday', 'Friday'].map((day) => `<p>${sentence.replace('Monday', day)}</p>`);
    const reading = readHtml(
      page(
        `<h1>Harbour road</h1><article>${paragraphs.join('<p>New costs</p>')}<h2>Fewer cars on the road</h2><p>eCars are few: ${sentence}</p></article>`,
      ),
    );
    const headings = reading.headlines.map(({ start, end }) => reading.text.slice(start, end));
    expect(headings).toEqual(['New costs', 'New costs', 'Fewer cars on the road']);
    expect(reading.text).toContain('Fewer cars on the road\n\neCars are few');
    expect(reading.text).toContain('costs.\nNew costs\nThe council');
  });

  it('parts sentences that two elements put side by side', () => {
    const html = page(
      `<article><p><span>${sentence}</span><span>The mayor will speak.</span></p><p>${sentence.replace('Monday', 'Friday')}</p></article>`,
    );
    expect(readHtml(html).text).toContain('the costs. The mayor will speak.');
  });

  it('refuses a challenge page with a code', () => {
    const html =
      '<html><head><title>Just a moment...</title></head><body><p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p></body></html>';
    expect(readHtml(html).rejected?.code).toBe('challenge');
  });

  it('answers deep, huge and broken input without throwing', () => {
    expect(readHtml('<div>'.repeat(200_000)).rejected?.code).toBe('empty');
    expect(readHtml('<b>x</b>'.repeat(300_000)).rejected?.code).toBe('too-many-nodes');
    expect(readHtml('').rejected?.code).toBe('empty');
    expect(readHtml(`<p>${sentence}</p><p>${sentence}</p><svg><p>`).text).toContain('harbour');
  });

  it('refuses a body that no article has', () => {
    expect(readHtml(long).rejected?.code).toBe('too-large');
  });
});
