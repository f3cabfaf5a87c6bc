import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafkaBus, createMemoryBus, readEvent } from '@copydesk/bus';
import type { Bus } from '@copydesk/bus';
import type { FactEvent, Mention } from '@copydesk/contracts';
import type { Extraction } from '@copydesk/extractor';
import { createExtractor as createMentionExtractor } from '@copydesk/facts';
import { countStale, extractionState, verifyStore, wantExtraction } from '@copydesk/storage';
import { createTestDatabase, describeOn, testBroker, testPostgres, testPrefix } from '@copydesk/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from './four-services.ts';
import type { Installation } from './four-services.ts';

const broker = await testBroker();
const postgres = await testPostgres();
const reader = createMentionExtractor();

/** A version of the extractor: the product's own, with what `change` makes of its mentions. */
function version(name: string, change: (mentions: Mention[]) => Mention[]): Extraction {
  return {
    version: name,
    readMentions: (article) =>
      change(reader.extract(article).mentions).map((mention) => ({ ...mention, extractor: { ...mention.extractor, version: name } })),
  };
}
/** Misses what every third mention says, and takes the rest for less certain. */
const older = version('a', (mentions) => mentions.flatMap((mention, at) => (at % 3 === 0 ? [] : [{ ...mention, confidence: 0.5 }])));
const newer = version('b', (mentions) => mentions);

const towns = ['Varnholt', 'Eskmere', 'Tolvaria'];

/** Stories told by several outlets, with copies, numbers that disagree, and corrections under the same address. */
function articles(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    const town = towns[at % towns.length] ?? '';
    const people = at % 4 === 3 ? 320 : 260;
    return {
      url: `https://outlet-${at % 5}.example/${town.toLowerCase()}/${at % 12}`,
      title: `Flood forces people in ${town} from their homes`,
      published: new Date(Date.UTC(2024, 2, 4, 6, at)).toISOString(),
      publisher: `Outlet ${at % 5}`,
      text: [
        `A flood forced ${people} people from their homes in ${town} on Monday, the fire service said.`,
        `The river rose to ${3 + (at % 2)} metres, the highest level since 1998.`,
        `"We have never seen so much water," said Ana Brandt, a spokesperson for the fire service.`,
        at < 12 ? 'About 20 percent of the town is without power.' : `This report was corrected: ${at} schools are closed.`,
      ].join(' '),
    };
  });
}

type Line = Record<string, unknown> & { kind: string; id: string };

const inOrder = (names: readonly string[]) => names.toSorted((a, b) => (a < b ? -1 : 1)).join();

/** The dump without history: names of facts and conflicts that remember what they were first, and outcomes of revisions that newer ones have replaced. */
function withoutHistory(dump: string): string[] {
  const lines = dump.split('\n').map((line) => JSON.parse(line) as Line);
  const newest = new Map<string, number>();
  for (const { kind, article } of lines as unknown as { kind: string; article: { articleId: string; revision: number } }[])
    if (kind === 'article') newest.set(article.articleId, article.revision);
  const names = new Map<string, string>();
  for (const line of lines) if (line.kind === 'fact') names.set(line.id, `fact of ${(line['mentions'] as string[]).toSorted().join()}`);
  for (const line of lines)
    if (line.kind === 'conflict')
      names.set(line.id, `conflict of ${inOrder((line['facts'] as string[]).map((id) => names.get(id) ?? id))} ${String(line['type'])}`);
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) {
      const all = value.map(renamed);
      return all.every((each) => typeof each === 'string') ? all.toSorted() : all;
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, renamed(member)]));
  };
  return lines
    .filter(({ kind, articleId, revision }) => kind !== 'outcome' || newest.get(String(articleId)) === revision)
    .map(({ key: _key, aliases: _aliases, ...line }) => JSON.stringify(renamed(line)))
    .toSorted();
}

async function eventsOf(bus: Bus): Promise<FactEvent[]> {
  const events: FactEvent[] = [];
  await bus.admin.readToEnd('factEvents', (messages) => {
    for (const message of messages) {
      const read = readEvent('factEvents', message);
      if (read.ok && read.event !== null) events.push(read.event);
    }
  });
  return events;
}

async function evidenceVersions(bus: Bus): Promise<Set<string>> {
  const live = new Map<string, string[]>();
  await bus.admin.readToEnd('facts', (messages) => {
    for (const message of messages) {
      const read = readEvent('facts', message);
      if (!read.ok) throw new Error(read.detail);
      if (read.event === null) live.delete(message.key ?? '');
      else
        live.set(
          message.key ?? '',
          read.event.evidence.map((mention) => mention.extractor.version),
        );
    }
  });
  return new Set([...live.values()].flat());
}

function reextractTests(server: string, makeBus: () => Bus): void {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-reextract-'));
  const opened: Installation[] = [];
  const ending: (() => Promise<void>)[] = [];
  const file = (name: string, records: readonly object[]): string => {
    writeFileSync(join(folder, name), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return join(folder, name);
  };
  let first: string;
  let second: string;

  /** A bus, a database, and the services on them in the version asked for. */
  async function installation(): Promise<(extraction: Extraction) => Promise<Installation>> {
    const made = await createTestDatabase(server);
    const bus = makeBus();
    const groupPrefix = testPrefix();
    ending.push(async () => {
      await bus.close();
      await made.drop();
    });
    return async (extraction) => {
      const open = await openInstallation({ databaseUrl: made.url, bus, groupPrefix, extraction });
      opened.push(open);
      return open;
    };
  }
  beforeAll(() => {
    first = file('1.ndjson', articles(0, 18));
    second = file('2.ndjson', articles(18, 24));
  });
  afterAll(async () => {
    await Promise.all(opened.map((each) => each.close()));
    for (const end of ending) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'a ledger of another version is left alone until an operator asks; then it says what a fresh run says',
    { timeout: 120_000 },
    async () => {
      const open = await installation();
      const old = await open(older);
      await old.run([first]);
      const before = await old.dump();

      const next = await open(newer);
      await expect(next.replay()).rejects.toThrow(/made with extractor a and this program is b: run `copydesk reextract`/);
      expect(await next.dump()).toBe(before);

      await wantExtraction(next.database, 'b');
      // Articles come in while the others are read again: none is put beside what the older version read.
      await next.run([second]);
      await next.replay(async () => (await countStale(next.database, 'b')) === 0);
      expect(await extractionState(next.database)).toEqual({ version: 'b', wanted: null });

      const fresh = await (await installation())(newer);
      await fresh.run([first]);
      await fresh.run([second]);
      expect(withoutHistory(await next.dump())).toEqual(withoutHistory(await fresh.dump()));
      expect((await verifyStore(next.database)).faults).toEqual([]);
      expect(withoutHistory(before)).not.toEqual(withoutHistory(await next.dump()));

      // Who subscribes gets to know: nothing on the compacted topic rests on the older reading, and what is no longer read is retracted.
      expect(await evidenceVersions(next.bus)).toEqual(new Set(['b']));
      const events = await eventsOf(next.bus);
      const revised = events.filter(
        (event) =>
          event.kind === 'fact' && event.fact.revision > 1 && event.fact.evidence.every((mention) => mention.extractor.version === 'b'),
      );
      expect(revised.length).toBeGreaterThan(10);

      await expect(old.replay()).rejects.toThrow(/made with extractor b and this program is a/);
    },
  );

  it('what only the older version read is retracted, and the rest keeps its ids', { timeout: 120_000 }, async () => {
    const open = await installation();
    const generous = await open(version('a', (mentions) => mentions));
    await generous.run([first]);
    const ids = new Set(
      generous === undefined ? [] : (await eventsOf(generous.bus)).flatMap((event) => (event.kind === 'fact' ? [event.fact.id] : [])),
    );
    const strict = await open(version('b', (mentions) => mentions.filter(({ type }) => type !== 'quote')));
    await wantExtraction(strict.database, 'b');
    await strict.replay(async () => (await countStale(strict.database, 'b')) === 0);
    const events = await eventsOf(strict.bus);
    const retracted = events.filter((event) => event.kind === 'fact-retracted' && event.reason === 'extractor b does not read it');
    expect(retracted.length).toBeGreaterThan(0);
    for (const event of retracted) expect(event).toMatchObject({ fact: { type: 'quote' } });
    const now = (await strict.dump())
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .filter(({ kind }) => kind === 'fact');
    expect(now.length).toBeGreaterThan(0);
    expect(now.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
}

describe('a new version of the extractor', () => {
  describeOn('on PostgreSQL', postgres, (server) => {
    describe('and the in-memory bus', () => {
      reextractTests(server, createMemoryBus);
    });
    describeOn('and Kafka', broker, (brokers) => {
      reextractTests(server, () => createKafkaBus({ brokers, topicPrefix: testPrefix(), sessionTimeoutMs: 6_000 }));
    });
  });
});
