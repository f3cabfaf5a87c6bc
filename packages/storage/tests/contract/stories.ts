import { expect, test } from 'vitest';
import { holdStories, mergeStory, placeOfArticle, recordMove, resolveStory } from '../../src/index.ts';
import { gate, onStore, waitingSessions } from './harness.ts';

export function storyChapters(server: string): void {
  test('every change of a story has a number of its own, whoever holds which stories in which order at once', async () => {
    await onStore(server, async (database, open) => {
      const pools = [database, open()];
      const orders = [
        ['s_a', 's_b'],
        ['s_b', 's_a'],
        ['s_b', 's_a', 's_b'],
      ];
      const changes = 30;
      const seen: Map<string, number>[] = await Promise.all(
        Array.from({ length: changes }, (_, index) =>
          pools[index % 2]!.transaction().execute((transaction) => holdStories(transaction, orders[index % 3]!)),
        ),
      );
      const numbers = Array.from({ length: changes }, (_, index) => index + 1);
      for (const story of ['s_a', 's_b']) {
        expect(seen.map((versions) => versions.get(story)!).sort((a, b) => a - b)).toEqual(numbers);
      }
      // Both stories are held together, so that their numbers run together.
      expect(seen.every((versions) => versions.get('s_a') === versions.get('s_b'))).toBe(true);
    });
  });

  test('who holds a story makes others wait for the end of the transaction', async () => {
    await onStore(server, async (database, open) => {
      const held = gate();
      const finish = gate();
      const log: string[] = [];
      const first = database.transaction().execute(async (transaction) => {
        await holdStories(transaction, ['s_a']);
        held.open();
        await finish.opened;
        log.push('first ends');
      });
      await held.opened;
      try {
        const other = open();
        expect(await holdStories(other, ['s_b'])).toEqual(new Map([['s_b', 1]]));
        const second = holdStories(other, ['s_a']).then((versions) => {
          log.push('second holds');
          return versions;
        });
        await expect.poll(() => waitingSessions(database)).toBe(1);
        finish.open();
        await first;
        expect(await second).toEqual(new Map([['s_a', 2]]));
        expect(log).toEqual(['first ends', 'second holds']);
      } finally {
        // Also when something above failed: the transaction must not outlive the test.
        finish.open();
      }
    });
  });

  test('a change that was not finished is not counted', async () => {
    await onStore(server, async (database) => {
      const fails = database.transaction().execute(async (transaction) => {
        await holdStories(transaction, ['s_a']);
        throw new Error('killed');
      });
      await expect(fails).rejects.toThrow('killed');
      expect(await holdStories(database, ['s_a'])).toEqual(new Map([['s_a', 1]]));
      expect(await holdStories(database, [])).toEqual(new Map());
    });
  });

  test('merges are followed to the end, and moves of articles are remembered', async () => {
    await onStore(server, async (database) => {
      await mergeStory(database, 's_c', 's_b');
      await mergeStory(database, 's_b', 's_a');
      await mergeStory(database, 's_b', 's_a');
      expect(await Promise.all(['s_a', 's_b', 's_c', 's_d'].map((id) => resolveStory(database, id)))).toEqual(['s_a', 's_a', 's_a', 's_d']);
      await recordMove(database, 'a_1', 's_a', 's_e');
      const placeOf = async (article: string, story: string) => (await placeOfArticle(database, article, story)).storyId;
      expect([await placeOf('a_1', 's_a'), await placeOf('a_2', 's_a'), await placeOf('a_1', 's_e')]).toEqual(['s_e', 's_a', 's_e']);
      // Merged, then moved, then merged again: followed to the end.
      expect([await placeOf('a_1', 's_c'), await placeOf('a_2', 's_c')]).toEqual(['s_e', 's_a']);
      await mergeStory(database, 's_e', 's_f');
      expect(await placeOf('a_1', 's_c')).toBe('s_f');
      expect((await placeOfArticle(database, 'a_1', 's_c')).before).toBeUndefined();
    });
  });

  test('a damaged table of merges that leads in a circle still gives an answer', async () => {
    await onStore(server, async (database) => {
      await mergeStory(database, 's_a', 's_b');
      await mergeStory(database, 's_b', 's_a');
      expect(['s_a', 's_b']).toContain(await resolveStory(database, 's_a'));
      expect(['s_a', 's_b']).toContain((await placeOfArticle(database, 'a_1', 's_a')).storyId);
    });
  });
}
