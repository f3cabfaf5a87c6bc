import type { AddressInfo } from 'node:net';
import { createHealth, createMetrics, startHealthServer, waitFor } from '@copydesk/runtime';
import type { HealthServer, Logger, Service } from '@copydesk/runtime';
import { openDatabase, requireSchema, watchDatabase } from '@copydesk/storage';
import { createApp } from './app.ts';
import type { QueryApiConfig } from './config.ts';

/** Nobody waits longer for a page, and a costly question must not hold connections. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** The query API as a service: REST and pages over the ledger, which it never writes. `port()` is known once it has started. */
export function createQueryApi(config: QueryApiConfig, { logger }: { logger: Logger }): Service & { port(): number } {
  const database = openDatabase({
    url: config.databaseUrl,
    applicationName: 'copydesk-query-api',
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onIdleError: (err) => logger.warn({ err, event: 'postgres-idle-error' }),
  });
  const health = createHealth(() => performance.now());
  let healthServer: HealthServer | undefined;
  let watch: { stop(): void } | undefined;
  let app: Awaited<ReturnType<typeof createApp>> | undefined;
  return {
    port: () => (app?.server.address() as AddressInfo | null | undefined)?.port ?? 0,
    async start() {
      healthServer = await startHealthServer({ ...config.health, health, metrics: createMetrics('query-api') });
      await requireSchema(database, waitFor('postgres', { health, logger }));
      watch = watchDatabase(database, (state) => health.set('postgres', state));
      app = await createApp({ database, logger, requestsPerMinute: config.requestsPerMinute });
      await app.listen(config.listen);
      logger.info({ event: 'started', port: this.port(), health: healthServer.port }, 'query API listening');
    },
    async stop() {
      watch?.stop();
      await app?.close();
      await healthServer?.stop();
      await database.destroy();
    },
  };
}
