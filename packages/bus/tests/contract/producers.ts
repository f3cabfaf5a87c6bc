import { expect, test } from 'vitest';
import type { ReceivedMessage } from '../../src/bus.ts';
import { BusError } from '../../src/bus-error.ts';
import type { MakeBus } from '../contract-suite.ts';
import { readEvent } from '../../src/event-codec.ts';
import { partitionForKey } from '../../src/partition-for-key.ts';
import { articleMessage, idOf, onBench, readAll } from './harness.ts';

/** What `producer` promises. */
export function producerChapters(makeBus: MakeBus, makePrefix: () => string): void {
  test('an event comes back as it was sent, with its CloudEvents headers', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/copydesk/reader' });
      const message = articleMessage('en', 'event-1', 'Zürich: 40\u202f% “more” 🌊, says the “Amt”.\n\nSecond paragraph.');
      await producer.send([message]);
      const [received] = await readAll(bus);
      expect(received).toMatchObject({ topic: 'articlesRaw', key: 'en', offset: '0' });
      expect(received?.headers).toEqual({
        ce_specversion: '1.0',
        ce_id: 'event-1',
        ce_source: '/copydesk/reader',
        ce_type: 'copydesk.article.raw.v1',
        ce_time: message.time,
        'content-type': 'application/json',
      });
      expect(readEvent('articlesRaw', received!)).toMatchObject({ ok: true, event: message.event });
    }));

  test('a key chooses its partition as every Kafka client does; a partition that is named is taken, and that of a key to follow', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/test' });
      const keys = ['en', 'de', 'fr', 'und', 'naïve', '日本', 's_0123456789abcdef', ''];
      await producer.send(keys.map((key) => articleMessage(key, key)));
      await producer.send([{ ...articleMessage('named', 'named'), partition: 3 }]);
      await producer.send(keys.map((key) => ({ ...articleMessage(`after ${key}`, `after ${key}`), partitionKey: key })));
      for (const { key, partition } of await readAll(bus))
        expect([key, partition]).toEqual([key, key === 'named' ? 3 : partitionForKey(key!.replace('after ', ''), 4)]);
    }));

  test('messages of one key keep their order, over many calls at the same time', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/test' });
      await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          producer.send([articleMessage('a', `${2 * index}`), articleMessage('b', '-'), articleMessage('a', `${2 * index + 1}`)]),
        ),
      );
      const ids = (await readAll(bus)).filter(({ key }) => key === 'a').map(idOf);
      expect(ids).toEqual(Array.from({ length: 600 }, (_, index) => String(index)));
    }));

  test('a tombstone is a message without a value', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/test' });
      await producer.send([{ topic: 'facts', key: 'f_1', id: 'gone', time: '2024-03-05T12:00:00Z', event: null }]);
      const values: unknown[] = [];
      await bus.admin.readToEnd(
        'facts',
        (messages) => void values.push(...messages.map((message) => [message.key, message.value, readEvent('facts', message).ok])),
      );
      expect(values).toEqual([['f_1', null, true]]);
    }));

  test('a message that is too large is refused for good, and its neighbours are sent', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/test' });
      const sent = await Promise.allSettled([
        producer.send([articleMessage('a', 'before')]),
        producer.send([articleMessage('a', 'large', 'x'.repeat(2_100_000))]),
        producer.send([articleMessage('a', 'after', 'not so large. '.repeat(70_000))]),
      ]);
      expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const error = (sent[1] as PromiseRejectedResult).reason as BusError;
      expect(error).toBeInstanceOf(BusError);
      expect([error.code, error.transient]).toEqual(['message-too-large', false]);
      expect((await readAll(bus)).map(idOf)).toEqual(['before', 'after']);
    }));

  test('a closed producer sends what it was given, and then nothing', () =>
    onBench(makeBus, makePrefix(), async ({ bus }) => {
      const producer = await bus.producer({ source: '/test' });
      const last = producer.send([articleMessage('a', 'last')]);
      await producer.close();
      await last;
      await expect(producer.send([articleMessage('a', 'too late')])).rejects.toMatchObject({ code: 'closed' });
      expect((await readAll(bus)).map(idOf)).toEqual(['last']);
    }));

  test('a dead letter keeps the bytes and says where they stood and why they were given up', () =>
    onBench(makeBus, makePrefix(), async ({ bus, send }) => {
      await send('a', 'a');
      const [, message] = await readAll(bus);
      const producer = await bus.producer({ source: '/test' });
      const broken = { ...message!, value: Buffer.from([0xff, 0x00, 0x7b]) };
      await producer.deadLetter(broken, { code: 'message-not-json', detail: 'unexpected end', stage: 'read', attempts: 1 });
      const letters: ReceivedMessage[] = [];
      await bus.admin.readDeadLetters('articlesRaw', (messages) => void letters.push(...messages));
      expect(letters).toMatchObject([
        {
          topic: 'articlesRaw',
          key: 'a',
          value: broken.value,
          headers: {
            ...broken.headers,
            copydesk_original_topic: bus.topicName('articlesRaw'),
            copydesk_original_partition: String(broken.partition),
            copydesk_original_offset: '1',
            copydesk_error_code: 'message-not-json',
            copydesk_error_detail: 'unexpected end',
            copydesk_stage: 'read',
            copydesk_attempts: '1',
          },
        },
      ]);
      await producer.redrive(letters[0]!);
      expect((await readAll(bus)).at(-1)).toEqual({ ...broken, offset: '2' });
    }));
}
