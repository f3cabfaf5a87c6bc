import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  SCHEMA_VERSION,
  SchemaVersionError,
  dropDatabase,
  makeDatabase,
  migrate,
  openDatabase,
  ping,
  requireSchema,
} from '../../src/index.ts';
import { onEmptyDatabase } from './harness.ts';

const everyVersion = readdirSync(new URL('../../src/migrations', import.meta.url)).flatMap((file) =>
  /^\d{4}-/.test(file) ? [Number(file.slice(0, 4))] : [],
);

export function databaseChapters(server: string): void {
  test('an empty database gets every migration once, and a second run changes nothing', async () => {
    await onEmptyDatabase(server, async (open) => {
      const database = open();
      await expect(requireSchema(database)).rejects.toThrow('run `copydesk migrate`');
      expect(await migrate(database)).toEqual(everyVersion);
      expect(await migrate(database)).toEqual([]);
      await expect(requireSchema(database)).resolves.toBeUndefined();
    });
  });

  test('of several processes that migrate at once, one does the work and the others wait for it', async () => {
    await onEmptyDatabase(server, async (open) => {
      const applied = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const database = open();
          const versions = await migrate(database);
          await requireSchema(database);
          return versions;
        }),
      );
      expect(applied.filter(({ length }) => length > 0)).toEqual([everyVersion]);
    });
  });

  test('a database half way gets what is missing; one that is newer than the program is left alone', async () => {
    await onEmptyDatabase(server, async (open) => {
      const database = open();
      await migrate(database);
      await sql`delete from schema_versions where version = ${SCHEMA_VERSION}`.execute(database);
      await expect(requireSchema(database)).rejects.toThrow('run `copydesk migrate`');
      // Its tables are there: the migration is run, fails, and nothing of it stays.
      await expect(migrate(database)).rejects.toThrow(/already exists/);
      await expect(requireSchema(database)).rejects.toBeInstanceOf(SchemaVersionError);
      await sql`insert into schema_versions values (${SCHEMA_VERSION + 1}, 'of tomorrow')`.execute(database);
      await expect(migrate(database)).rejects.toBeInstanceOf(SchemaVersionError);
      await expect(requireSchema(database)).rejects.toThrow('run a newer program');
    });
  });

  test.each(['', 'Capital', 'with space', 'quo"te', "quo'te", 'a;b', '1st', '_a', 'a-b', 'ä', 'nul\0', 'line\n', 'a'.repeat(64)])(
    'a database named %j is not made',
    async (name) => {
      await expect(makeDatabase(server, name)).rejects.toThrow('not a database name');
    },
  );

  test('a name is never more than a name: dropping a hostile one harms nothing', async () => {
    await onEmptyDatabase(server, async (open, url) => {
      const name = new URL(url).pathname.slice(1);
      for (const hostile of [`${name}"; drop database "${name}`, `"${name}"`, `${name}; --`, name.toUpperCase()]) {
        await dropDatabase(server, hostile).catch(() => undefined);
      }
      expect(await ping(open())).toMatchObject({ ok: true });
    });
  });

  test('making a database again gives an empty one; dropping ends its sessions, and dropping again is no error', async () => {
    await onEmptyDatabase(server, async (_open, url) => {
      const name = new URL(url).pathname.slice(1);
      const idle: Error[] = [];
      const database = openDatabase({ url, applicationName: 'storage-suite', onIdleError: (error) => idle.push(error) });
      try {
        await migrate(database);
        expect(await makeDatabase(server, name)).toBe(url);
        await expect.poll(() => idle.length).toBe(1);
        expect(await migrate(database)).toEqual(everyVersion);
        await dropDatabase(server, name);
        await dropDatabase(server, name);
        expect(await ping(database)).toMatchObject({ ok: false });
      } finally {
        await database.destroy();
      }
    });
  });
}
