import type { Bus, Consumer, OutgoingMessage, WrittenMessage } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import { checkSize } from '../check-size.ts';
import { decodeDeadLetter, encodeDeadLetter } from '../dead-letter.ts';
import { encodeEvent } from '../event-codec.ts';
import { topicNames } from '../topic-names.ts';
import { createMemoryAdmin } from './memory-admin.ts';
import { createMemoryConsumer } from './memory-consumer.ts';
import type { MemoryGroup } from './memory-group.ts';
import { createMemoryGroup } from './memory-group.ts';
import { createMemoryLog } from './memory-log.ts';

/** The bus inside one process, with the same promises as on Kafka but one: when the process ends, everything in it is gone. */
export function createMemoryBus(settings: { readonly topicPrefix?: string } = {}): Bus {
  const names = topicNames(settings.topicPrefix);
  const log = createMemoryLog();
  const groups = new Map<string, MemoryGroup>();
  const consumers = new Set<Consumer>();
  const group = (name: string): MemoryGroup => {
    const found = groups.get(name) ?? createMemoryGroup((topic) => log.partitionCount(names.name(topic)));
    groups.set(name, found);
    return found;
  };
  return {
    kind: 'memory',
    admin: createMemoryAdmin(log, names, group),
    topicName: names.name,
    async producer({ source }) {
      let closed = false;
      const check = () => {
        if (closed) throw new BusError('closed', 'the producer is closed');
      };
      const send = async (messages: readonly (OutgoingMessage | WrittenMessage)[]) => {
        check();
        const encoded = messages.map((message) => ({
          name: names.name(message.topic),
          message: checkSize(encodeEvent(message, source)),
        }));
        for (const { name, message } of encoded) log.append(name, [message]);
      };
      return {
        send,
        sendWritten: send,
        async deadLetter(message, reason) {
          check();
          log.append(names.deadLetter(message.topic), [encodeDeadLetter(message, names.name(message.topic), reason)]);
        },
        async redrive(letter) {
          check();
          log.append(names.name(letter.topic), [checkSize(decodeDeadLetter(letter))]);
        },
        async close() {
          closed = true;
        },
      };
    },
    async consume(options) {
      const consumer = createMemoryConsumer(log, names, group(options.group), options);
      consumers.add(consumer);
      return consumer;
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
    },
  };
}
