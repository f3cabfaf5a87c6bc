import { articleId } from '@copydesk/contracts';
import type { Fact } from '@copydesk/contracts';
import {
  findArticle,
  markIntakeSent,
  migrate,
  openDatabase,
  recordIntake,
  recordOutcome,
  recordWithdrawal,
  saveConflicts,
  saveFacts,
  saveArticle,
  unsentIntake,
  verifyStore,
  withdrawArticle,
} from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, madeArticle, madeAt, testPostgres } from '@copydesk/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetCommand } from './forget.ts';

const url = 'https://outlet.example/news/1';

describeOn('forgetting an article', await testPostgres(), (address) => {
  let database: Database;
  let drop: () => Promise<void>;
  let lines: string[];
  const article = madeArticle({ url, title: 'River rises', authors: ['A. Writer'] });
  const forget = async (...args: string[]) => {
    lines = [];
    return await forgetCommand(args, database, Date.parse(madeAt), (line) => void lines.push(line));
  };
  /** What relay and extractor do: send everything, and apply the article and its withdrawal. */
  const deliver = async () => {
    for (const { seq, event } of await unsentIntake(database, 10)) {
      if (event.kind === 'revision') {
        await saveArticle(database, {
          kind: 'assignment',
          storyId: 's_1',
          group: 'g_1',
          relation: 'new',
          of: null,
          directed: false,
          score: 0,
          reasons: [],
          copies: [],
          article: event,
        } as never);
        await recordOutcome(database, event.articleId, event.revision, { outcome: 'facts', mentions: 0 });
      } else await withdrawArticle(database, event.articleId, event.revision, event.reason);
      await markIntakeSent(database, [seq]);
    }
  };
  beforeEach(async () => {
    const made = await createTestDatabase(address);
    ({ drop } = made);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    await recordIntake(database, { event: article, contentHash: 'hash', observedAt: madeAt });
  });
  afterEach(async () => {
    await database.destroy();
    await drop();
  });

  it('withdraws it, and removes its words once the ledger has let go of it', async () => {
    await deliver();
    expect(await forget(url, '--wait', '0', '--json')).toBe(3);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject([{ result: 'pending', code: 'withdrawal-on-its-way' }]);
    expect((await findArticle(database, article.articleId))?.article.text).toBe(article.text);
    await deliver();
    expect(await forget(`${url}?utm_source=feed`, '--json')).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject([{ result: 'forgotten', articleId: article.articleId }]);
    const stored = await findArticle(database, article.articleId);
    expect(stored).toMatchObject({ withdrawn: 'forgotten', article: { text: '', title: null, url: null, authors: [] } });
    expect(JSON.stringify(await database.selectFrom('articles').selectAll().execute())).not.toMatch(/River|Writer|outlet\.example\/news/);
    expect((await verifyStore(database)).faults).toEqual([]);
    // Again, by its id: nothing is left to do.
    expect(await forget(article.articleId)).toBe(0);
    expect(await unsentIntake(database, 10)).toEqual([]);
  });

  it('removes the words of retracted facts and conflicts that rested on it, and leaves the others', async () => {
    await deliver();
    const fact = (id: string, about: string, status: Fact['status']): Fact => ({
      id,
      revision: 2,
      storyId: 's_1',
      key: `river rise ${id}`,
      type: 'state',
      statement: 'The river rose.',
      mentions: [],
      articleIds: [about],
      value: null,
      time: null,
      place: 'Riverton',
      series: [],
      support: { articles: 1, outlets: 1, roots: [], independent: 1 },
      wordings: [{ text: 'The river rose.', mentions: [] }],
      conflicts: [],
      aliases: [],
      salience: 'core',
      firstSeen: madeAt,
      lastChanged: madeAt,
      status,
      extractor: { name: 'test', version: '1' },
    });
    const side = (about: string, value: string) => ({ value, mentions: [], articles: [about], roots: [] });
    await saveFacts(database, [
      fact('f_1', article.articleId, 'retracted'),
      fact('f_2', article.articleId, 'retracted'),
      fact('f_3', 'a_other', 'retracted'),
    ]);
    await saveConflicts(database, [
      {
        id: 'x_1',
        revision: 1,
        storyId: 's_1',
        type: 'numeric',
        class: 'contradiction',
        severity: 'low',
        facts: ['f_1'],
        sides: [side(article.articleId, 'two metres'), side('a_other', 'three metres')],
        explanation: 'two metres against three metres',
        firstSeen: madeAt,
        lastChanged: madeAt,
        status: 'retracted',
      },
    ]);
    await forget(url, '--wait', '0');
    await deliver();
    expect(await forget(url, '--json')).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject([{ facts: 2, conflicts: 1 }]);
    const bodies = (await database.selectFrom('facts').select(['id', 'statement', 'body']).orderBy('id').execute()).map((row) =>
      JSON.stringify(row),
    );
    expect(bodies.map((body) => /river|Riverton/i.test(body))).toEqual([false, false, true]);
    expect(new Set(bodies.map((body) => (JSON.parse(body) as { body: Fact }).body.key)).size).toBe(3);
    expect(JSON.stringify(await database.selectFrom('conflicts').selectAll().execute())).not.toContain('metres');
  });

  it('waits for an article that is still on its way', async () => {
    expect(await forget(article.articleId, '--wait', '0')).toBe(3);
    await deliver();
    expect(await forget(article.articleId)).toBe(0);
  });

  it('finishes what its publisher had taken back before', async () => {
    await deliver();
    await recordWithdrawal(database, { articleId: article.articleId, reason: 'gone', observedAt: madeAt });
    await deliver();
    expect(await forget(url)).toBe(0);
    expect((await findArticle(database, article.articleId))?.article.text).toBe('');
  });

  it('bars an address that was never here, and refuses an id that is none', async () => {
    expect(await forget('https://outlet.example/other')).toBe(0);
    expect(lines).toEqual(['barred https://outlet.example/other']);
    const barred = await database.selectFrom('forgotten_articles').select('article_id').execute();
    expect(barred).toEqual([{ article_id: articleId({ url: 'https://outlet.example/other' }) }]);
    expect(await forget('a_unknown')).toBe(1);
    expect(await forget('a_unknown', 'https://outlet.example/third')).toBe(3);
  });
});
