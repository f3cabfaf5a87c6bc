import { parseFeed as readWithFeedsmith } from 'feedsmith';
import { parseFeed } from '@copydesk/feed';
import type { BenchReport } from './main.ts';

const targetMegabytes = 5;
const targetRate = 30;

const rounds = 15;

/**
 * Megabytes of RSS read per second, beside feedsmith in the same run: a made feed of 5 MB, bytes to items, the two in turn, best of fifteen rounds after
 * one to warm up (the best, because what disturbs a round only ever makes it slower).
 */
export async function bench(): Promise<BenchReport> {
  const bytes = Buffer.from(madeFeed(targetMegabytes * 1_000_000));
  const ours = contestant(() => {
    const result = parseFeed(bytes, { url: 'https://paper.example/feed' });
    return result.kind === 'feed' ? result.items.length : 0;
  });
  const feedsmith = contestant(() => {
    const { feed } = readWithFeedsmith(bytes.toString('utf8'));
    return (feed as { items?: unknown[] }).items?.length ?? 0;
  });
  for (let round = 0; round <= rounds; round++) {
    ours.run();
    feedsmith.run();
  }
  const rate = (milliseconds: number): number => Number((bytes.length / 1000 / milliseconds).toFixed(1));
  return Promise.resolve({
    bench: 'feed',
    ok: rate(ours.best()) >= targetRate && ours.items() === feedsmith.items(),
    megabytes: bytes.length / 1e6,
    items: ours.items(),
    megabytesPerSecond: rate(ours.best()),
    feedsmithMegabytesPerSecond: rate(feedsmith.best()),
    target: targetRate,
  });
}

function contestant(read: () => number) {
  let best = Number.POSITIVE_INFINITY;
  let items = 0;
  return {
    run() {
      const begun = performance.now();
      items = read();
      best = Math.min(best, performance.now() - begun);
    },
    best: () => best,
    items: () => items,
  };
}

/** News as feeds carry it: escaped HTML in the description, full text in CDATA, the usual fields, some of it outside ASCII. */
function madeFeed(length: number): string {
  const words =
    'the council said on Tuesday that new rules for buses and ferries would take effect after talks – “a fair deal”, in the words of café owners'.split(
      ' ',
    );
  const text = (seed: number, count: number): string =>
    Array.from({ length: count }, (_, index) => words[(seed * 7 + index * ((seed % 5) + 1)) % words.length]).join(' ');
  let out =
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel><title>Made</title><link>https://paper.example/</link><description>Made for a bench</description>\n';
  for (let index = 0; out.length < length; index++) {
    const date = new Date(Date.UTC(2024, 0, 1) + index * 600_000).toUTCString();
    out += `<item><title>${text(index, 9)} &amp; more</title><link>https://paper.example/news/${index}?a=1&amp;b=2</link><guid isPermaLink="false">made-${index}</guid><pubDate>${date}</pubDate><dc:creator>${text(index + 3, 2)}</dc:creator><category>news</category><category>region ${index % 9}</category><description>&lt;p&gt;${text(index + 1, 30)} &lt;a href="https://paper.example/"&gt;${text(index, 3)}&lt;/a&gt;&lt;/p&gt;</description><content:encoded><![CDATA[<p>${text(index + 2, 90)}</p><p>${text(index + 4, 90)}</p>]]></content:encoded></item>\n`;
  }
  return `${out}</channel></rss>\n`;
}
