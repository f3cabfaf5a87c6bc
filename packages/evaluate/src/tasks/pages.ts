import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePage, readHtml } from '@copydesk/article';
import { timeEach } from '../task.ts';
import type { TaskResult } from '../task.ts';

interface Page {
  id: string;
  url?: string;
  path: string;
}

/** Body, headline, authors and date of HTML pages; reading the files and starting up (tables loaded, code compiled) are not part of the time. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  for (let i = 0; i < 60; i++) readHtml(madePage(i));
  const pages = (items as readonly Page[]).map(({ id, url, path }) => {
    const bytes = readFileSync(path);
    return { id, url, html: decodePage(path.endsWith('.gz') ? gunzipSync(bytes) : bytes).text };
  });
  return timeEach(pages, ({ id, url, html }) => {
    const begun = performance.now();
    const { text, title, authors, published, rejected } = readHtml(html, { url });
    return { id, text, title, authors, published: published?.value, code: rejected?.code, ms: performance.now() - begun };
  });
}

/** A page made of nothing but structure, to have the reader's code compiled before the clock starts, as it is in a running service. */
function madePage(seed: number): string {
  const sentence = (k: number): string =>
    `Sentence ${k} of page ${seed} says, for once, that “something” happened there in ${2000 + (k % 20)}, and why. `;
  const links = Array.from({ length: 120 }, (_, k) => `<li class="nav-item-${k % 7}"><a href="/section/${k}">Section ${k}</a></li>`).join(
    '\n',
  );
  const paragraphs = Array.from(
    { length: 40 },
    (_, k) => `<p class="text">${sentence(k)}<b>${sentence(k + 1)}</b><a href="/${k}">more</a></p>`,
  ).join('\n');
  const teasers = Array.from(
    { length: 60 },
    (_, k) => `<div class="teaser"><h3><a href="/t/${k}">Teaser ${k}</a></h3><span class="date">${k} May 2020</span></div>`,
  ).join('\n');
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: `Page ${seed}`,
    datePublished: '2020-05-04T10:20:30Z',
    articleBody: sentence(1).repeat(20),
  });
  return `<html lang="en"><head><title>Page ${seed}</title><script type="application/ld+json">${data}</script><script>${'x = 1 < 2;'.repeat(500)}</script></head>
<body><nav><ul>${links}</ul></nav><main><article class="article-body"><h1>Page ${seed}</h1>${paragraphs}</article></main><aside>${teasers}</aside><footer>© 2020</footer></body></html>`;
}
