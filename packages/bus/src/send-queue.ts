import { BusError } from './bus-error.ts';

/** One thing to send, with its size in bytes. */
export interface Sized {
  readonly bytes: number;
}

interface Call<Item> {
  readonly items: readonly Item[];
  left: number;
  failed: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

/** Collects what is sent while a request is on its way into the next request: no waiting time when idle, large requests under load. One request at a time keeps the order. */
export interface SendQueue<Item extends Sized> {
  /** Resolves when all items are sent; rejects with the first error, and then later items of this call are not sent. */
  send(items: readonly Item[]): Promise<void>;
  /** Waits for what was given so far; later calls are refused. */
  close(): Promise<void>;
}

/**
 * @param transmit sends some items at once, or throws
 * @param largest bytes and items of one request (a single larger item goes alone)
 */
export function createSendQueue<Item extends Sized>(
  transmit: (items: readonly Item[]) => Promise<void>,
  largest: { readonly bytes: number; readonly items: number },
): SendQueue<Item> {
  const waiting: { item: Item; call: Call<Item> }[] = [];
  let running: Promise<void> | undefined;
  let closed = false;

  function take(): { item: Item; call: Call<Item> }[] {
    let bytes = 0;
    let count = 0;
    for (const { item } of waiting) {
      if (count > 0 && (count >= largest.items || bytes + item.bytes > largest.bytes)) break;
      bytes += item.bytes;
      count++;
    }
    return waiting.splice(0, count).filter(({ call }) => !call.failed);
  }

  async function attempt(entries: readonly { item: Item; call: Call<Item> }[]): Promise<void> {
    try {
      await transmit(entries.map(({ item }) => item));
      for (const { call } of entries) if (--call.left === 0) call.resolve();
    } catch (error) {
      const calls = [...new Set(entries.map(({ call }) => call))];
      // What can never be sent must not take its neighbours with it.
      if (calls.length > 1 && error instanceof BusError && !error.transient) {
        for (const call of calls) await attempt(entries.filter((entry) => entry.call === call));
        return;
      }
      for (const call of calls) {
        call.failed = true;
        call.reject(error);
      }
    }
  }

  async function drain(): Promise<void> {
    // What is sent within the same turn goes into the same request.
    await Promise.resolve();
    while (waiting.length > 0) {
      const entries = take();
      if (entries.length > 0) await attempt(entries);
    }
    running = undefined;
  }

  return {
    send(items) {
      if (closed) return Promise.reject(new BusError('closed', 'the producer is closed'));
      if (items.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const call = { items, left: items.length, failed: false, resolve, reject };
        for (const item of items) waiting.push({ item, call });
        running ??= drain();
      });
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
