import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalKafka } from '@copydesk/local';
import { startLocalKafka } from '@copydesk/local';
import { describeOn, testBroker } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import { createKafkaBus, isTransientBusError } from '../src/index.ts';
import type { ConsumerState } from '../src/index.ts';
import { articleMessage, idOf } from './contract/harness.ts';

const soon = { timeout: 40_000, interval: 100 };
const jarCache = join(import.meta.dirname, '..', '..', '..', '.copydesk', 'kafka');

// A broker of its own, to be killed; where the shared one cannot run, neither can this.
describeOn('a broker that goes away', await testBroker(), () => {
  test(
    'consuming pauses and goes on by itself, sending fails as transient and works again, nothing is lost',
    { timeout: 120_000 },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'copydesk outage '));
      const start = (port?: number): Promise<LocalKafka> =>
        startLocalKafka({ dataDir, jarCache, heapMb: 256, ...(port === undefined ? {} : { port }) });
      let kafka = await start();
      const { brokers } = kafka;
      const bus = createKafkaBus({ brokers, sessionTimeoutMs: 6000 });
      try {
        await bus.admin.ensureTopics();
        const producer = await bus.producer({ source: '/test' });
        const seen = new Set<string>();
        const crashes: unknown[] = [];
        const states: ConsumerState[] = [];
        await bus.consume({
          group: 'g',
          topics: ['articlesRaw'],
          handler: async ({ messages }) => {
            for (const message of messages) seen.add(idOf(message));
          },
          onCrash: (error) => crashes.push(error),
          onState: (state) => states.push(state),
        });
        await producer.send([articleMessage('a', 'before')]);
        await expect.poll(() => [...seen], soon).toEqual(['before']);

        process.kill(kafka.pid, 'SIGKILL');
        await kafka.exited;
        await kafka.stop();
        const failure = await producer.send([articleMessage('a', 'meanwhile')]).catch((error: unknown) => error);
        expect(isTransientBusError(failure)).toBe(true);
        await expect.poll(() => states.at(-1)?.state, soon).toBe('paused');

        kafka = await start(Number(brokers[0]?.split(':')[1]));
        expect(kafka.brokers).toEqual(brokers);
        const sent = async () =>
          producer.send([articleMessage('a', 'meanwhile')]).then(
            () => true,
            () => false,
          );
        await expect.poll(sent, soon).toBe(true);
        await expect.poll(() => [...seen], soon).toEqual(['before', 'meanwhile']);
        await expect.poll(() => states.at(-1)?.state, soon).toBe('running');
        expect(crashes).toEqual([]);
      } finally {
        await bus.close();
        await kafka.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );
});
