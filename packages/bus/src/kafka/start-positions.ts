import type { TopicKey } from '@copydesk/contracts';
import { retryTransient } from '@copydesk/pipeline';
import type { Consumer as KafkaConsumer } from 'kafkajs';
import type { ConsumeOptions } from '../bus.ts';
import { patience } from '../deliver.ts';
import type { TopicNames } from '../topic-names.ts';

/** Where to begin in each partition, from the caller's own store. */
export interface StartPositions {
  /** Called after each (re)join with the partitions that are ours now: another member may have worked on them meanwhile, so all are asked for again. */
  assigned(assignment: Readonly<Record<string, readonly number[]>>): void;
  /** Resolves when the partition's beginning is set. Rejects with what `startOffset` threw. */
  known(topic: TopicKey, partition: number): Promise<void>;
}

/** Asks `startOffset` for each assigned partition and moves the consumer there; nothing is handled before. A partition without new messages is moved too. */
export function createStartPositions(
  consumer: KafkaConsumer,
  names: TopicNames,
  options: ConsumeOptions,
  stopping: AbortSignal,
  crash: (error: unknown) => void,
): StartPositions {
  let positions = new Map<string, Promise<void>>();

  async function ask(topic: TopicKey, partition: number): Promise<void> {
    try {
      const offset = await retryTransient(async () => options.startOffset?.(topic, partition), patience(options, stopping));
      if (offset === undefined || stopping.aborted) return;
      const place = { topic: names.name(topic), partition, offset };
      consumer.seek(place);
      // What was done but not committed when the cluster went away would count as waiting until the next message; where this fails, that one says it.
      consumer.commitOffsets([place]).catch(() => undefined);
    } catch (error) {
      if (!stopping.aborted) throw error;
    }
  }

  return {
    assigned(assignment) {
      positions = new Map();
      if (options.startOffset === undefined) return;
      for (const [name, partitions] of Object.entries(assignment)) {
        const topic = names.topic(name);
        if (topic === undefined) continue;
        for (const partition of partitions) {
          const asked = ask(topic, partition);
          // There may be no batch that waits for it.
          asked.catch(crash);
          positions.set(`${topic} ${partition}`, asked);
        }
      }
    },
    known: async (topic, partition) => positions.get(`${topic} ${partition}`),
  };
}
