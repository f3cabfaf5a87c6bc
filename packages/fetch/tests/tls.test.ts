import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../src/index.ts';
import { madeCertificate, type Certificate } from './made-certificate.ts';

const authority = madeCertificate('Test Authority', { authority: true });
const stranger = madeCertificate('Another Authority', { authority: true });
const host = 'news.example';
const certificates: Readonly<Record<string, Certificate>> = {
  good: madeCertificate(host, { issuer: authority }),
  'self-signed': madeCertificate(host),
  'of an unknown authority': madeCertificate(host, { issuer: stranger }),
  expired: madeCertificate(host, { issuer: authority, days: [-30, -1] }),
  'not yet valid': madeCertificate(host, { issuer: authority, days: [2, 30] }),
  'of another host': madeCertificate('bank.example', { issuer: authority }),
};
const servers = new Map<string, Server>();
const ports = new Map<string, number>();
let fetcher: Fetcher;

const listen = async (name: string, server: Server): Promise<void> => {
  servers.set(name, server);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  ports.set(name, (server.address() as AddressInfo).port);
};
const at = (name: string, hostname = host): string => `https://${hostname}:${ports.get(name) ?? 0}/feed`;
/** Requests that got through to a server. */
let served = 0;

beforeAll(async () => {
  const answer = (_request: unknown, response: { end(text: string): void }): void => {
    served++;
    response.end('<rss/>');
  };
  for (const [name, { cert, key }] of Object.entries(certificates)) await listen(name, createServer({ cert, key }, answer));
  const { cert, key } = certificates['good'] as Certificate;
  await listen('old', createServer({ cert, key, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, answer));
  await listen('plain', createPlainServer(answer));
  fetcher = createFetcher({
    userAgent: 'Tests/1.0 (+https://tests.example)',
    resolve: async () => Promise.resolve(['127.0.0.1']),
    connect: buildConnector({ timeout: 2_000, allowH2: false, ca: authority.cert }),
    testing: { allowLoopback: true },
  });
});
afterAll(async () => {
  await fetcher.close();
  for (const server of servers.values()) server.close();
});

describe('TLS', () => {
  it('is spoken with a host whose certificate an authority vouches for', async () => {
    expect(await fetcher.get(at('good'), { kind: 'feed' })).toMatchObject({ kind: 'ok', url: at('good') });
    expect(served).toBe(1);
  });

  it.each([
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not yet valid', 'CERT_NOT_YET_VALID'],
    ['of another host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['old', 'SSL|EPROTO'],
    ['plain', 'SSL|EPROTO'],
  ])('is refused where the server is %s, and nothing is asked there', async (name, words) => {
    const before = served;
    const result = await fetcher.get(at(name), { kind: 'page' });
    expect(result).toMatchObject({ kind: 'refused', transient: true });
    const feed = await fetcher.get(at(name), { kind: 'feed' });
    expect(feed).toMatchObject({ kind: 'refused', code: 'tls-failed', detail: expect.stringMatching(new RegExp(words)) as string });
    expect(served).toBe(before);
  });

  it('holds the certificate to the name in the address, not to where it led', async () => {
    expect(await fetcher.get(at('good', 'other.example'), { kind: 'feed' })).toMatchObject({ kind: 'refused', code: 'tls-failed' });
    expect(await fetcher.get(at('good', '127.0.0.1'), { kind: 'feed' })).toMatchObject({ kind: 'refused', code: 'tls-failed' });
    expect(await fetcher.open(at('expired'), { signal: new AbortController().signal })).toMatchObject({ code: 'tls-failed' });
  });
});
