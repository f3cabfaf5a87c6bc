import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { watchDatabase } from './watch-database.ts';

test('a database that hangs is told as an outage, and asked once only', async () => {
  const database = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none', applicationName: 'test' });
  const answer = Promise.withResolvers<{ ok: boolean; detail: string }>();
  let asked = 0;
  const reports: { ok: boolean; detail: string }[] = [];
  let next = Promise.withResolvers<void>();
  const watch = watchDatabase(
    database,
    (state) => {
      reports.push(state);
      next.resolve();
    },
    {
      ask: async () => {
        asked++;
        return await answer.promise;
      },
      patienceMs: 10,
    },
  );
  await next.promise;
  expect(reports).toEqual([{ ok: false, detail: 'no answer within 0.01 s' }]);
  answer.resolve({ ok: true, detail: 'connected' });
  next = Promise.withResolvers<void>();
  await next.promise;
  expect(asked).toBe(2);
  expect(reports.at(-1)).toEqual({ ok: true, detail: 'connected' });
  watch.stop();
  await database.destroy();
});
