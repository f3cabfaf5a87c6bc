import { sha256 } from '@copydesk/contracts';
import { migrate, openDatabase, useApiKey } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { expect, it } from 'vitest';
import { keysCommand } from './keys.ts';

describeOn('keys', await testPostgres(), (address) => {
  it('are shown once, kept as a hash, and work until they are revoked', async () => {
    const made = await createTestDatabase(address);
    const database = openDatabase({ url: made.url, applicationName: 'test' });
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    try {
      await migrate(database);
      expect(await keysCommand(['add', 'wire desk', '--json'], database, print)).toBe(0);
      const { key, id } = JSON.parse(lines[0] ?? '') as { key: string; id: string };
      expect(await useApiKey(database, sha256(key))).toEqual({ id, name: 'wire desk', scopes: ['write'] });
      expect(await useApiKey(database, sha256(`${key}x`))).toBeUndefined();
      await keysCommand(['list'], database, print);
      expect(lines.at(-1)).toContain('wire desk');
      expect(lines.at(-1)).not.toContain(key);
      expect(await keysCommand(['revoke', 'wire desk'], database, print)).toBe(0);
      expect(await useApiKey(database, sha256(key))).toBeUndefined();
      expect(await keysCommand(['revoke', id], database, print)).toBe(1);
    } finally {
      await database.destroy();
      await made.drop();
    }
  });
});
