// The thread in which one reader reads pages; see pages.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readHtml } from '@copydesk/article';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';

/** A page's body as one reader sees it, and how long that took. */
export interface PageReply {
  text: string;
  ms: number;
  /** Time of this thread alone on a core, in milliseconds. */
  cpuMs: number;
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
  'readability-linkedom': (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '',
  'readability-jsdom': (html, url) => {
    const { window } = new JSDOM(html, { url });
    const text = new Readability(window.document).parse()?.textContent ?? '';
    window.close();
    return text;
  },
  'defuddle-linkedom': async (html, url) => {
    const { content } = await Defuddle(parseHTML(html).document, url);
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
  const before = process.threadCpuUsage();
  const took = (): { ms: number; cpuMs: number } => {
    const { user, system } = process.threadCpuUsage(before);
    return { ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
  };
  try {
    const text = (await reader?.(html, url)) ?? '';
    const time = took();
    return { text: workerData === 'defuddle-linkedom' ? plain(text) : text, ...time };
  } catch (error) {
    return { text: '', ...took(), error: error instanceof Error ? error.message : String(error) };
  }
}
