import type { Outcome } from '@copydesk/contracts';
import { expect, test } from 'vitest';
import { countOutcomes, listOutcomes, outcomesOf, recordOutcome } from '../../src/index.ts';
import { onStore } from './harness.ts';

const facts: Outcome = { outcome: 'facts', mentions: 3 };
const duplicate: Outcome = { outcome: 'duplicate', of: 'a_0' };
const rejected: Outcome = { outcome: 'rejected', code: 'not-an-article', detail: '' };
const dead = { outcome: 'dead-letter', code: 'invalid-event', stage: 'extractor', detail: '' } as const;

export function outcomeChapters(server: string): void {
  test.each([facts, duplicate, rejected])('the first outcome stands: $outcome', async (first) => {
    await onStore(server, async (database) => {
      await recordOutcome(database, 'a_1', 1, first);
      for (const later of [facts, duplicate, rejected, dead]) await recordOutcome(database, 'a_1', 1, later);
      expect(await outcomesOf(database, 'a_1')).toEqual([{ articleId: 'a_1', revision: 1, outcome: first }]);
    });
  });

  test('a dead letter that was redriven gets the outcome that it reached, and that one stands', async () => {
    await onStore(server, async (database) => {
      const again: Outcome = { ...dead, code: 'handler-failed' };
      for (const outcome of [dead, again, facts, dead, duplicate]) await recordOutcome(database, 'a_1', 1, outcome);
      expect(await outcomesOf(database, 'a_1')).toMatchObject([{ outcome: facts }]);
    });
  });

  test('of outcomes that are told at once, exactly one is kept', async () => {
    await onStore(server, async (database, open) => {
      const told = Array.from({ length: 12 }, (_, mentions): Outcome => ({ outcome: 'facts', mentions }));
      const pools = [database, open()];
      await Promise.all(told.map((outcome, index) => recordOutcome(pools[index % 2]!, 'a_1', 1, outcome)));
      const [kept, ...others] = await outcomesOf(database, 'a_1');
      expect(others).toEqual([]);
      expect(told).toContainEqual(kept?.outcome);
      await recordOutcome(database, 'a_1', 1, duplicate);
      expect(await outcomesOf(database, 'a_1')).toEqual([kept]);
    });
  });

  test('they are counted, and listed in order of article and revision, page by page', async () => {
    await onStore(server, async (database) => {
      const ended: [string, number, Outcome][] = [
        ['a_2', 10, facts],
        ['a_2', 9, duplicate],
        ['a_1', 1, rejected],
        ['a_3', 1, facts],
        ['a_10', 2, dead],
      ];
      for (const [articleId, revision, outcome] of ended) await recordOutcome(database, articleId, revision, outcome);
      await database.insertInto('outcomes').values({ article_id: 'a_4', revision: 1, outcome: null, detail: null }).execute();
      expect(await countOutcomes(database)).toEqual({ facts: 2, duplicate: 1, rejected: 1, 'dead-letter': 1, pending: 1 });
      const all = await listOutcomes(database, { limit: 100 });
      const paged = [];
      for (let page = await listOutcomes(database, { limit: 2 }); page.length > 0;) {
        paged.push(...page);
        page = await listOutcomes(database, { limit: 2, after: page.at(-1)! });
      }
      expect(paged).toEqual(all);
      expect(all.filter(({ articleId }) => articleId === 'a_2').map(({ revision }) => revision)).toEqual([9, 10]);
      expect(all).toHaveLength(6);
    });
  });
}
