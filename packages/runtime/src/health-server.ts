import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface HealthServer {
  port: number;
  stop(): Promise<void>;
}

/** Serves `/livez`, `/readyz` (200 or 503, JSON with every condition) and `/metrics` (Prometheus text). */
export async function startHealthServer(options: { host: string; port: number; health: Health; metrics: Metrics }): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const json = (ok: boolean, body: unknown) => {
      response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    const path = (request.url ?? '').split('?')[0];
    if (request.method !== 'GET') {
      response.writeHead(405).end();
    } else if (path === '/livez') {
      const state = options.health.liveness();
      json(state.live, state);
    } else if (path === '/readyz') {
      const state = options.health.readiness();
      json(state.ready, state);
    } else if (path === '/metrics') {
      options.metrics.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': options.metrics.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  server.keepAliveTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
