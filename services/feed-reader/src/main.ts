import { createKafkaBus } from '@copydesk/bus';
import { runMain } from '@copydesk/runtime';
import { runBulk } from './bulk.ts';
import { readConfig } from './config.ts';
import { createFeedReader } from './service.ts';

if (process.argv[2] === 'read') {
  // `copydesk read`: the input once, told to the parent process, and nothing else.
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => stopping.abort());
  const config = readConfig({ KAFKA_BROKERS: 'none:0', ...process.env });
  const run = await runBulk(config, { signal: stopping.signal, report: (report) => process.send?.(report) });
  process.exitCode = run.state === 'done' ? 0 : 1;
  process.disconnect?.();
} else {
  await runMain('feed-reader', readConfig, (config, logger) =>
    createFeedReader(config, { bus: createKafkaBus(config.kafka.bus, logger), logger }),
  );
}
