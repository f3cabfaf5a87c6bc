import { madeArticle, madeArticles, madeAt } from '@copydesk/testkit';
import { expect, test } from 'vitest';
import type { Queryable } from '../../src/index.ts';
import {
  holdIntake,
  lastObservedAt,
  latestIntake,
  markIntakeSent,
  notePlace,
  outcomesOf,
  recordIntake,
  recordRejection,
  recordWithdrawal,
  unsentIntake,
  unsentIntakeSize,
} from '../../src/index.ts';
import { gate, onStore, waitingSessions } from './harness.ts';

const take = (db: Queryable, event = madeArticle()) =>
  recordIntake(db, { event, contentHash: event.textHash, observedAt: event.observedAt });

export function intakeChapters(server: string): void {
  test('a revision is taken in once, with its outcome pending, however many take it at once', async () => {
    await onStore(server, async (database, open) => {
      const event = madeArticle({ title: 'A “title” with \u{1F30A} and \\u0041' });
      const taken = await Promise.all([database, open(), open()].flatMap((each) => [take(each, event), take(each, event)]));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await unsentIntake(database, 10)).toMatchObject([{ event }]);
      expect(await outcomesOf(database, event.articleId)).toEqual([{ articleId: event.articleId, revision: 1, outcome: null }]);
    });
  });

  test('what is unsent comes in order of intake, and goes when the broker has it', async () => {
    await onStore(server, async (database) => {
      const articles = madeArticles(5);
      for (const article of articles) await take(database, article);
      const first = await unsentIntake(database, 3);
      expect(first.map(({ event }) => event)).toEqual(articles.slice(0, 3));
      await markIntakeSent(
        database,
        first.map(({ seq }) => seq),
      );
      await markIntakeSent(database, []);
      expect((await unsentIntake(database, 3)).map(({ event }) => event)).toEqual(articles.slice(3));
      expect(await unsentIntakeSize(database)).toBe(2);
      expect(await lastObservedAt(database)).toBe(articles.at(-1)?.observedAt);
    });
  });

  test('what a transaction took in and did not finish was never taken in', async () => {
    await onStore(server, async (database) => {
      const fails = database.transaction().execute(async (transaction) => {
        await take(transaction);
        throw new Error('killed');
      });
      await expect(fails).rejects.toThrow('killed');
      expect(await unsentIntakeSize(database)).toBe(0);
      expect(await take(database)).toBe(true);
    });
  });

  test('a place that says the same again is no news, whatever another place has said since', async () => {
    await onStore(server, async (database) => {
      const say = (place: string, contentHash: string) => notePlace(database, { articleId: 'a_1', place, contentHash });
      expect([await say('feed', 'x'), await say('feed', 'x'), await say('file', 'y'), await say('feed', 'x')]).toEqual([
        true,
        false,
        true,
        false,
      ]);
      expect([await say('feed', 'y'), await say('feed', 'x')]).toEqual([true, true]);
    });
  });

  test('who holds an article makes others wait for the end of the transaction, and holds nothing else', async () => {
    await onStore(server, async (database, open) => {
      const held = gate();
      const finish = gate();
      const log: string[] = [];
      const first = database.transaction().execute(async (transaction) => {
        await holdIntake(transaction, 'a_1');
        held.open();
        await finish.opened;
        log.push('first ends');
      });
      await held.opened;
      try {
        const other = open();
        await other.transaction().execute((transaction) => holdIntake(transaction, 'a_2'));
        const second = other.transaction().execute(async (transaction) => {
          await holdIntake(transaction, 'a_1');
          log.push('second holds');
        });
        await expect.poll(() => waitingSessions(database)).toBe(1);
        finish.open();
        await Promise.all([first, second]);
        expect(log).toEqual(['first ends', 'second holds']);
      } finally {
        // Also when something above failed: the transaction must not outlive the test.
        finish.open();
      }
    });
  });

  test('a rejection has its outcome and no message', async () => {
    await onStore(server, async (database) => {
      const outcome = { outcome: 'rejected', code: 'too-short', detail: '3 words' } as const;
      const entry = { articleId: 'a_1', revision: 1, contentHash: 'x', observedAt: madeAt, outcome };
      await recordRejection(database, entry);
      await recordRejection(database, { ...entry, outcome: { ...outcome, detail: 'again' } });
      expect(await outcomesOf(database, 'a_1')).toEqual([{ articleId: 'a_1', revision: 1, outcome }]);
      expect(await unsentIntakeSize(database)).toBe(0);
      expect(await recordWithdrawal(database, { articleId: 'a_1', reason: 'gone', observedAt: madeAt })).toBe(false);
    });
  });

  test('an article is taken back once, as its next revision, by however many at once', async () => {
    await onStore(server, async (database, open) => {
      const article = madeArticle({ language: 'de' });
      const takeBack = (db = database) => recordWithdrawal(db, { articleId: article.articleId, reason: 'gone', observedAt: madeAt });
      expect(await takeBack()).toBe(false);
      await take(database, article);
      const done = await Promise.all([database, open(), open()].map((each) => takeBack(each)));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await unsentIntake(database, 9)).map(({ event }) => event)).toMatchObject([
        { kind: 'revision', revision: 1 },
        { kind: 'withdrawal', revision: 2, language: 'de', reason: 'gone' },
      ]);
      expect(await latestIntake(database, article.articleId)).toMatchObject({ revision: 2, contentHash: 'withdrawn:gone' });
    });
  });
}
