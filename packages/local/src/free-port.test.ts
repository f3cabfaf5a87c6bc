import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a free port is taken as asked, and a taken one is passed over', async () => {
  const wanted = await freePort();
  expect(await freePort(wanted)).toBe(wanted);
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const server = createServer().listen({ host, port: 0 });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    server.close();
  }
});

test('a port that is already spoken for is not given out', async () => {
  const wanted = await freePort();
  expect(await freePort(wanted, [wanted])).not.toBe(wanted);
});
