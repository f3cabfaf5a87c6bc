import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetchResult } from '../src/index.ts';
import { endless, reply, startHostileWeb, startRawServer, type HostileWeb } from './hostile-web.ts';

const megabyte = 1 << 20;
const zeros = Buffer.alloc(200 * megabyte, 0x20);
const text = 'A feed of some length. '.repeat(100);
const limits = { totalMs: 1500 };

let web: HostileWeb;
let fetcher: Fetcher;

beforeAll(async () => {
  let flaky = 0;
  web = await startHostileWeb({
    '/plain': reply(
      200,
      {
        'content-type': 'text/xml',
        etag: '"1"',
        'last-modified': 'Wed, 31 Dec 2003 10:14:55 GMT',
        'cache-control': 'max-age=600',
        age: '100',
      },
      text,
    ),
    '/gzip': reply(200, { 'content-encoding': 'gzip' }, gzipSync(text)),
    '/x-gzip': reply(200, { 'content-encoding': 'X-GZip' }, gzipSync(text)),
    '/br': reply(200, { 'content-encoding': 'br' }, brotliCompressSync(text)),
    '/zstd': reply(200, { 'content-encoding': 'zstd' }, zstdCompressSync(text)),
    '/deflate': reply(200, { 'content-encoding': 'deflate' }, deflateSync(text)),
    '/deflate-raw': reply(200, { 'content-encoding': 'deflate' }, deflateRawSync(text)),
    '/twice': reply(200, { 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(text))),
    '/sitemap.xml.gz': reply(200, { 'content-type': 'application/gzip' }, gzipSync(text)),
    '/mislabelled': reply(200, { 'content-encoding': 'gzip' }, text),
    '/cut-gzip': reply(200, { 'content-encoding': 'gzip' }, gzipSync(text).subarray(0, -12)),
    '/broken-br': reply(200, { 'content-encoding': 'br' }, Buffer.from(text)),
    '/unknown': reply(200, { 'content-encoding': 'compress' }, text),
    '/thrice': reply(200, { 'content-encoding': 'gzip, gzip, gzip' }, gzipSync(text)),
    '/bomb-gzip': reply(200, { 'content-encoding': 'gzip' }, gzipSync(zeros, { level: 9 })),
    '/bomb-br': reply(200, { 'content-encoding': 'br' }, brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })),
    '/bomb-zstd': reply(200, { 'content-encoding': 'zstd' }, zstdCompressSync(zeros)),
    '/bomb-twice': reply(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(zeros))),
    '/slow-bomb': reply(
      200,
      { 'content-encoding': 'gzip' },
      gzipSync(
        Buffer.from(Array.from({ length: 3 * megabyte }, (_, at) => (at * 2_654_435_761) >>> 24))
          .toString('hex')
          .repeat(5),
      ),
    ),
    '/declared-large': (_request, response) => void response.writeHead(200, { 'content-length': String(50 * megabyte) }).write('x'),
    '/endless': endless(Buffer.alloc(megabyte, 0x78), 1),
    '/drip': endless('x', 50),
    '/silent': () => undefined,
    '/no-body': (_request, response) => response.writeHead(200, { 'content-type': 'text/xml' }).flushHeaders(),
    '/304': reply(304, { etag: '"2"' }),
    '/410': reply(410),
    '/404': reply(404),
    '/403': reply(403),
    '/451': reply(451),
    '/challenge': reply(403, { 'cf-mitigated': 'challenge' }),
    '/203': reply(203, {}, text),
    '/204': reply(204),
    '/429': reply(429, { 'retry-after': '120' }),
    '/503': reply(503, { 'retry-after': 'Wed, 31 Dec 2003 11:14:55 GMT', date: 'Wed, 31 Dec 2003 10:14:55 GMT' }),
    '/500': reply(500),
    '/301': reply(301, { location: '/308' }),
    '/308': reply(308, { location: '/plain' }),
    '/302': reply(302, { location: '/plain' }),
    '/301-302-301': reply(301, { location: '/302-301' }),
    '/302-301': reply(302, { location: '/301' }),
    '/loop': reply(301, { location: '/loop-back' }),
    '/loop-back': reply(302, { location: '/loop' }),
    '/many': (request, response) =>
      void response.writeHead(302, { location: `/many?${Number((request.url ?? '').split('?')[1] ?? 0) + 1}` }).end(),
    '/nowhere': reply(302),
    '/to-file': reply(302, { location: 'file:///etc/passwd' }),
    '/to-metadata': reply(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
    '/to-private': reply(301, { location: 'http://10.0.0.1/feed' }),
    '/to-mapped': reply(307, { location: 'http://[::ffff:192.168.0.1]/' }),
    '/to-credentials': reply(302, { location: 'http://user:pass@news.example/' }),
    '/endless-redirect-body': (_request, response) => {
      response.writeHead(302, { location: '/plain' });
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    },
    '/large-headers': reply(200, { 'x-large': 'x'.repeat(100_000) }),
    '/flaky': (_request, response) => void (flaky++ === 0 ? response.destroy() : response.end(text)),
  });
  fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', limits, testing: { allowLoopback: true } });
});

afterAll(async () => {
  await fetcher.close();
  await web.close();
});

const get = (path: string): Promise<FetchResult> => fetcher.get(web.origin + path, { kind: 'feed' });
const code = async (path: string): Promise<string> => {
  const result = await get(path);
  return result.kind === 'refused' ? result.code : result.kind;
};

describe('answers', () => {
  it('brings body, headers, validators and freshness', async () => {
    const result = await get('/plain');
    expect(result).toMatchObject({
      kind: 'ok',
      url: `${web.origin}/plain`,
      identical: false,
      freshSeconds: 500,
      notes: [],
      validators: { etag: '"1"', lastModified: 'Wed, 31 Dec 2003 10:14:55 GMT' },
    });
    expect(result.kind === 'ok' && Buffer.from(result.body).toString()).toBe(text);
  });

  it.each(['/gzip', '/x-gzip', '/br', '/zstd', '/deflate', '/deflate-raw', '/twice'])('undoes the coding of %s', async (path) => {
    const result = await get(path);
    expect(result.kind === 'ok' && Buffer.from(result.body).toString()).toBe(text);
  });

  it('puts up with codings that are undeclared, mislabelled or cut, and says so', async () => {
    expect(await get('/sitemap.xml.gz')).toMatchObject({ kind: 'ok', notes: ['encoding-undeclared'] });
    expect(await get('/mislabelled')).toMatchObject({ kind: 'ok', notes: ['encoding-mislabelled'] });
    expect(await get('/cut-gzip')).toMatchObject({ kind: 'ok', notes: ['body-cut'] });
  });

  it('tells a 304, finds a 200 that brings the same, and keeps the age of the last whole body', async () => {
    const first = await get('/plain');
    if (first.kind !== 'ok') throw new Error(first.kind);
    const { validators } = first;
    expect(await fetcher.get(`${web.origin}/plain`, { kind: 'feed', validators })).toMatchObject({ kind: 'ok', identical: true });
    expect(await fetcher.get(`${web.origin}/304`, { kind: 'feed', validators })).toMatchObject({
      kind: 'not-modified',
      validators: { etag: '"2"', lastModified: validators.lastModified, bodyHash: validators.bodyHash, obtainedAt: validators.obtainedAt },
    });
    expect(await code('/304')).toBe('status-unexpected');
  });

  it.each([
    ['/410', { kind: 'gone' }],
    ['/404', { kind: 'refused', code: 'not-found', status: 404, transient: false }],
    ['/403', { kind: 'refused', code: 'access-denied', status: 403 }],
    ['/451', { kind: 'refused', code: 'legal-reasons' }],
    ['/challenge', { kind: 'refused', code: 'challenge' }],
    ['/203', { kind: 'ok' }],
    ['/204', { kind: 'refused', code: 'status-unexpected' }],
    ['/429', { kind: 'retry-later', code: 'rate-limited', after: 120 }],
    ['/503', { kind: 'retry-later', code: 'unavailable', after: 3600 }],
    ['/500', { kind: 'retry-later', code: 'server-error' }],
  ])('reads the status of %s', async (path, expected) => {
    expect(await get(path)).toMatchObject(expected);
  });

  it('reports an unbroken row of permanent redirects, and no other', async () => {
    expect(await get('/301')).toMatchObject({ kind: 'ok', url: `${web.origin}/plain`, movedTo: `${web.origin}/plain` });
    expect(await get('/302')).not.toHaveProperty('movedTo');
    expect(await get('/301-302-301')).toMatchObject({ url: `${web.origin}/plain`, movedTo: `${web.origin}/302-301` });
  });
});

describe('a hostile server', () => {
  it.each([
    ['/bomb-gzip', 'compression-ratio'],
    ['/bomb-br', 'compression-ratio'],
    ['/bomb-zstd', 'compression-ratio'],
    ['/bomb-twice', 'compression-ratio'],
    ['/slow-bomb', 'decoded-too-large'],
    ['/declared-large', 'body-too-large'],
    ['/endless', 'body-too-large'],
    ['/drip', 'deadline'],
    ['/silent', 'deadline'],
    ['/no-body', 'deadline'],
    ['/broken-br', 'encoding-broken'],
    ['/unknown', 'encoding-unknown'],
    ['/thrice', 'encoding-unknown'],
    ['/loop', 'redirect-loop'],
    ['/many', 'redirect-limit'],
    ['/nowhere', 'redirect-invalid'],
    ['/to-file', 'scheme-forbidden'],
    ['/to-metadata', 'address-forbidden'],
    ['/to-private', 'address-forbidden'],
    ['/to-mapped', 'address-forbidden'],
    ['/to-credentials', 'credentials-in-url'],
    ['/large-headers', 'headers-too-large'],
    ['/flaky', 'protocol-broken'],
  ])('at %s ends with %s', async (path, expected) => {
    expect(await code(path)).toBe(expected);
  });

  it('does not have to be read to the end of a redirect', async () => {
    expect(await get('/endless-redirect-body')).toMatchObject({ kind: 'ok' });
  });

  it('leaves its neighbours undisturbed', async () => {
    const [, , neighbour] = await Promise.all([get('/bomb-br'), get('/drip'), get('/plain')]);
    expect(neighbour.kind).toBe('ok');
  });

  it.each([
    ['nonsense', 'not http at all\r\n\r\n'],
    ['a header with a NUL', 'HTTP/1.1 200 OK\r\nx-a: \0\r\ncontent-length: 1\r\n\r\nx'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 5\r\n\r\nxxxxx'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nx'],
    ['less than it declares', 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nxxx'],
  ])('that sends %s is refused', async (_name, answer) => {
    const server = await startRawServer(answer);
    expect(await fetcher.get(server.origin, { kind: 'feed' })).toMatchObject({ kind: 'refused', code: 'protocol-broken', transient: true });
    await server.close();
  });

  it('that is not there is refused', async () => {
    const server = await startRawServer('');
    await server.close();
    expect(await fetcher.get(server.origin, { kind: 'feed' })).toMatchObject({ kind: 'refused', code: 'connect-failed', transient: true });
  });

  it('cannot outlast its asker', async () => {
    const controller = new AbortController();
    const asked = fetcher.get(`${web.origin}/silent`, { kind: 'feed', signal: controller.signal });
    controller.abort();
    expect(await asked).toMatchObject({ kind: 'refused', code: 'cancelled' });
  });
});
