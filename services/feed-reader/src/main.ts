import { readConfig } from './config.ts';

// Each way of running loads only what it needs: a bulk run has no broker.
if (process.argv[2] === 'read') {
  // `copydesk read`: the input once, told to the parent process, and nothing else.
  const { runBulk } = await import('./bulk.ts');
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => stopping.abort());
  const config = readConfig({ KAFKA_BROKERS: 'none:0', ...process.env });
  const run = await runBulk(config, { signal: stopping.signal, report: (report) => process.send?.(report) });
  process.exitCode = run.state === 'done' ? 0 : 1;
  if (process.connected) process.disconnect();
} else {
  const { createKafkaBus } = await import('@copydesk/bus');
  const { createLogger, runService } = await import('@copydesk/runtime');
  const { createFeedReader } = await import('./service.ts');
  const config = readConfig(process.env);
  const logger = createLogger('feed-reader', config.logLevel);
  const bus = createKafkaBus(config.kafka.bus, logger);
  await runService(createFeedReader(config, { bus, logger }), { logger });
}
