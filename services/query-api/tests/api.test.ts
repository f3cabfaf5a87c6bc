import { problemSchema } from '@copydesk/contracts';
import type { Fact, Mention } from '@copydesk/contracts';
import { createExtractor, openStoryLedger } from '@copydesk/facts';
import { createLogger } from '@copydesk/runtime';
import {
  mergeStory,
  migrate,
  openDatabase,
  recordOutcome,
  recordStoryChange,
  replaceMentions,
  saveArticle,
  saveConflicts,
  saveFacts,
} from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, madeArticle, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';

const logger = createLogger('test', 'silent');

describeOn('the query API', await testPostgres(), (server) => {
  let database: Database;
  let app: Awaited<ReturnType<typeof createApp>>;
  let drop: () => Promise<void>;
  let mentions: Mention[];
  let facts: Fact[];
  const article = madeArticle({
    title: '<script>alert(1)</script> Flood',
    url: 'https://paper.example/flood',
    publisher: 'Paper',
    text: 'The river rose by two metres on Monday. Forty houses were flooded, the fire service said.',
  });

  beforeAll(async () => {
    const made = await createTestDatabase(server);
    drop = made.drop;
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    const place = {
      storyId: 's_1',
      group: article.articleId,
      relation: 'original' as const,
      of: null,
      directed: true,
      score: 1,
      reasons: ['first'],
      copies: [],
    };
    await saveArticle(database, { kind: 'assignment', ...place, article });
    mentions = createExtractor().extract(article).mentions;
    await replaceMentions(database, article.articleId, 's_1', mentions);
    const changes = openStoryLedger('s_1').setArticle(
      {
        ...place,
        articleId: article.articleId,
        revision: 1,
        publisher: 'Paper',
        url: article.url,
        observedAt: article.observedAt,
        published: null,
        wireCredit: [],
      },
      mentions,
    );
    facts = changes.flatMap((change) => (change.kind === 'fact' ? [change.fact] : []));
    await saveFacts(database, facts);
    await saveConflicts(database, []);
    await recordOutcome(database, article.articleId, 1, { outcome: 'facts', mentions: mentions.length });
    await mergeStory(database, 's_0', 's_1');
    app = await createApp({ database, logger, requestsPerMinute: 10_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.destroy();
    await drop();
  });
  const get = async (url: string) => await app.inject({ method: 'GET', url });

  it('lists stories, and gives a story whole, also under the id of a story merged into it', async () => {
    expect((await get('/v1/stories')).json()).toMatchObject({ items: [{ id: 's_1', articles: 1, facts: facts.length }], next: null });
    const whole = (await get('/v1/stories/s_0')).json<{ id: string; factList: { evidence: Mention[] }[] }>();
    expect(whole.id).toBe('s_1');
    expect(whole.factList.every((fact) => fact.evidence.length > 0)).toBe(true);
  });

  it('pages through facts without losing or repeating one', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { items: Fact[]; next: string | null } = (await get(`/v1/facts?limit=1${after === '' ? '' : `&after=${after}`}`)).json();
      seen.push(...page.items.map((fact) => fact.id));
      after = page.next;
    }
    expect(seen).toEqual(facts.map((fact) => fact.id).sort());
  });

  it('says why a story holds what it holds: reasons of articles, merges and splits, also of stories that went on in it', async () => {
    const merge = { kind: 'merge' as const, from: 's_gone', into: 's_1', articles: null, observedAt: '2024-03-05T12:10:00.000Z' };
    const split = { kind: 'split' as const, from: 's_gone', into: 's_9', articles: 2, observedAt: '2024-03-05T12:05:00.000Z' };
    await mergeStory(database, 's_gone', 's_1');
    for (let times = 0; times < 2; times += 1) {
      await recordStoryChange(database, { ...split, reasons: ['its articles fall into two'] });
      await recordStoryChange(database, { ...merge, reasons: ['as alike as <b>one</b> story'] });
    }
    const story = (await get('/v1/stories/s_gone')).json<{ changes: unknown[]; articleList: { reasons: string[] }[] }>();
    expect(story.articleList.map(({ reasons }) => reasons)).toEqual([['first']]);
    expect(story.changes).toEqual([
      { ...merge, reasons: ['as alike as <b>one</b> story'] },
      { ...split, reasons: ['its articles fall into two'] },
    ]);
    const page = (await get('/stories/s_1')).body;
    expect(page).toContain('Why here: first');
    expect(page).toMatch(/s_gone went on in s_1:\s+as alike as &lt;b&gt;one/);
    expect((await get(`/articles/${article.articleId}`)).body).toContain('Why there: first');
    expect(page).toMatch(/2 articles left s_gone for s_9/);
  });

  it('finds facts by words, taking the signs of patterns as words', async () => {
    expect((await get('/v1/facts?q=%25')).json()).toEqual({ items: [], next: null });
    expect((await get('/v1/facts?q=RIVER')).json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('gives the outcome of each article', async () => {
    expect((await get('/v1/outcomes/summary')).json()).toEqual({ facts: 1 });
    expect((await get(`/v1/articles/${article.articleId}/outcomes`)).json()).toMatchObject([
      { revision: 1, outcome: { outcome: 'facts' } },
    ]);
  });

  describe('answers problems as RFC 9457 says', () => {
    it.each([
      ['/v1/facts/f_none', 404, 'not-found'],
      ['/v1/nothing', 404, 'not-found'],
      ['/v1/facts?limit=0', 400, 'bad-request'],
      ['/v1/facts?q=a%00b', 400, 'bad-request'],
      ['/v1/facts?minIndependent=99999999999', 400, 'bad-request'],
      ['/v1/facts?limit=many', 400, 'bad-request'],
      ['/v1/stories/%00', 400, 'bad-request'],
    ])('%s → %i', async (url, status, code) => {
      const response = await get(url);
      expect(response.statusCode).toBe(status);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(problemSchema.parse(response.json())).toMatchObject({ status, code });
    });

    it('does not tell what went wrong inside', async () => {
      const broken = await createApp({
        database: openDatabase({ url: 'postgres://nobody:secret@127.0.0.1:1/none', applicationName: 'test' }),
        logger,
        requestsPerMinute: 10,
      });
      const response = await broken.inject({ method: 'GET', url: '/v1/stories' });
      await broken.close();
      expect(response.statusCode).toBe(503);
      expect(response.body).not.toMatch(/secret|127\.0\.0\.1|ECONN/);
    });
  });

  it('never lets the words of an article become markup', async () => {
    for (const url of ['/', '/stories/s_1', `/articles/${article.articleId}`]) {
      const response = await get(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).not.toContain('<script>alert');
      expect(response.headers['content-security-policy']).toContain("default-src 'self'");
    }
  });

  it('describes itself', async () => {
    const document = (await get('/documentation/json')).json<{ openapi: string; paths: object }>();
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/stories', '/v1/facts/{id}', '/v1/conflicts', '/v1/articles/{id}', '/v1/outcomes']),
    );
  });
});
