import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../src/index.ts';
import { reply, startHostileWeb, type HostileWeb } from './hostile-web.ts';

const variables = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
let web: HostileWeb;
let proxy: Server;

/** A proxy that counts: tunnels, and requests with a whole address, all led to the web on this machine whatever they ask for. */
async function startProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('by the proxy');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const through = connect(Number(new URL(web.origin).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    socket.on('error', () => through.destroy());
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}

afterEach(async () => {
  for (const name of variables) delete process.env[name];
  proxy.closeAllConnections();
  proxy.close();
  await web.close();
});

describe('proxies', () => {
  it('named by the environment are ignored', async () => {
    web = await startHostileWeb({ '/a': reply(200, {}, 'x') });
    const { url, asked } = await startProxy();
    for (const name of variables) process.env[name] = url;
    const fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', testing: { allowLoopback: true } });
    expect(await fetcher.get(`${web.origin}/a`, { kind: 'feed' })).toMatchObject({ kind: 'ok' });
    expect(asked).toEqual([]);
    await fetcher.close();
  });

  it('that are set carry everything, and what must not be asked is not asked of them either', async () => {
    web = await startHostileWeb({ '/a': reply(200, {}, 'x') });
    const { url, asked } = await startProxy();
    const resolve = async (hostname: string): Promise<string[]> =>
      Promise.resolve([hostname === 'news.example' ? '93.184.216.34' : '10.0.0.1']);
    const fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', proxy: url, resolve });
    expect(await fetcher.get('http://news.example/a', { kind: 'feed' })).toMatchObject({ kind: 'ok' });
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    expect(await fetcher.get('http://inside.example/a', { kind: 'feed' })).toMatchObject({ code: 'address-forbidden' });
    expect(await fetcher.get('http://169.254.169.254/', { kind: 'feed' })).toMatchObject({ code: 'address-forbidden' });
    expect(asked.length).toBe(before);
    await fetcher.close();
  });
});
