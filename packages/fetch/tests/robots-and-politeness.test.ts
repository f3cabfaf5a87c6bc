import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../src/index.ts';
import { reply, startHostileWeb, type Handler, type HostileWeb } from './hostile-web.ts';

let web: HostileWeb;
afterEach(() => web.close());

const page = reply(200, { 'content-type': 'text/html' }, '<p>x');
async function asked(robots: Handler | undefined, path: string, kind: 'page' | 'feed' = 'page') {
  web = await startHostileWeb({
    ...(robots ? { '/robots.txt': robots } : {}),
    '/a': page,
    '/b': page,
    '/to-a': reply(302, { location: '/a' }),
  });
  const fetcher = createFetcher({
    userAgent: 'Tests/1.0 (+https://tests.example)',
    limits: { totalMs: 1000 },
    testing: { allowLoopback: true },
  });
  const first = await fetcher.get(web.origin + path, { kind });
  const second = await fetcher.get(web.origin + path, { kind });
  expect(second.kind).toBe(first.kind);
  await fetcher.close();
  return first.kind === 'refused' ? first.code : first.kind;
}

describe('robots.txt', () => {
  it('is asked once, and kept to', async () => {
    expect(await asked(reply(200, {}, 'User-agent: tests\nDisallow: /a'), '/a')).toBe('robots-disallowed');
    expect(web.seen).toEqual(['GET /robots.txt']);
  });

  it('counts for what a redirect leads to', async () => {
    expect(await asked(reply(200, {}, 'User-agent: *\nDisallow: /a'), '/to-a')).toBe('robots-disallowed');
    expect(web.seen).not.toContain('GET /a');
  });

  it('allows all where there is none', async () => {
    expect(await asked(undefined, '/a')).toBe('ok');
    expect(web.seen).toEqual(['GET /robots.txt', 'GET /a', 'GET /a']);
  });

  it('forbids all where it cannot be had', async () => {
    expect(await asked(reply(500), '/a')).toBe('robots-unreachable');
    expect(web.seen).toEqual(['GET /robots.txt']);
  });

  it('is not asked for feeds', async () => {
    expect(await asked(reply(200, {}, 'User-agent: *\nDisallow: /'), '/a', 'feed')).toBe('ok');
    expect(web.seen).not.toContain('GET /robots.txt');
  });
});

describe('politeness', () => {
  it('asks no domain more than twice at once', async () => {
    const slow: Handler = (_request, response) => void setTimeout(() => response.end('x'), 20);
    web = await startHostileWeb({ '/a': slow });
    const fetcher = createFetcher({ userAgent: 'Tests/1.0 (+https://tests.example)', testing: { allowLoopback: true } });
    const results = await Promise.all(Array.from({ length: 10 }, () => fetcher.get(`${web.origin}/a`, { kind: 'feed' })));
    expect(results.every((result) => result.kind === 'ok')).toBe(true);
    expect(web.mostAtOnce).toBe(2);
    await fetcher.close();
  });
});
