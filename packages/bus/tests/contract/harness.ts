import { madeArticle } from '@copydesk/testkit';
import type { Batch, Bus, ConsumeOptions, Consumer, OutgoingMessage, ReceivedMessage } from '../../src/bus.ts';
import type { MakeBus } from '../contract-suite.ts';

/** A bus with its topics, and what a test opens on it. */
export interface Bench {
  readonly bus: Bus;
  readonly group: string;
  /** Sends made articles with these keys, one message each; their ids are `<key>/<position>`. */
  readonly send: (...keys: readonly string[]) => Promise<void>;
  /** Consumes raw articles with a handler (else only notes them); `seen` fills as messages come. */
  readonly consume: (options?: Partial<ConsumeOptions>) => Promise<Watched>;
}

/** A consumer and what it has seen: the ids of messages, in order. */
interface Watched extends Consumer {
  readonly seen: readonly string[];
  readonly crashes: readonly unknown[];
}

/** The CloudEvents id of a message. */
export function idOf(message: ReceivedMessage): string {
  return message.headers['ce_id'] ?? '?';
}

/** An article as a message of `articles.raw.v1`. */
export function articleMessage(key: string, id: string, text = `Text of ${id}.`): OutgoingMessage {
  const event = madeArticle({ text });
  return { topic: 'articlesRaw', key, id, time: event.observedAt, event };
}

/** Runs a test on a bus of its own and closes it, whatever happens. */
export async function onBench(makeBus: MakeBus, prefix: string, test: (bench: Bench) => Promise<void>): Promise<void> {
  const bus = makeBus(prefix);
  const group = `${prefix}group`;
  let sent = 0;
  try {
    await bus.admin.ensureTopics();
    const producer = await bus.producer({ source: '/test' });
    await test({
      bus,
      group,
      send: (...keys) => producer.send(keys.map((key) => articleMessage(key, `${key}/${sent++}`))),
      consume: (options) => watch(bus, group, options),
    });
  } finally {
    await bus.close();
  }
}

async function watch(bus: Bus, group: string, options: Partial<ConsumeOptions> = {}): Promise<Watched> {
  const seen: string[] = [];
  const crashes: unknown[] = [];
  const handler = async (batch: Batch) => {
    await options.handler?.(batch);
    seen.push(...batch.messages.map(idOf));
  };
  const consumer = await bus.consume({ group, topics: ['articlesRaw'], onCrash: (error) => crashes.push(error), ...options, handler });
  return { seen, crashes, stop: () => consumer.stop() };
}

/** What all partitions hold, by message id. */
export async function readAll(bus: Bus): Promise<ReceivedMessage[]> {
  const all: ReceivedMessage[] = [];
  await bus.admin.readToEnd('articlesRaw', (messages) => void all.push(...messages));
  return all;
}
