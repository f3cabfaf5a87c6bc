import { describe } from 'vitest';
import type { Bus } from '../src/bus.ts';
import { consumerChapters } from './contract/consumers.ts';
import { faultChapters } from './contract/faults.ts';
import { producerChapters } from './contract/producers.ts';
import { topicChapters } from './contract/topics.ts';

/** Makes a bus of its own prefix; `prefix` also goes in front of the names of groups. Two buses of one prefix see the same messages. */
export type MakeBus = (prefix: string) => Bus;

/**
 * What every bus promises, as tests: they run on the bus in memory and on a broker, so that neither promises more than the other.
 * @param makePrefix gives prefixes that nobody else uses
 */
export function busContract(makeBus: MakeBus, makePrefix: () => string): void {
  describe('topics', () => {
    topicChapters(makeBus, makePrefix);
  });
  describe('producers', () => {
    producerChapters(makeBus, makePrefix);
  });
  describe('consumers', () => {
    consumerChapters(makeBus, makePrefix);
  });
  describe('faults', () => {
    faultChapters(makeBus, makePrefix);
  });
}
