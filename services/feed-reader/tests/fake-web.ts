import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web of made feeds on this machine. Host names resolve to it through the fetcher's resolver; feeds share domains in threes. */
export interface FakeWeb {
  feeds: string[];
  /** Addresses of every item of the feeds that are not faulty. */
  items: Set<string>;
  /** How often each feed was asked, and the most requests at once at any domain. */
  asked: Map<string, number>;
  mostAtOnce(): number;
  resolve(hostname: string): Promise<string[]>;
  stop(): void;
}

const FEEDS_PER_DOMAIN = 3;
/** Every so many feeds bring teasers, and their items' pages are asked for. */
const TEASERS_EVERY = 10;

const sentence = (feed: number, item: number, part: number) =>
  `Gauge ${feed} noted ${item * 13 + part} millimetres of rain by noon, the county office said in note ${item}, part ${part}, of its series. `;
const body = (feed: number, item: number) => Array.from({ length: 8 }, (_, part) => `<p>${sentence(feed, item, part)}</p>`).join('');

/** @param faulty share of feeds that answer with an error, an empty line, broken XML or no answer at all. @param delayMs how long an answer takes. */
export async function startFakeWeb(options: { feeds: number; items: number; faulty: number; delayMs: number }): Promise<FakeWeb> {
  const running = new Map<string, number>();
  const asked = new Map<string, number>();
  const items = new Set<string>();
  let most = 0;
  let port = 0;
  const domain = (feed: number) => `paper${Math.floor(feed / FEEDS_PER_DOMAIN)}.example`;
  const host = (feed: number) => `f${feed}.${domain(feed)}:${port}`;
  const itemUrl = (feed: number, item: number) => `http://${host(feed)}/news/${item}`;
  const isFaulty = (feed: number) => Math.floor((feed + 1) * options.faulty) > Math.floor(feed * options.faulty);
  const faults = [
    { status: 500, text: 'error' },
    { status: 404, text: 'none' },
    { status: 200, text: 'nothing that is a feed' },
    { status: 0, text: '' },
  ];
  const feedText = (feed: number) => {
    const teaser = feed % TEASERS_EVERY === 0;
    const entries = Array.from({ length: options.items }, (_, item) => {
      const text = teaser ? 'Read more' : `<![CDATA[${body(feed, item)}]]>`;
      return `<item><guid>${feed}-${item}</guid><title>Rain note ${item} of ${feed}</title><link>${itemUrl(feed, item)}</link><description>${text}</description></item>`;
    });
    return `<rss version="2.0"><channel><title>Paper ${feed}</title>${entries.join('')}</channel></rss>`;
  };
  const answer = (path: string, feed: number): { status: number; text: string } => {
    if (path === '/robots.txt') return { status: 404, text: '' };
    if (path !== '/feed.xml') {
      const item = Number(path.replace('/news/', ''));
      return {
        status: 200,
        text: `<html lang="en"><body><article><h1>Rain note ${item} of ${feed}</h1>${body(feed, item)}</article></body></html>`,
      };
    }
    asked.set(host(feed), (asked.get(host(feed)) ?? 0) + 1);
    if (isFaulty(feed)) return faults[feed % faults.length] ?? { status: 500, text: '' };
    return { status: 200, text: feedText(feed) };
  };
  const server = createServer((request, response) => {
    const feed = Number(/^f(\d+)\./.exec(request.headers.host ?? '')?.[1] ?? -1);
    const name = domain(feed);
    running.set(name, (running.get(name) ?? 0) + 1);
    most = Math.max(most, running.get(name) ?? 0);
    const path = request.url ?? '/';
    setTimeout(() => {
      running.set(name, (running.get(name) ?? 1) - 1);
      const { status, text } = answer(path, feed);
      if (status === 0) return void request.socket.destroy();
      response.writeHead(status, { 'content-type': path === '/feed.xml' ? 'application/rss+xml' : 'text/html' }).end(text);
    }, options.delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  const feeds = Array.from({ length: options.feeds }, (_, feed) => `http://${host(feed)}/feed.xml`);
  for (let feed = 0; feed < options.feeds; feed++) {
    if (!isFaulty(feed)) for (let item = 0; item < options.items; item++) items.add(itemUrl(feed, item));
  }
  return {
    feeds,
    items,
    asked,
    mostAtOnce: () => most,
    resolve: async () => ['127.0.0.1'],
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
