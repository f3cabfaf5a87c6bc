import { consumedTopics, deadLetterTopic, topics } from '@copydesk/contracts';
import { expect, test } from 'vitest';
import type { MakeBus } from '../contract-suite.ts';
import { describeDifference } from '../../src/topic-plan.ts';
import { onBench, readAll } from './harness.ts';

/** What `admin` promises. */
export function topicChapters(makeBus: MakeBus, makePrefix: () => string): void {
  test('the topics of the contracts and their dead-letter topics are made once; a look tells exactly what is missing', async () => {
    const prefix = makePrefix();
    const bus = makeBus(prefix);
    try {
      const names = Object.values(topics).map(({ name }) => prefix + name);
      const letters = consumedTopics.map((topic) => deadLetterTopic(prefix + topics[topic].name));
      const before = await bus.admin.ensureTopics({ checkOnly: true });
      expect(before.created).toEqual([]);
      expect(before.differences.map(describeDifference).toSorted()).toEqual(
        [
          ...Object.values(topics).map(({ name, partitions }) => `${prefix}${name}: is missing (expected ${partitions} partitions)`),
          ...letters.map((name) => `${name}: is missing (expected 1 partitions)`),
        ].toSorted(),
      );
      const first = await bus.admin.ensureTopics();
      expect([...first.created].toSorted()).toEqual([...names, ...letters].toSorted());
      expect(first.differences).toEqual([]);
      expect(await bus.admin.ensureTopics()).toEqual({ created: [], altered: [], differences: [] });
      const other = await bus.admin.ensureTopics({ checkOnly: true, settings: { partitions: { articlesRaw: 5 } } });
      expect(other.differences.map(describeDifference)).toEqual([`${prefix}articles.raw.v1: partitions is 4, expected 5`]);
    } finally {
      await bus.close();
    }
  });

  test('a topic is read to its end, from the beginning or from given offsets, in order within each partition', () =>
    onBench(makeBus, makePrefix(), async ({ bus, send }) => {
      expect(await readAll(bus)).toEqual([]);
      await send('a', 'b', 'a', 'c', 'a');
      const all = await readAll(bus);
      expect(all.filter(({ key }) => key === 'a').map(({ headers }) => headers['ce_id'])).toEqual(['a/0', 'a/2', 'a/4']);
      const ends = await bus.admin.readToEnd('articlesRaw', () => undefined);
      expect(ends).toEqual(new Map((await bus.admin.endOffsets('articlesRaw')).map(({ partition, high }) => [partition, high])));
      const { partition } = all.find(({ key }) => key === 'a')!;
      await send('a', 'b', 'c');
      const later: string[] = [];
      const read = await bus.admin.readToEnd(
        'articlesRaw',
        (messages) => void later.push(...messages.map(({ headers }) => headers['ce_id']!)),
        {
          from: ends,
          partitions: [partition],
        },
      );
      expect(later).toContain('a/5');
      expect(later.every((id) => Number(id.split('/')[1]) >= 5)).toBe(true);
      expect([...read.keys()]).toEqual([partition]);
    }));

  test('an error of who takes the messages comes back as it is; reading can be ended', () =>
    onBench(makeBus, makePrefix(), async ({ bus, send }) => {
      await send('a', 'b');
      const failure = new RangeError('a gap in the decisions');
      const refuse = () => Promise.reject(failure);
      await expect(bus.admin.readToEnd('articlesRaw', refuse)).rejects.toBe(failure);
      expect(await readAll(bus)).toHaveLength(2);
      const ended = bus.admin.readToEnd('articlesRaw', () => undefined, { signal: AbortSignal.abort() });
      await expect(ended).rejects.toMatchObject({ code: 'closed' });
    }));

  test('lag is what a group has not yet committed', () =>
    onBench(makeBus, makePrefix(), async ({ bus, group, send, consume }) => {
      const total = async () => (await bus.admin.lag(group, ['articlesRaw'])).reduce((sum, { lag }) => sum + lag, 0);
      await send('a', 'b', 'c');
      expect(await total()).toBe(3);
      const consumer = await consume();
      await expect.poll(total, { timeout: 15_000 }).toBe(0);
      await consumer.stop();
      await send('a');
      const behind = (await bus.admin.lag(group, ['articlesRaw'])).find(({ lag }) => lag > 0);
      expect(behind).toMatchObject({ topic: 'articlesRaw', lag: 1 });
      expect(BigInt(behind!.end) - BigInt(behind!.committed!)).toBe(1n);
    }));
}
