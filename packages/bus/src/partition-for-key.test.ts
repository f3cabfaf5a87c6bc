import { assert, oneof, property, string, uint8Array } from 'fast-check';
import kafkajs from 'kafkajs';
import { expect, test } from 'vitest';
import { murmur2, partitionForKey } from './partition-for-key.ts';

test('known hashes of the Java client', () => {
  // Source: Apache Kafka, UtilsTest.testMurmur2.
  const known: [string, number][] = [
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ];
  for (const [text, hash] of known) expect([text, murmur2(Buffer.from(text))]).toEqual([text, hash]);
});

test('any key goes where the default partitioner of kafkajs would send it', () => {
  const partitionMetadata = Array.from({ length: 7 }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));
  const theirs = kafkajs.Partitioners.DefaultPartitioner();
  const key = oneof(
    string({ unit: 'grapheme' }),
    uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  assert(property(key, (any) => partitionForKey(any, 7) === theirs({ topic: 't', partitionMetadata, message: { key: any, value: null } })));
});
