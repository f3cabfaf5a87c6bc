import { madeAt } from '@copydesk/testkit';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database, OutboxMessage } from '../../src/index.ts';
import { appendOutbox, claimOffset, forgetOffset, loadOffsets, outboxSize, relayOutbox } from '../../src/index.ts';
import { gate, onStore } from './harness.ts';

const message = (eventId: string, value: object | null = { eventId }): OutboxMessage => ({
  topic: 'facts',
  key: 's_1',
  eventId,
  eventTime: madeAt,
  json: value === null ? null : JSON.stringify(value),
});

export function deliveryChapters(server: string): void {
  const claim = (db: Database, offset: bigint, partition = 0) => claimOffset(db, 'ledger', 'articles', partition, offset);

  test('an offset is claimed once and never goes back, and gaps are allowed', async () => {
    await onStore(server, async (database) => {
      const claims = [];
      // 9 → 10 and beyond 2^53: offsets are numbers, not texts and not doubles.
      for (const offset of [0n, 0n, 9n, 10n, 9n, 3n, 10n, 9_007_199_254_740_993n, 9_007_199_254_740_992n]) {
        claims.push(await claim(database, offset));
      }
      expect(claims).toEqual([true, false, true, true, false, false, false, true, false]);
      expect(await claim(database, 5n, 1)).toBe(true);
      expect(await loadOffsets(database, 'ledger', 'articles')).toEqual(
        new Map([
          [0, 9_007_199_254_740_994n],
          [1, 6n],
        ]),
      );
      expect(await loadOffsets(database, 'another', 'articles')).toEqual(new Map());
      await forgetOffset(database, 'ledger', 'articles', 1);
      expect(await claim(database, 0n, 1)).toBe(true);
    });
  });

  test('of several that claim one offset at once, one may apply it', async () => {
    await onStore(server, async (database, open) => {
      const pools = [database, open()];
      for (const offset of [0n, 1n, 2n]) {
        const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(pools[index % 2]!, offset)));
        expect(claims.filter(Boolean)).toHaveLength(1);
      }
    });
  });

  test('a claim counts only with the transaction that applied the message', async () => {
    await onStore(server, async (database) => {
      const fails = database.transaction().execute(async (transaction) => {
        expect(await claimOffset(transaction, 'ledger', 'articles', 0, 7n)).toBe(true);
        throw new Error('killed');
      });
      await expect(fails).rejects.toThrow('killed');
      expect(await claim(database, 7n)).toBe(true);
    });
  });

  test('messages leave in the order in which they were written, tombstones too', async () => {
    await onStore(server, async (database) => {
      const written = Array.from({ length: 1203 }, (_, index) => message(`e${index}`, index % 100 === 0 ? null : { index }));
      await appendOutbox(database, written.slice(0, 1200));
      await appendOutbox(database, written.slice(1200));
      await appendOutbox(database, []);
      const sent: OutboxMessage[] = [];
      const counts = [];
      do counts.push(await relayOutbox(database, 500, async (messages) => void sent.push(...messages)));
      while (counts.at(-1) !== 0);
      expect(counts).toEqual([500, 500, 203, 0]);
      expect(sent).toEqual(written);
    });
  });

  test('a message that is a part of the one before comes back whole, and so does what an older program left', async () => {
    await onStore(server, async (database) => {
      const state = { statement: 'Der Fluß stieg auf 4 Meter – \u{1F30A} \ud800', n: 'a\nb' };
      const event = message('e', { kind: 'fact', fact: state });
      const part = { ...message('p', state), startsInLast: '{"kind":"fact","fact":'.length };
      await sql`insert into outbox (messages, packed, body) values (1, false, ${Buffer.from(
        JSON.stringify([{ topic: 'facts', key: 's_1', eventId: 'old', eventTime: madeAt, value: { eventId: 'old' } }]),
      )})`.execute(database);
      await appendOutbox(database, [message('a'), event, part, message('gone', null), event, part, message('z')]);
      const sent: OutboxMessage[] = [];
      await relayOutbox(database, 100, async (messages) => void sent.push(...messages));
      const whole = message('p', state);
      expect(sent).toEqual([message('old'), message('a'), event, whole, message('gone', null), event, whole, message('z')]);
    });
  });

  test('what could not be sent stays, and is sent again as it was', async () => {
    await onStore(server, async (database) => {
      await appendOutbox(database, [message('a'), message('b')]);
      const failing = relayOutbox(database, 10, async () => {
        throw new Error('broker gone');
      });
      await expect(failing).rejects.toThrow('broker gone');
      expect(await outboxSize(database)).toBe(2);
      const sent: OutboxMessage[] = [];
      expect(await relayOutbox(database, 10, async (messages) => void sent.push(...messages))).toBe(2);
      expect(sent).toEqual([message('a'), message('b')]);
      expect(await outboxSize(database)).toBe(0);
    });
  });

  test('one relay works at a time; what is written meanwhile waits for the next', async () => {
    await onStore(server, async (database, open) => {
      await appendOutbox(database, [message('a')]);
      const sending = gate();
      const finish = gate();
      const first = relayOutbox(database, 10, async () => {
        sending.open();
        await finish.opened;
      });
      await sending.opened;
      try {
        const other = open();
        await appendOutbox(other, [message('b')]);
        const sentByOther: string[] = [];
        const relayByOther = () =>
          relayOutbox(other, 10, async (messages) => void sentByOther.push(...messages.map(({ eventId }) => eventId)));
        expect(await relayByOther()).toBe(0);
        finish.open();
        expect(await first).toBe(1);
        expect(await relayByOther()).toBe(1);
        expect(sentByOther).toEqual(['b']);
      } finally {
        // Also when something above failed: the transaction must not outlive the test.
        finish.open();
      }
    });
  });
}
