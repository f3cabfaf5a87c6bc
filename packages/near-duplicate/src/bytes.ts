import { RefusedError } from './refusal.ts';

const MAGIC = 0x4e444344;
/** Raised whenever what a snapshot holds changes: another version's snapshot is refused, and the state is built again from the stored decisions. */
const VERSION = 5;
/** Items of a list that are written or read at once. */
const AT_ONCE = 1_000;

type Block = Uint32Array | Uint16Array | Float64Array | Uint8Array;

/** Work in steps of a few milliseconds: whoever runs it may do something else after each. */
export type Steps<T = void> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Writes a row of JSON values and typed arrays, each with its length before it. */
export interface ByteWriter {
  json(value: unknown): void;
  array(block: Block): void;
  /** A list in parts; `stored` makes what is written of an item. */
  list<T>(items: readonly T[], stored: (item: T) => unknown): Steps;
  /** What was written since the last call. */
  take(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  let blocks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const push = (bytes: Uint8Array): void => {
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, bytes.length, true);
    blocks.push(head, bytes, new Uint8Array((8 - (bytes.length % 8)) % 8));
  };
  const json = (value: unknown): void => push(encoder.encode(JSON.stringify(value)));
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, MAGIC, true);
  new DataView(head.buffer).setUint32(4, VERSION, true);
  blocks.push(head);
  return {
    json,
    array: (block) => push(new Uint8Array(block.buffer, block.byteOffset, block.byteLength)),
    *list(items, stored) {
      json(items.length);
      for (let at = 0; at < items.length; at += AT_ONCE) {
        json(items.slice(at, at + AT_ONCE).map(stored));
        yield;
      }
    },
    take() {
      const out = joined(blocks);
      blocks = [];
      return out;
    },
  };
}

/** Bytes one after the other. */
export function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(blocks.reduce((sum, b) => sum + b.length, 0));
  let at = 0;
  for (const block of blocks) {
    out.set(block, at);
    at += block.length;
  }
  return out;
}

export interface ByteReader {
  json(): unknown;
  ints(): Uint32Array;
  bytes(): Uint8Array;
  /** A list that was written in parts. */
  list<T>(): Steps<T[]>;
}

/** Reads what the writer wrote, in the same order. Refuses (coded) anything else. */
export function createByteReader(given: Uint8Array): ByteReader {
  const source = new Uint8Array(given.buffer, given.byteOffset, given.byteLength); // a Buffer would not be copied by `slice`
  const view = new DataView(given.buffer, given.byteOffset, given.byteLength);
  if (source.length < 8 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'not a snapshot of this version');
  }
  const decoder = new TextDecoder();
  let at = 8;
  const next = (): Uint8Array => {
    const length = at + 8 <= source.length ? view.getUint32(at, true) : -1;
    if (length < 0 || at + 8 + length > source.length) throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is cut off');
    const bytes = source.slice(at + 8, at + 8 + length);
    at += 8 + length + ((8 - (length % 8)) % 8);
    return bytes;
  };
  const json = (): unknown => {
    const bytes = next();
    try {
      return JSON.parse(decoder.decode(bytes));
    } catch {
      throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is damaged');
    }
  };
  return {
    json,
    ints() {
      const bytes = next();
      return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
    },
    bytes: next,
    *list<T>() {
      const length = json() as number;
      const items: T[] = [];
      while (items.length < length) {
        const part = json() as T[];
        if (part.length === 0) throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is damaged');
        for (const item of part) items.push(item);
        yield;
      }
      return items;
    },
  };
}
