// The thread in which one reader reads pages; see pages.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readHtml } from '@copydesk/article';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

/** A page's body as one reader sees it, and how long that took. */
export interface PageReply {
  text: string;
  ms: number;
  error?: string;
}

/** The text of a fragment of HTML, a block a line. */
function plain(html: string): string {
  const { document } = parseHTML(
    `<html><body>${html.replace(/<\/?(?:p|div|li|h[1-6]|br|tr|blockquote|figure|figcaption|pre|section)\b[^>]*>/gi, '\n$&')}</body></html>`,
  );
  return document.body.textContent ?? '';
}

const read: Record<string, (html: string, url: string) => string | Promise<string>> = {
  copydesk: (html, url) => readHtml(html, { url }).text,
  'readability-linkedom': (html) => new Readability(parseHTML(html).document as never).parse()?.textContent ?? '',
  'defuddle-linkedom': async (html, url) => {
    const { content } = await Defuddle(parseHTML(html).document as never, url);
    return content;
  },
};

const reader = read[workerData as string];
const port = parentPort;
port?.on('message', ({ html, url }: { html: string; url: string }) => {
  void answer(html, url).then((reply) => port.postMessage(reply));
});

async function answer(html: string, url: string): Promise<PageReply> {
  const begun = performance.now();
  try {
    const text = (await reader?.(html, url)) ?? '';
    const ms = performance.now() - begun;
    return { text: workerData === 'defuddle-linkedom' ? plain(text) : text, ms };
  } catch (error) {
    return { text: '', ms: performance.now() - begun, error: error instanceof Error ? error.message : String(error) };
  }
}
