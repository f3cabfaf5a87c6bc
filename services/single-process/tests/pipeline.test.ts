import { sha256, topics } from '@copydesk/contracts';
import { createKafkaBus, createMemoryBus, readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import { countOutcomes, forgetOffset, listArticles, listStories, factsOfStory, mentionsOfStory, verifyStore } from '@copydesk/storage';
import { createTestDatabase, describeOn, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation, seeds } from './four-services.ts';
import type { Installation } from './four-services.ts';

const broker = await testBroker();
const postgres = await testPostgres();

interface LiveFact {
  key: string;
  value: unknown;
  headers: Readonly<Record<string, string>>;
}

/** What a consumer that reads `facts.v1` from its beginning holds at the end. */
async function liveFacts({ bus }: Installation): Promise<Map<string, LiveFact>> {
  const live = new Map<string, LiveFact>();
  await bus.admin.readToEnd('facts', (messages) => {
    for (const message of messages) {
      const read = readEvent('facts', message);
      if (!read.ok) throw new Error(read.detail);
      if (read.event === null) live.delete(message.key ?? '');
      else live.set(message.key ?? '', { key: message.key ?? '', value: read.event, headers: message.headers });
    }
  });
  return live;
}

function pipelineTests(server: string, makeBus: () => Bus): void {
  const prefix = testPrefix();
  const bus = makeBus();
  let installation: Installation;
  let drop: () => Promise<void>;
  let groups = 0;
  let database: string;
  const open = async () => await openInstallation({ databaseUrl: database, bus, groupPrefix: `${prefix}${++groups}.` });

  beforeAll(async () => {
    const made = await createTestDatabase(server);
    drop = made.drop;
    database = made.url;
    installation = await open();
    await installation.run([seeds]);
  });
  afterAll(async () => {
    await installation.close();
    await bus.close();
    await drop();
  });

  it('gives each of the five seeds one outcome and puts them into one story', async () => {
    expect(await countOutcomes(installation.database)).toEqual({ facts: 5 });
    const stories = await listStories(installation.database, { limit: 10, offset: 0 });
    expect(stories.map((story) => story.articles)).toEqual([5]);
  });

  it('reads a quantity from each article, and a claim that four or more articles prove', async () => {
    const [story] = await listStories(installation.database, { limit: 1, offset: 0 });
    const mentions = await mentionsOfStory(installation.database, story!.id);
    const quantities = mentions.filter((mention) => mention.type === 'quantity');
    expect(new Set(quantities.map((mention) => mention.articleId)).size).toBe(5);
    const facts = await factsOfStory(installation.database, story!.id);
    expect(Math.max(...facts.map((fact) => fact.support.articles))).toBeGreaterThanOrEqual(4);
    expect(facts.every((fact) => fact.support.independent <= fact.support.articles)).toBe(true);
  });

  it('reads nothing from navigation in another script, nor from the footer of a feed', async () => {
    for (const stored of await listArticles(installation.database, { limit: 10 })) {
      expect(stored.article.text).not.toMatch(/\p{Script=Arabic}/u);
      expect(stored.article.text).not.toMatch(/ via IFTTT|appeared first on/);
    }
  });

  it('proves every fact: verify finds no fault', async () => {
    const report = await verifyStore(installation.database);
    expect(report.faults).toEqual([]);
    expect(report.mentions).toBeGreaterThan(50);
  });

  it('publishes the same facts on the compacted topic, keyed by fact id, as CloudEvents', async () => {
    const live = await liveFacts(installation);
    const [story] = await listStories(installation.database, { limit: 1, offset: 0 });
    const facts = await factsOfStory(installation.database, story!.id);
    expect(new Set(live.keys())).toEqual(new Set(facts.map((fact) => fact.id)));
    for (const fact of facts) expect(live.get(fact.id)?.value).toMatchObject(JSON.parse(JSON.stringify(fact)) as object);
    for (const { headers } of live.values())
      expect(headers).toMatchObject({ ce_specversion: '1.0', ce_type: topics.facts.type, ce_source: '/copydesk/extractor' });
  });

  it('changes no byte of the dump when the same input is read again', async () => {
    const before = await installation.dump();
    const sent = await liveFacts(installation);
    await installation.run([seeds]);
    expect(sha256(await installation.dump())).toBe(sha256(before));
    expect((await liveFacts(installation)).size).toBe(sent.size);
  });

  it('changes no byte of the dump when every topic is read again from its beginning', async () => {
    const before = await installation.dump();
    await installation.close();
    // New groups begin at the beginning; the extractor's own offsets are forgotten too.
    installation = await open();
    for (let partition = 0; partition < topics.articlesClustered.partitions; partition++) {
      await forgetOffset(installation.database, 'extractor', topics.articlesClustered.name, partition);
    }
    await installation.replay();
    expect(await installation.dump()).toBe(before);
  });
}

describe('from files to facts', () => {
  describeOn('on PostgreSQL', postgres, (server) => {
    describe('and the in-memory bus', () => {
      pipelineTests(server, createMemoryBus);
    });
    describeOn('and Kafka', broker, (brokers) => {
      pipelineTests(server, () => createKafkaBus({ brokers, topicPrefix: testPrefix(), sessionTimeoutMs: 6_000 }));
    });
  });
});
