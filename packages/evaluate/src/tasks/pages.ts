import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePage, readHtml, warmUp } from '@copydesk/article';
import { timeEach } from '../task.ts';
import type { TaskResult } from '../task.ts';

interface Page {
  id: string;
  url?: string;
  path: string;
}

/** Body, headline, authors and date of HTML pages; reading the files and starting up (tables loaded, code compiled on made pages, as a thread of the service's pool does before its first document) are not part of the time. */
export function run(items: readonly unknown[]): Promise<TaskResult> {
  warmUp();
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
