import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { backendNames } from './provided.ts';
import { createSharedBackends } from './shared-backends.ts';

/**
 * Runs once in vitest's main process. Test files run in workers and cannot share a broker by themselves: they ask here over HTTP, and the first question starts it.
 * A run whose tests need no backend starts none.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const backends = createSharedBackends();
  const server = createServer((request, response) => {
    const name = backendNames.find((each) => request.url === `/${each}`);
    if (name === undefined) {
      response.writeHead(404).end();
      return;
    }
    backends.ask(name).then(
      (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('backends', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await backends.stop();
  };
}
