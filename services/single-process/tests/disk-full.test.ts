import { createMemoryBus } from '@copydesk/bus';
import { consumedTopics } from '@copydesk/contracts';
import { countOutcomes, runSql } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { expect, it } from 'vitest';
import { openInstallation, seeds } from './four-services.ts';
import type { Installation } from './four-services.ts';

/** Tables whose growth fails while the disk is full, on the way of an article through the services. */
const tables = ['intake', 'articles', 'mentions', 'facts', 'outbox'];

/** Makes a table refuse rows as a server does whose disk is full, while `full_disk` holds a row. */
async function prepare({ database }: Installation, table: string): Promise<void> {
  await runSql(
    database,
    `create table if not exists full_disk (a int);
    create or replace function refuse_when_full() returns trigger language plpgsql as $$ begin
      if exists (select from full_disk) then
        raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100', hint = 'Check free disk space.';
      end if; return new; end $$;
    create trigger refuse before insert or update on ${table} for each row execute function refuse_when_full()`,
  );
}

async function installation(server: string): Promise<{ open: Installation; end: () => Promise<void> }> {
  const made = await createTestDatabase(server);
  const bus = createMemoryBus();
  const open = await openInstallation({ databaseUrl: made.url, bus, groupPrefix: 'full.' });
  return {
    open,
    end: async () => {
      await open.close();
      await bus.close();
      await made.drop();
    },
  };
}

describeOn('a database that says its disk is full', await testPostgres(), (server) => {
  it.each(tables)(
    'in %s: everything waits, nothing is given up, and all is there once there is room',
    { timeout: 60_000 },
    async (table) => {
      const calm = await installation(server);
      const full = await installation(server);
      try {
        await calm.open.run([seeds]);
        await prepare(full.open, table);
        await runSql(full.open.database, 'insert into full_disk values (1)');
        const running = full.open.run([seeds]);
        running.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        expect((await countOutcomes(full.open.database))['facts'] ?? 0).toBe(0);
        await runSql(full.open.database, 'delete from full_disk');
        await running;
        expect(await full.open.dump()).toBe(await calm.open.dump());
        for (const topic of consumedTopics)
          await full.open.bus.admin.readDeadLetters(topic, (letters) => {
            expect(letters).toEqual([]);
          });
      } finally {
        await calm.end();
        await full.end();
      }
    },
  );
});
