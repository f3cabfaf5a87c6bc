// Throughput and delay of the bus on a local broker: articles of about 3 KB through `articles.raw.v1`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKafkaBus } from '@copydesk/bus';
import type { OutgoingMessage } from '@copydesk/bus';
import { articleId, sha256 } from '@copydesk/contracts';
import type { ArticleRevision } from '@copydesk/contracts';
import { startLocalKafka } from '@copydesk/local';
import type { BenchReport } from './main.ts';

const COUNT = 20_000;
const AT_ONCE = 500;
const ROUND_TRIPS = 200;
/** What the rest of the system could ever ask for on one machine, with room. */
const LEAST_PER_SECOND = 2_000;

function message(index: number): OutgoingMessage {
  const text = Array.from(
    { length: 30 },
    (_, line) => `Sentence ${line} of report ${index} says that the level rose by ${(index * 31 + line) % 977} centimetres.`,
  ).join(' ');
  const event: ArticleRevision = {
    kind: 'revision',
    articleId: articleId({ url: `https://outlet.example/${index}` }),
    revision: 1,
    language: 'en',
    url: `https://outlet.example/${index}`,
    title: `Report ${index}`,
    text,
    textHash: sha256(text),
    headlines: [],
    authors: [],
    publisher: 'outlet.example',
    wireCredit: [],
    published: null,
    updated: null,
    observedAt: '2024-03-05T12:00:00.000Z',
    intake: { kind: 'file', name: `bench.ndjson#${index}` },
  };
  return { topic: 'articlesRaw', key: String(index % 16), id: `bench-${index}`, time: event.observedAt, event };
}

/** Messages a second in and out, and the time from sending one message to having it in the handler. */
export async function bench(): Promise<BenchReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const broker = await startLocalKafka({ dataDir, jarCache: fileURLToPath(new URL('../.copydesk/kafka', import.meta.url)) });
  const bus = createKafkaBus({ brokers: broker.brokers });
  try {
    await bus.admin.ensureTopics();
    const producer = await bus.producer({ source: '/bench' });
    const messages = Array.from({ length: COUNT }, (_, index) => message(index));
    const bytes = messages.reduce((sum, { event }) => sum + Buffer.byteLength(JSON.stringify(event)), 0) / COUNT;
    let begun = performance.now();
    for (let at = 0; at < COUNT; at += AT_ONCE) await producer.send(messages.slice(at, at + AT_ONCE));
    const sentPerSecond = Math.round((COUNT / (performance.now() - begun)) * 1000);

    let seen = 0;
    let wake: () => void = () => undefined;
    begun = performance.now();
    const all = new Promise<void>((done) => (wake = done));
    let arrived: (() => void) | undefined;
    const consumer = await bus.consume({
      group: 'bench',
      topics: ['articlesRaw'],
      onCrash: (error) => {
        throw error;
      },
      async handler(batch) {
        if (seen === 0) begun = performance.now();
        seen += batch.messages.length;
        if (seen >= COUNT) wake();
        arrived?.();
      },
    });
    await all;
    const readPerSecond = Math.round((COUNT / (performance.now() - begun)) * 1000);

    const delays: number[] = [];
    for (let trip = 0; trip < ROUND_TRIPS; trip++) {
      const there = new Promise<void>((done) => (arrived = done));
      const at = performance.now();
      await producer.send([message(COUNT + trip)]);
      await there;
      delays.push(performance.now() - at);
    }
    delays.sort((a, b) => a - b);
    const percentile = (share: number) => Number((delays[Math.floor(share * (delays.length - 1))] ?? 0).toFixed(1));
    await consumer.stop();
    return {
      bench: 'bus',
      ok: sentPerSecond >= LEAST_PER_SECOND && readPerSecond >= LEAST_PER_SECOND,
      bytesPerMessage: Math.round(bytes),
      sentPerSecond,
      readPerSecond,
      delayMs: { median: percentile(0.5), p95: percentile(0.95) },
    };
  } finally {
    await bus.close();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
