import type { Conflict, Fact } from '@copydesk/contracts';
import { madeAt } from '@copydesk/testkit';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  conflictsOfStory,
  eraseArticle,
  factsOfStory,
  findConflict,
  findFact,
  listConflicts,
  listFacts,
  publishedOfStory,
  saveConflicts,
  saveFacts,
} from '../../src/index.ts';
import { onStore } from './harness.ts';

const ids = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix}_${10_000 + index}`);

/** A fact that so many articles tell. */
function longFact(articles: number, revision: number): Fact {
  return {
    id: 'f_1',
    revision,
    storyId: 's_1',
    key: 'words#m_10000',
    type: 'event',
    statement: `The river rose, ${articles} articles say.`,
    mentions: ids(articles, 'm'),
    articleIds: ids(articles, 'a'),
    value: null,
    time: null,
    place: articles % 2 === 0 ? 'Lima' : null,
    series: [],
    support: {
      articles,
      outlets: articles,
      roots: ids(articles, 'a').map((id) => ({ name: id, articles: [id], reason: 'its own report' })),
      independent: articles,
    },
    wordings: [{ text: 'The river rose', mentions: ids(articles, 'm') }],
    conflicts: [],
    aliases: [],
    salience: 'core',
    firstSeen: madeAt,
    lastChanged: madeAt,
    status: 'active',
    extractor: { name: 'made', version: '1' },
  };
}

function longConflict(articles: number, revision: number): Conflict {
  const side = { mentions: ids(articles, 'm'), articles: ids(articles, 'a'), roots: ids(articles, 'r') };
  return {
    id: 'x_1',
    revision,
    storyId: 's_1',
    type: 'numeric',
    class: 'contradiction',
    severity: 'medium',
    facts: ['f_1'],
    sides: [
      { value: '2', ...side },
      { value: '3', mentions: ['m_1'], articles: ['a_1'], roots: ['r_1'] },
    ],
    explanation: '',
    ...(articles % 2 === 0 ? { preferred: 0 } : {}),
    firstSeen: madeAt,
    lastChanged: madeAt,
    status: 'active',
  };
}

async function countPatches(database: Database): Promise<number> {
  const rows = await sql<{ count: number }>`select count(*)::int as count from patches`.execute(database);
  return rows.rows[0]?.count ?? -1;
}

async function bodyRevision(database: Database): Promise<number> {
  const rows = await sql<{ revision: number }>`select (body->>'revision')::int as revision from facts`.execute(database);
  return rows.rows[0]?.revision ?? -1;
}

const known = <Item extends { id: string }>(item: Item) => new Map([[item.id, item]]);

export function patchChapters(server: string): void {
  test('a long fact that grows is written by what is added, now and then whole, and is read as it is now by every way', async () => {
    await onStore(server, async (database) => {
      let last = longFact(150, 1);
      await saveFacts(database, [last]);
      let most = 0;
      for (let revision = 2; revision <= 60; revision++) {
        const next = longFact(148 + revision, revision);
        await saveFacts(database, [next], known(last));
        last = next;
        most = Math.max(most, await countPatches(database));
        expect(await findFact(database, 'f_1')).toEqual(next);
      }
      expect(most).toBeGreaterThan(10);
      expect(most).toBeLessThan(60);
      expect(await bodyRevision(database)).toBeGreaterThan(1);
      expect(await factsOfStory(database, 's_1')).toEqual([last]);
      expect(await listFacts(database, { limit: 9, minIndependent: last.support.independent })).toEqual([last]);
      expect((await publishedOfStory(database, 's_1')).facts).toEqual([last]);
    });
  });

  test('a long conflict likewise', async () => {
    await onStore(server, async (database) => {
      let last = longConflict(150, 1);
      await saveConflicts(database, [last]);
      for (let revision = 2; revision <= 30; revision++) {
        const next = longConflict(148 + revision, revision);
        await saveConflicts(database, [next], known(last));
        last = next;
        expect(await findConflict(database, 'x_1')).toEqual(next);
      }
      expect(await countPatches(database)).toBeGreaterThan(0);
      expect(await conflictsOfStory(database, 's_1')).toEqual([last]);
      expect(await listConflicts(database, { limit: 9 })).toEqual([last]);
      expect((await publishedOfStory(database, 's_1')).conflicts).toEqual([last]);
    });
  });

  test('a fact is written whole where the database has another revision than was thought, or none', async () => {
    await onStore(server, async (database) => {
      await saveFacts(database, [longFact(150, 3)], known(longFact(149, 2)));
      expect(await findFact(database, 'f_1')).toEqual(longFact(150, 3));
      await saveFacts(database, [longFact(170, 7)], known(longFact(160, 5)));
      expect(await findFact(database, 'f_1')).toEqual(longFact(170, 7));
      expect(await countPatches(database)).toBe(0);
    });
  });

  test('no older state keeps the words of an article that is forgotten', async () => {
    await onStore(server, async (database) => {
      for (const place of ['body', 'patch'] as const) {
        await database.deleteFrom('facts').execute();
        // The 151st article leaves again: its words stand in the body that was written first, or in the patch that added it.
        const states = place === 'body' ? [151, 150] : [150, 151, 150];
        let last: Fact | undefined;
        for (const [index, articles] of states.entries()) {
          const next = { ...longFact(articles, index + 1), statement: articles === 151 ? 'Words to forget' : 'The river rose' };
          await saveFacts(database, [next], last && known(last));
          last = next;
        }
        expect(await countPatches(database)).toBe(states.length - 1);
        await eraseArticle(database, 'a_10150', 'hash');
        const left = await sql<{ all: string }>`
          select coalesce((select string_agg(body::text, '') from facts), '') || coalesce((select string_agg(patch::text, '') from patches), '') as all`.execute(
          database,
        );
        expect(left.rows[0]?.all).not.toContain('forget');
        expect(left.rows[0]?.all).not.toContain('a_10150');
        expect(await findFact(database, 'f_1')).toEqual(last);
      }
    });
  });

  test('nothing is left of patches when a fact is retracted, gets short, or is written by one who does not know it', async () => {
    await onStore(server, async (database) => {
      for (const [end, before] of [
        [{ ...longFact(151, 3), status: 'retracted' as const }, longFact(151, 2)],
        [longFact(20, 3), longFact(151, 2)],
        [longFact(152, 3), undefined],
      ] as const) {
        await database.deleteFrom('facts').execute();
        await saveFacts(database, [longFact(150, 1)]);
        await saveFacts(database, [longFact(151, 2)], known(longFact(150, 1)));
        expect(await countPatches(database)).toBe(1);
        await saveFacts(database, [end], before && known(before));
        expect(await countPatches(database)).toBe(0);
        expect(await findFact(database, 'f_1')).toEqual(end);
      }
    });
  });
}
