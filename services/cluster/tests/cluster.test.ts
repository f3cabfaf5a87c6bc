import { createKafkaBus, createMemoryBus } from '@copydesk/bus';
import { describeOn, testBroker, testPrefix } from '@copydesk/testkit';
import { describe } from 'vitest';
import { epochChapters } from './chapters/epochs.ts';
import { ownershipChapters } from './chapters/ownership.ts';
import { snapshotChapters } from './chapters/snapshots.ts';

describe('the cluster service in memory', () => {
  const makeBus = () => createMemoryBus();
  snapshotChapters(makeBus);
  ownershipChapters(makeBus);
  epochChapters(makeBus);
});

describeOn('the cluster service on Kafka', await testBroker(), (brokers) => {
  const makeBus = () => createKafkaBus({ brokers, topicPrefix: testPrefix(), sessionTimeoutMs: 6_000 });
  snapshotChapters(makeBus);
  ownershipChapters(makeBus);
  epochChapters(makeBus);
});
