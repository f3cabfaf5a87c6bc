import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { isTransientDatabaseError } from './transient.ts';

describeOn('a connection that breaks', await testPostgres(), (server) => {
  it('while a transaction holds it is an error of its next query, transient, and does not end the process', async () => {
    const { url, drop } = await createTestDatabase(server);
    const held = openDatabase({ url, applicationName: 'test' });
    const other = openDatabase({ url, applicationName: 'test-killer' });
    const crashes: unknown[] = [];
    const note = (error: unknown) => crashes.push(error);
    process.on('uncaughtException', note);
    const failed = await held
      .transaction()
      .execute(async (transaction) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other);
        // The end of the connection arrives while nothing is asked.
        await new Promise((next) => setTimeout(next, 200));
        await sql`select 1`.execute(transaction);
      })
      .catch((error: unknown) => error);
    expect(isTransientDatabaseError(failed)).toBe(true);
    expect(await sql`select 1 as one`.execute(held)).toMatchObject({ rows: [{ one: 1 }] });
    process.off('uncaughtException', note);
    expect(crashes).toEqual([]);
    await held.destroy();
    await other.destroy();
    await drop();
  });
});
