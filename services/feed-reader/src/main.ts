import { createKafkaBus } from '@copydesk/bus';
import { explainError, runMain } from '@copydesk/runtime';
import { runBulk } from './bulk.ts';
import { readConfig } from './config.ts';
import { createFeedReader } from './service.ts';

/** `copydesk read`: the input once, told to the parent process, and nothing else. */
async function readOnce(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => stopping.abort());
  try {
    const config = readConfig({ KAFKA_BROKERS: 'none:0', ...process.env });
    const run = await runBulk(config, { signal: stopping.signal, report: (report) => process.send?.(report) });
    process.exitCode = run.state === 'done' ? 0 : 1;
  } catch (error) {
    console.error(`feed-reader: ${explainError(error)}`);
    process.exitCode = 1;
  }
  if (process.connected) process.disconnect();
}

if (process.argv[2] === 'read') await readOnce();
else {
  await runMain('feed-reader', readConfig, (config, logger) =>
    createFeedReader(config, { bus: createKafkaBus(config.kafka.bus, logger), logger }),
  );
}
