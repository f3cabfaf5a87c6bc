import { createKafkaBus } from '@copydesk/bus';
import { createLogger, runService } from '@copydesk/runtime';
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
  const config = readConfig(process.env);
  const logger = createLogger('feed-reader', config.logLevel);
  const bus = createKafkaBus(config.kafka.bus, logger);
  await runService(createFeedReader(config, { bus, logger }), { logger });
}
