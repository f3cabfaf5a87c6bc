import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Archive, type ArchiveLimits, type ArchivePlace, type Fetcher } from '../src/index.ts';
import { endless, reply, startHostileWeb, type Handler, type HostileWeb } from './hostile-web.ts';

const megabyte = 1 << 20;
const content = Buffer.from(Array.from({ length: 3 * megabyte }, (_, at) => (at * 2_654_435_761) >>> 24));
const quick: Partial<ArchiveLimits> = { retryMs: 5, retries: 3, stallMs: 500, headersMs: 1_000 };

/** Serves the content in parts, breaking off after so many bytes each time. */
function breaking(every: number, headers: (asked: number) => Record<string, string> = () => ({ etag: '"1"' }), ranges = true): Handler {
  let asked = 0;
  return (request: IncomingMessage, response: ServerResponse) => {
    const from = ranges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    const shown = headers(asked++);
    const matches = request.headers['if-range'] === undefined || request.headers['if-range'] === shown['etag'];
    const begin = matches ? from : 0;
    response.writeHead(begin > 0 ? 206 : 200, {
      ...shown,
      'content-length': String(content.length - begin),
      ...(begin > 0 ? { 'content-range': `bytes ${begin}-${content.length - 1}/${content.length}` } : {}),
    });
    const end = Math.min(content.length, begin + every);
    response.write(content.subarray(begin, end), () => (end === content.length ? response.end() : response.destroy()));
  };
}

/** Answers so when asked for a part. */
function instead(status: number, headers: Record<string, string>): Handler {
  return (request, response) =>
    request.headers.range === undefined ? breaking(10 * megabyte)(request, response) : void response.writeHead(status, headers).end('x');
}

let versioned: Record<string, string> = {};
let web: HostileWeb;
let fetcher: Fetcher;
beforeAll(async () => {
  web = await startHostileWeb({
    '/whole': reply(200, { etag: '"7"', 'content-type': 'application/warc' }, content),
    '/breaking': breaking(megabyte),
    '/no-tag': breaking(megabyte, () => ({})),
    '/no-ranges': breaking(megabyte, undefined, false),
    '/changing': breaking(megabyte, (asked) => ({ etag: `"${asked}"` })),
    '/never-further': (request, response) =>
      request.headers.range === undefined ? breaking(megabyte)(request, response) : void response.writeHead(503).end(),
    '/whole-in-parts': breaking(10 * megabyte),
    '/whole-in-one': breaking(10 * megabyte, undefined, false),
    '/wrong-part': instead(206, { etag: '"1"', 'content-range': `bytes 0-9/${content.length}` }),
    '/part-of-other': instead(206, { etag: '"2"', 'content-range': `bytes 1000000-${content.length - 1}/${content.length}` }),
    '/no-such-part': instead(416, {}),
    '/versioned': (_request, response) => void response.writeHead(200, versioned).end('x'),
    '/endless': endless(Buffer.alloc(64 * 1024), 1),
    '/drip': endless('x', 20),
    '/stops': (_request, response) => void response.writeHead(200).write('x'),
    '/silent': () => undefined,
    '/large': (_request, response) => void response.writeHead(200, { 'content-length': String(10 * megabyte) }).write('x'),
    '/packed': reply(200, { 'content-encoding': 'gzip' }, 'x'),
    '/moved': reply(302, { location: '/whole' }),
    '/inside': reply(302, { location: 'http://169.254.169.254/latest' }),
    '/410': reply(410),
    '/503': reply(503, { 'retry-after': '9' }),
    '/403': reply(403),
  });
  fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', testing: { allowLoopback: true } });
});
afterAll(async () => {
  await fetcher.close();
  await web.close();
});

const open = async (path: string, limits: Partial<ArchiveLimits> = {}, place?: ArchivePlace, signal = new AbortController().signal) =>
  await fetcher.open(`${web.origin}${path}`, { signal, limits: { ...quick, ...limits }, ...(place ? { place } : {}) });

async function readAll(path: string, limits: Partial<ArchiveLimits> = {}): Promise<Buffer> {
  const archive = (await open(path, limits)) as Archive;
  expect(archive.kind).toBe('open');
  const parts: Uint8Array[] = [];
  for await (const chunk of archive.chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

describe('documents of any length', () => {
  it('are streamed, with their size and what they can be known by', async () => {
    const archive = (await open('/moved')) as Archive;
    archive.close();
    expect(archive).toMatchObject({ kind: 'open', size: undefined, url: `${web.origin}/whole`, fingerprint: '"7" ' });
    expect((await readAll('/whole')).equals(content)).toBe(true);
  });

  it('go on where a download broke', async () => {
    expect((await readAll('/breaking')).equals(content)).toBe(true);
  });

  it.each([
    ['/no-tag', 'of 3145728 bytes|other side closed|terminated'],
    ['/no-ranges', '200 when asked to go on'],
    ['/changing', '200 when asked to go on'],
    ['/never-further', 'other side closed|terminated|of 3145728'],
  ])('end with an error where they cannot go on: %s', async (path, words) => {
    await expect(readAll(path)).rejects.toThrow(new RegExp(words));
  });

  it.each([
    ['/endless', { bytes: megabyte }, 'body-too-large'],
    ['/drip', { graceMs: 200, bytesPerSecond: 1_000 }, 'deadline'],
    ['/stops', {}, 'deadline'],
  ])('keep to their limits: %s', async (path, limits, code) => {
    await expect(readAll(path, limits)).rejects.toMatchObject({ code });
  });

  it('cost nothing while their reader takes its time', async () => {
    const archive = (await open('/whole', { graceMs: 300, bytesPerSecond: 1_000_000_000 })) as Archive;
    let length = 0;
    for await (const chunk of archive.chunks) {
      if (length === 0) await new Promise((done) => setTimeout(done, 600));
      length += chunk.length;
    }
    expect(length).toBe(content.length);
  });

  it.each([
    ['the version is the same', '/whole-in-parts', '"1" 3145728', 1_000_000],
    ['the version is another', '/whole-in-parts', '"0" 3145728', 0],
    ['its length is another', '/whole-in-parts', '"1" 3145727', 0],
    ['the server sends no parts', '/whole-in-one', '"1" 3145728', 0],
    ['the server sends another part', '/wrong-part', '"1" 3145728', 0],
    ['the server sends a part of something else', '/part-of-other', '"1" 3145728', 0],
    ['there is no such part', '/no-such-part', '"1" 3145728', 0],
  ])('begin at a known place if %s', async (_, path, fingerprint, from) => {
    const archive = (await open(path, {}, { byte: 1_000_000, fingerprint })) as Archive;
    expect(archive).toMatchObject({ kind: 'open', from, size: content.length, fingerprint: '"1" 3145728', resumable: true });
    const parts: Uint8Array[] = [];
    for await (const chunk of archive.chunks) parts.push(Buffer.from(chunk));
    expect(Buffer.concat(parts).equals(content.subarray(from))).toBe(true);
  });

  it('are told from those whose rest cannot be asked for later', async () => {
    const old = 'Wed, 31 Dec 2003 10:14:55 GMT';
    for (const [headers, resumable] of [
      [{ etag: '"1"' }, true],
      [{ 'last-modified': old }, true],
      [{ etag: 'W/"1"', 'last-modified': old }, false],
      [{ 'last-modified': old, date: old }, false],
      [{}, false],
      [{ etag: '"1"', 'accept-ranges': 'none' }, false],
    ] as const) {
      versioned = headers;
      const archive = (await open('/versioned')) as Archive;
      archive.close();
      expect(archive).toMatchObject({ resumable });
    }
  });

  it.each([
    ['/large', { kind: 'refused', code: 'body-too-large' }],
    ['/packed', { kind: 'refused', code: 'encoding-unknown' }],
    ['/silent', { kind: 'refused', code: 'deadline' }],
    ['/inside', { kind: 'refused', code: 'address-forbidden' }],
    ['/403', { kind: 'refused', code: 'access-denied' }],
    ['/none', { kind: 'refused', code: 'not-found' }],
    ['/410', { kind: 'gone' }],
    ['/503', { kind: 'retry-later', after: 9 }],
  ])('are refused by the same codes as others: %s', async (path, result) => {
    expect(await open(path, { bytes: 5 * megabyte })).toMatchObject(result);
  });

  it('end when they are stopped', async () => {
    const stopping = new AbortController();
    const archive = (await open('/endless', {}, undefined, stopping.signal)) as Archive;
    const reading = (async () => {
      for await (const _ of archive.chunks) stopping.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(await open('/whole', {}, undefined, stopping.signal)).toMatchObject({ kind: 'refused', code: 'cancelled' });
  });
});
