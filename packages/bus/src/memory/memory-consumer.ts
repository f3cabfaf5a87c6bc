import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { retryTransient } from '@copydesk/pipeline';
import type { ConsumeOptions, Consumer } from '../bus.ts';
import { deliver, patience } from '../deliver.ts';
import type { TopicNames } from '../topic-names.ts';
import type { MemoryGroup, Place } from './memory-group.ts';
import type { MemoryLog } from './memory-log.ts';
import { createPermits } from './permits.ts';

interface Pump {
  readonly place: Place;
  readonly revoked: AbortController;
  readonly ended: Promise<void>;
}

const stopMs = 2500;

/** A consumer of the log in memory: one loop for each partition that is its own. */
export function createMemoryConsumer(log: MemoryLog, names: TopicNames, group: MemoryGroup, options: ConsumeOptions): Consumer {
  const stopping = new AbortController();
  const overdue = new AbortController();
  const permits = createPermits(options.concurrency ?? 1);
  let pumps: Pump[] = [];

  async function firstOffset({ topic, partition }: Place, over: AbortSignal): Promise<number> {
    const offset = await retryTransient(async () => options.startOffset?.(topic, partition), patience(options, over));
    if (offset === undefined) return group.committed({ topic, partition }) ?? 0;
    group.commit({ topic, partition }, Number(offset));
    return Number(offset);
  }

  /** One piece of one partition; the next offset. */
  async function piece(place: Place, offset: number, over: AbortSignal): Promise<number> {
    const { topic, partition } = place;
    const messages = log.read(names.name(topic), topic, partition, offset, options.maxMessages ?? 500);
    const heartbeat = async () => {
      await nextTurn();
      overdue.signal.throwIfAborted();
    };
    if ((await deliver({ topic, partition, messages, signal: overdue.signal, heartbeat }, options, over)) === 'abandoned') return offset;
    const next = offset + messages.length;
    group.commit(place, next);
    options.onProgress?.({ topic, partition, done: messages.length, lag: log.end(names.name(topic), partition) - next });
    // A handler that never waits must not keep timers and other partitions from their turn.
    await nextTurn();
    return next;
  }

  async function pump(place: Place, over: AbortSignal): Promise<void> {
    const name = names.name(place.topic);
    let offset = await firstOffset(place, over);
    while (!over.aborted) {
      if (log.end(name, place.partition) <= offset) await log.changed(name, over);
      else offset = await permits.hold(() => (over.aborted ? Promise.resolve(offset) : piece(place, offset, over)));
    }
  }

  function start(place: Place): Pump {
    const revoked = new AbortController();
    const over = AbortSignal.any([revoked.signal, stopping.signal]);
    const ended = pump(place, over).catch((error: unknown) => {
      // Ended while it waited.
      if (over.aborted) return;
      stopping.abort();
      void Promise.all(pumps.map((each) => each.ended)).then(() => group.leave(member));
      options.onCrash(error);
    });
    return { place, revoked, ended };
  }

  const isSame = (a: Place, b: Place) => a.topic === b.topic && a.partition === b.partition;
  const member = {
    topics: options.topics,
    async assign(places: readonly Place[]) {
      const given = pumps.filter((each) => !places.some((place) => isSame(place, each.place)));
      for (const each of given) each.revoked.abort();
      await Promise.all(given.map((each) => each.ended));
      pumps = pumps.filter((each) => !given.includes(each));
      if (stopping.signal.aborted) return;
      pumps.push(...places.filter((place) => !pumps.some((each) => isSame(place, each.place))).map(start));
    },
  };
  group.join(member).then(() => options.onState?.({ state: 'running' }), options.onCrash);

  return {
    async stop() {
      stopping.abort();
      const late = setTimeout(() => overdue.abort(), stopMs - 500);
      const ended = Promise.all(pumps.map((each) => each.ended)).then(() => group.leave(member));
      await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
      clearTimeout(late);
    },
  };
}
