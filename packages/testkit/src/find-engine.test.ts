import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createListener } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { engineFault } from './find-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk engine '));
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listening(server: Server, where: string | number): Promise<Server> {
  servers.push(server);
  if (typeof where === 'string') server.listen(where);
  else server.listen(where, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return server;
}

const faultOf = (address: string) => engineFault({ DOCKER_HOST: address });

test('an engine that answers is found, on a socket file and on a port', async () => {
  const path = join(folder, 'engine.sock');
  await listening(
    createServer((request, response) => response.writeHead(request.url === '/_ping' ? 200 : 404).end('OK')),
    path,
  );
  expect(await faultOf(`unix://${path}`)).toBeUndefined();
  const onPort = await listening(createListener(), 0);
  expect(await faultOf(`tcp://127.0.0.1:${(onPort.address() as AddressInfo).port}`)).toBeUndefined();
});

test('one that is not there, refuses, or says nothing at all is told as such, and never waited for', async () => {
  expect(await faultOf(`unix://${join(folder, 'nowhere.sock')}`)).toMatch(/ENOENT/);
  expect(await faultOf('tcp://127.0.0.1:1')).toMatch(/ECONNREFUSED/);
  expect(await faultOf('no address')).toMatch(/not an address/);
  const broken = join(folder, 'broken.sock');
  await listening(
    createServer((_request, response) => response.writeHead(500).end()),
    broken,
  );
  expect(await faultOf(`unix://${broken}`)).toMatch(/answers 500/);
  const silent = join(folder, 'silent.sock');
  await listening(
    createListener((socket) => void socket.unref()),
    silent,
  );
  expect(await faultOf(`unix://${silent}`)).toMatch(/does not answer/);
});
