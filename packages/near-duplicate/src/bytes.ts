import { RefusedError } from './refusal.ts';

const MAGIC = 0x4e444344;
/** Raised whenever what a snapshot holds changes: another version's snapshot is refused, and the state is built again from the stored decisions. */
const VERSION = 4;

type Block = Uint32Array | Uint8Array;

/** Writes a row of JSON values and typed arrays, each with its length before it. */
export function createByteWriter(): { json(value: unknown): void; array(block: Block): void; finish(): Uint8Array } {
  const blocks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const push = (bytes: Uint8Array): void => {
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, bytes.length, true);
    blocks.push(head, bytes, new Uint8Array((8 - (bytes.length % 8)) % 8));
  };
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, MAGIC, true);
  new DataView(head.buffer).setUint32(4, VERSION, true);
  blocks.push(head);
  return {
    json: (value) => push(encoder.encode(JSON.stringify(value))),
    array: (block) => push(new Uint8Array(block.buffer, block.byteOffset, block.byteLength)),
    finish() {
      const out = new Uint8Array(blocks.reduce((sum, b) => sum + b.length, 0));
      let at = 0;
      for (const block of blocks) {
        out.set(block, at);
        at += block.length;
      }
      return out;
    },
  };
}

export interface ByteReader {
  json(): unknown;
  ints(): Uint32Array;
  bytes(): Uint8Array;
}

/** Reads what the writer wrote, in the same order. Refuses (coded) anything else. */
export function createByteReader(source: Uint8Array): ByteReader {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
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
  return {
    json() {
      try {
        return JSON.parse(decoder.decode(next()));
      } catch (error) {
        if (error instanceof RefusedError) throw error;
        throw new RefusedError('NEAR_DUPLICATE_BAD_SNAPSHOT', 'the snapshot is damaged');
      }
    },
    ints() {
      const bytes = next();
      return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
    },
    bytes: next,
  };
}
