import { sha256 } from '@copydesk/contracts';
import { createLogger } from '@copydesk/runtime';
import { addApiKey, countOutcomes, markForgotten, migrate, openDatabase, revokeApiKey, unsentIntake } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPushApi } from '../src/push/push-api.ts';
import type { PushResult } from '../src/push/push-api.ts';

const text = (level: number) =>
  `The river rose by ${level} centimetres on Monday, the fire service said. Forty houses in the old town were flooded. Schools stay closed until Friday.`;

describeOn('pushing articles', await testPostgres(), (server) => {
  let database: Database;
  let drop: () => Promise<void>;
  let app: ReturnType<typeof createPushApi>;
  let woken = 0;
  beforeEach(async () => {
    const made = await createTestDatabase(server);
    ({ drop } = made);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    await addApiKey(database, { id: 'key_1', name: 'desk', hash: sha256('secret'), scopes: ['write'] });
    await addApiKey(database, { id: 'key_2', name: 'other', hash: sha256('weak'), scopes: [] });
    woken = 0;
    app = createPushApi({
      database,
      logger: createLogger('test', 'silent'),
      now: () => Date.parse('2024-03-05T10:00:00Z'),
      afterBatch: () => void woken++,
    });
  });
  afterEach(async () => {
    await app.close();
    await database.destroy();
    await drop();
  });
  const post = async (payload: object | string, key: string | null = 'secret') =>
    await app.inject({
      method: 'POST',
      url: '/v1/articles',
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
      payload,
    });
  const push = async (...articles: unknown[]) => (await post({ articles })).json<{ results: PushResult[] }>().results;

  it('takes a batch in, each article with its own result, once however often it is sent', async () => {
    const batch = [
      { id: 'one', text: text(10) },
      {
        url: 'https://outlet.example/two?utm_source=x',
        title: 'Two',
        html: `<article><h1>Two</h1><p>${text(20)}</p><p>${text(21)}</p></article>`,
      },
      { id: 'three' },
      { text: text(30) },
      'nonsense',
    ];
    const first = await push(...batch);
    expect(first.map(({ result }) => result)).toEqual(['accepted', 'accepted', 'rejected', 'rejected', 'rejected']);
    expect(first[2]).toMatchObject({ id: 'three', code: 'input-format' });
    expect(woken).toBe(1);
    const again = await push(...batch);
    expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged', 'rejected', 'rejected']);
    expect(again[0]?.articleId).toBe(first[0]?.articleId);
    expect(await countOutcomes(database)).toEqual({ pending: 2, rejected: 1 });
    const events = (await unsentIntake(database, 10)).map(({ event }) => event);
    expect(events[0]).toMatchObject({ revision: 1, observedAt: '2024-03-05T10:00:00.000Z', intake: { kind: 'push', name: 'desk one' } });
    expect(events[1]).toMatchObject({ url: 'https://outlet.example/two' });
  });

  it('makes a revision of changed words, and takes nothing that was forgotten', async () => {
    const [first] = await push({ id: 'one', text: text(10) });
    expect(await push({ id: 'one', text: text(11) })).toMatchObject([{ result: 'accepted', articleId: first?.articleId }]);
    expect((await unsentIntake(database, 10)).map(({ event }) => event.revision)).toEqual([1, 2]);
    await markForgotten(database, first?.articleId ?? '');
    expect(await push({ id: 'one', text: text(12) })).toMatchObject([{ result: 'unchanged' }]);
  });

  it('answers refusals as problems', async () => {
    const refusals = [
      [await post({ articles: [] }, null), 401, 'unauthorized'],
      [await post({ articles: [{ id: 'x', text: text(1) }] }, 'wrong'), 401, 'unauthorized'],
      [await post({ articles: [{ id: 'x', text: text(1) }] }, 'weak'), 403, 'forbidden'],
      [await post({ articles: [] }), 400, 'bad-request'],
      [await post('{ no json'), 400, 'bad-request'],
      [await post(JSON.stringify({ articles: ['x'.repeat(17_000_000)] })), 413, 'too-large'],
      [await app.inject({ url: '/v1/other' }), 404, 'not-found'],
    ] as const;
    for (const [response, status, code] of refusals) {
      expect(response.statusCode).toBe(status);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(response.json()).toMatchObject({ status, code, type: `urn:copydesk:error:${code}` });
    }
    await revokeApiKey(database, 'desk');
    expect((await post({ articles: [{ id: 'x', text: text(1) }] })).statusCode).toBe(401);
  });
});
