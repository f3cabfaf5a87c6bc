import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadSites } from './load-sites.ts';
import { createArticleReader } from './read-article.ts';

const examples = fileURLToPath(new URL('../../../../packages/article/sites', import.meta.url));

it('reads the folder that is named, and none without a name', () => {
  expect(loadSites(null).rules.size).toBe(0);
  expect(loadSites(examples)).toMatchObject({ faults: [] });
  expect(loadSites(examples).rules.has('gazette.example')).toBe(true);
});

it('says which setting names a folder that is not there, and which file cannot be used', () => {
  expect(() => loadSites(join(examples, 'none'))).toThrow('READER_SITES: ENOENT');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-rules-'));
  writeFileSync(join(folder, 'a.json'), '[]');
  expect(loadSites(folder).faults).toMatchObject([{ file: 'a.json' }]);
  rmSync(folder, { recursive: true });
});

it('gives each page the rules of its own site', async () => {
  const given: unknown[] = [];
  const pool = {
    readHtml: async (_html: string, meta?: { site?: { hosts: string[] } | undefined }) => {
      given.push(meta?.site?.hosts);
      return await Promise.reject(new Error('not read here'));
    },
    readFlat: async () => await Promise.reject(new Error('not read here')),
  };
  const read = createArticleReader(pool, loadSites(examples).rules);
  const item = (url: string) => ({
    intake: { kind: 'feed', name: 'x' } as const,
    identity: { url },
    url,
    title: null,
    publisher: null,
    published: null,
    body: { kind: 'html', content: '' } as const,
  });
  for (const url of ['https://gazette.example/1', 'https://other.example/1']) await read(item(url)).catch(() => undefined);
  expect(given).toEqual([['gazette.example'], undefined]);
});
