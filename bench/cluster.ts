// One real cluster process on a local broker: throughput with snapshots, memory by tenths of the stream, and how long a start takes from a snapshot and from all decisions.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createKafkaBus, readEvent } from '@copydesk/bus';
import type { Bus, OutgoingMessage, Producer } from '@copydesk/bus';
import { sha256 } from '@copydesk/contracts';
import type { SnapshotManifest } from '@copydesk/contracts';
import { freePort, startLocalKafka, startNodeProcess } from '@copydesk/local';
import type { BenchReport } from './main.ts';
import { createArticleMaker } from './near-duplicate-articles.ts';

const START = Date.parse('2024-03-04T00:00:00.000Z');
const AT_ONCE = 500;
/** One core: the goal of the two questions together, less what reading, checking and storing cost. */
const LEAST_PER_SECOND = 500;
/** Flat: the last tenth takes at least this share of the first one's rate. */
const LEAST_LAST_OVER_FIRST = 0.8;
/** How long a snapshot after the stream is waited for. */
const PATIENCE_S = 240;
const clusterMain = fileURLToPath(new URL('../services/cluster/src/main.ts', import.meta.url));

type Make = ReturnType<typeof createArticleMaker>;

function message(make: Make, index: number, perHour: number): OutgoingMessage {
  const { id, title, text, publisher } = make(index);
  const observedAt = new Date(START + (index * 3_600_000) / perHour).toISOString();
  return {
    topic: 'articlesRaw',
    key: 'en',
    id: `bench-${index}`,
    time: observedAt,
    event: {
      kind: 'revision',
      articleId: id,
      revision: 1,
      language: 'en',
      url: `https://${publisher.replace(' ', '')}.example/${index}`,
      title,
      text,
      textHash: sha256(text),
      headlines: [],
      authors: [],
      publisher,
      wireCredit: [],
      published: null,
      updated: null,
      observedAt,
      intake: { kind: 'file', name: `bench#${index}` },
    },
  };
}

interface LogLine {
  event?: string;
  [field: string]: unknown;
}

/** The service as a process, with what its metrics and its log say. */
async function startCluster(dataDir: string, brokers: string, name: string, env: Record<string, string>) {
  const port = await freePort();
  const variables = { KAFKA_BROKERS: brokers, HEALTH_PORT: String(port), LOG_LEVEL: 'info', ...env };
  const begun = performance.now();
  const running = await startNodeProcess({ name, main: clusterMain, env: variables, nodeOptions: ['--max-old-space-size=12000'] }, dataDir);
  const lines = (): LogLine[] =>
    readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : []));
  const figures = async () => {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
      (response) => response.text(),
      () => '',
    );
    const read = (metric: string) =>
      [...text.matchAll(new RegExp(`^${metric}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
    return {
      decided: read('copydesk_decisions_total'),
      megabytes: Math.round(read('process_resident_memory_bytes') / 1e6),
      processorSeconds: read('process_cpu_seconds_total'),
    };
  };
  return { running, lines, figures, begun };
}

type Cluster = Awaited<ReturnType<typeof startCluster>>;

async function until(
  cluster: Cluster,
  decided: number,
  watch: (figures: Awaited<ReturnType<Cluster['figures']>>) => void = () => undefined,
) {
  for (;;) {
    const figures = await cluster.figures();
    watch(figures);
    if (figures.decided >= decided) return figures;
    if (!cluster.running.running) throw new Error(`the cluster service ended: ${cluster.running.tail(5)}`);
    await sleep(100);
  }
}

async function kill({ running }: Cluster): Promise<void> {
  if (running.running) process.kill(running.pid, 'SIGKILL');
  await running.exited;
}

/** Starts the service after a stop and waits until it has decided on one more article. */
async function restart(
  context: { dataDir: string; brokers: string; producer: Producer; env: Record<string, string> },
  name: string,
  next: OutgoingMessage,
) {
  const { dataDir, brokers, producer, env } = context;
  await producer.send([next]);
  const cluster = await startCluster(dataDir, brokers, name, env);
  const { megabytes } = await until(cluster, 1);
  const seconds = Number(((performance.now() - cluster.begun) / 1000).toFixed(1));
  const restored = cluster.lines().find(({ event }) => event === 'restored');
  const refused = cluster.lines().find(({ event }) => event === 'snapshot-refused')?.['code'];
  return { cluster, seconds, megabytes, restored, refused };
}

async function newestManifest(bus: Bus): Promise<SnapshotManifest | undefined> {
  let found: SnapshotManifest | undefined;
  await bus.admin.readToEnd('clusterSnapshots', (messages) => {
    for (const each of messages) {
      const read = readEvent('clusterSnapshots', each);
      if (read.ok && read.event?.kind === 'manifest') found = read.event;
    }
  });
  return found;
}

export async function bench(args: string[]): Promise<BenchReport> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'per-hour': { type: 'string', default: '4000' },
      options: { type: 'string', default: '{}' },
      every: { type: 'string', default: '10000' },
    },
  });
  const count = Number(positionals[0] ?? 100_000);
  const perHour = Number(values['per-hour']);
  const env = { CLUSTER_OPTIONS: values.options, CLUSTER_SNAPSHOT_EVERY: values.every };
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const kafka = await startLocalKafka({ dataDir, jarCache: fileURLToPath(new URL('../.copydesk/kafka', import.meta.url)) });
  const brokers = kafka.brokers.join(',');
  const bus = createKafkaBus({ brokers: kafka.brokers });
  let running: Cluster | undefined;
  try {
    await bus.admin.ensureTopics();
    const producer = await bus.producer({ source: '/bench' });
    const make = createArticleMaker(7);
    for (let at = 0; at < count; at += AT_ONCE)
      await producer.send(Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, k) => message(make, at + k, perHour)));

    const first = (running = await startCluster(dataDir, brokers, 'cluster', env));
    await until(first, 1);
    const tenths: { seconds: number; processorSeconds: number; megabytes: number }[] = [];
    let [at, processor] = [performance.now(), (await first.figures()).processorSeconds];
    const total = await until(first, count, (figures) => {
      if (figures.decided < ((tenths.length + 1) * count) / 10) return;
      const now = performance.now();
      tenths.push({
        seconds: Number(((now - at) / 1000).toFixed(1)),
        processorSeconds: Number((figures.processorSeconds - processor).toFixed(1)),
        megabytes: figures.megabytes,
      });
      [at, processor] = [now, figures.processorSeconds];
    });
    const seconds = tenths.reduce((sum, each) => sum + each.seconds, 0);
    // A stream that has become slow: the next snapshot that is due is taken with one of the next articles.
    let next = count;
    const all = () => first.lines().filter(({ event }) => event === 'snapshot');
    for (let waited = 0; Number(all().at(-1)?.['covered'] ?? 0) < count && waited < PATIENCE_S; waited += 2) {
      await producer.send([message(make, next++, perHour)]);
      await sleep(2_000);
    }
    const snapshots = all();
    // An orderly end: after a kill, the group waits ten seconds for the lost member, which is no time of ours.
    await first.running.stop(10_000);

    const context = { dataDir, brokers, producer, env };
    const warm = await restart(context, 'cluster-warm', message(make, next++, perHour));
    running = warm.cluster;
    await warm.cluster.running.stop(10_000);
    const manifest = await newestManifest(bus);
    if (manifest !== undefined) {
      const damaged = { ...manifest, stateHash: sha256('another state') };
      await producer.send([
        {
          topic: 'clusterSnapshots',
          key: 'damaged',
          partition: manifest.epoch.raw.partition,
          id: 'damaged',
          time: manifest.epoch.observedAt,
          event: damaged,
        },
      ]);
    }
    const cold = await restart({ ...context, env: { ...env, CLUSTER_SNAPSHOT_EVERY: '0' } }, 'cluster-cold', message(make, next, perHour));
    running = cold.cluster;

    const rate = (tenth: { processorSeconds: number } | undefined) => Math.round(count / 10 / Math.max(0.1, tenth?.processorSeconds ?? 0));
    const perSecond = Math.round(count / seconds);
    const lastOverFirst = Number((rate(tenths.at(-1)) / rate(tenths[0])).toFixed(2));
    return {
      bench: 'cluster',
      ok: perSecond >= LEAST_PER_SECOND && lastOverFirst >= LEAST_LAST_OVER_FIRST,
      articles: count,
      perHour,
      perSecond,
      perProcessorSecond: Math.round(count / total.processorSeconds),
      lastOverFirst,
      tenths,
      snapshots: snapshots.map(({ covered, bytes, parts, ms }) => ({ covered, bytes, parts, ms })),
      startFromSnapshot: { seconds: warm.seconds, megabytes: warm.megabytes, restored: warm.restored },
      startFromDecisions: { seconds: cold.seconds, megabytes: cold.megabytes, restored: cold.restored, refused: cold.refused },
    };
  } finally {
    if (running !== undefined) await kill(running);
    await bus.close();
    await kafka.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
