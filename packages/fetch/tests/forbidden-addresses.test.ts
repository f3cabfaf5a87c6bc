import { describe, expect, it } from 'vitest';
import { createFetcher, type Connect, type FetchResult } from '../src/index.ts';

/** A fetcher whose names and connections are made up and counted: no packet leaves. */
function counted(answers: readonly (readonly string[])[] = [[]], limits = {}) {
  const calls = { resolved: [] as string[], connected: [] as string[] };
  const connect: Connect = (options, callback) => {
    calls.connected.push(options.hostname);
    callback(Object.assign(new Error('made up'), { code: 'ECONNREFUSED' }), null);
  };
  const fetcher = createFetcher({
    userAgent: 'Tests/1.0 (+https://tests.example)',
    limits,
    connect,
    resolve: async (hostname) => {
      calls.resolved.push(hostname);
      return Promise.resolve(answers[Math.min(calls.resolved.length, answers.length) - 1] ?? []);
    },
  });
  return { calls, get: (url: string): Promise<FetchResult> => fetcher.get(url, { kind: 'feed' }) };
}

const forbidden = [
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '64:ff9b::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '4000::1',
];

describe('forbidden addresses', () => {
  it.each(forbidden)('%s is not asked, as a literal or behind a name', async (address) => {
    const literal = counted();
    const host = address.includes(':') ? `[${address}]` : address;
    expect(await literal.get(`http://${host}/`)).toMatchObject({ kind: 'refused', code: 'address-forbidden', transient: false });
    expect(await literal.get(`https://${host}:8443/`)).toMatchObject({ kind: 'refused', code: 'address-forbidden' });
    expect(literal.calls).toEqual({ resolved: [], connected: [] });
    const named = counted([[address]]);
    expect(await named.get('https://news.example/feed')).toMatchObject({ kind: 'refused', code: 'address-forbidden' });
    expect(named.calls).toEqual({ resolved: ['news.example'], connected: [] });
  });

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://①②⑦.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://127.0.0.1./',
  ])('%s is one of them', async (url) => {
    const { calls, get } = counted([['127.0.0.1']]);
    expect(await get(url)).toMatchObject({ kind: 'refused', code: 'address-forbidden' });
    expect(calls.connected).toEqual([]);
  });

  it('one forbidden address among good ones is enough', async () => {
    const { calls, get } = counted([['93.184.216.34', '10.0.0.1']]);
    expect(await get('http://news.example/')).toMatchObject({ code: 'address-forbidden' });
    expect(calls.connected).toEqual([]);
  });

  it('a name that answers differently the second time gains nothing: what is connected to is what was looked at', async () => {
    const { calls, get } = counted([['93.184.216.34'], ['127.0.0.1']]);
    expect(await get('http://news.example/')).toMatchObject({ code: 'connect-failed' });
    expect(calls).toEqual({ resolved: ['news.example'], connected: ['93.184.216.34'] });
    expect(await get('http://news.example/')).toMatchObject({ code: 'address-forbidden' });
    expect(calls.connected).toEqual(['93.184.216.34']);
  });

  it('public addresses are tried in turn', async () => {
    const { calls, get } = counted([['93.184.216.34', '2606:2800:220:1::1']]);
    expect(await get('https://news.example/')).toMatchObject({ code: 'connect-failed', transient: true });
    expect(calls.connected).toEqual(['93.184.216.34', '2606:2800:220:1::1']);
  });

  it.each([
    ['ftp://news.example/', 'scheme-forbidden'],
    ['file:///etc/passwd', 'scheme-forbidden'],
    ['data:text/xml,<rss/>', 'scheme-forbidden'],
    ['http://user:secret@news.example/', 'credentials-in-url'],
    ['http://news.example:22/', 'port-forbidden'],
    ['http://news.example:6667/', 'port-forbidden'],
    ['news.example/feed', 'url-invalid'],
    ['http://', 'url-invalid'],
    [`http://news.example/${'a'.repeat(10_000)}`, 'url-invalid'],
  ])('%s is refused as %s', async (url, code) => {
    const { calls, get } = counted();
    expect(await get(url)).toMatchObject({ kind: 'refused', code, transient: false });
    expect(calls).toEqual({ resolved: [], connected: [] });
  });

  it('a name that is not found, and one that never answers, are told', async () => {
    expect(await counted([[]]).get('http://news.example/')).toMatchObject({ code: 'name-not-found', transient: true });
    const fetcher = createFetcher({
      userAgent: 'Tests/1.0 (+https://tests.example)',
      limits: { totalMs: 100 },
      resolve: () => new Promise(() => undefined),
    });
    expect(await fetcher.get('http://news.example/', { kind: 'feed' })).toMatchObject({ code: 'deadline' });
  });

  it('a certificate that is not the host’s is told from a host that is down', async () => {
    const connect: Connect = (_options, callback) =>
      callback(Object.assign(new Error('made up'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), null);
    const fetcher = createFetcher({
      userAgent: 'Tests/1.0 (+https://tests.example)',
      connect,
      resolve: async () => Promise.resolve(['93.184.216.34']),
    });
    expect(await fetcher.get('https://news.example/', { kind: 'feed' })).toMatchObject({ code: 'tls-failed' });
  });

  it('the certificate is checked against the name, though the connection goes to the address', async () => {
    const asked: unknown[] = [];
    const connect: Connect = ({ hostname, servername, port }, callback) => {
      asked.push({ hostname, servername, port });
      callback(new Error('made up'), null);
    };
    const fetcher = createFetcher({
      userAgent: 'Tests/1.0 (+https://tests.example)',
      connect,
      resolve: async () => Promise.resolve(['93.184.216.34']),
    });
    await fetcher.get('https://news.example:8443/', { kind: 'feed' });
    expect(asked).toEqual([{ hostname: '93.184.216.34', servername: 'news.example', port: '8443' }]);
  });

  it('a User-Agent is needed', () => {
    expect(() => createFetcher({ userAgent: ' ' })).toThrow('User-Agent');
    expect(() => createFetcher({ userAgent: 'x\r\nhost: y' })).toThrow('User-Agent');
  });
});
