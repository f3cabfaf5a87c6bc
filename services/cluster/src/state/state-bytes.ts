import type { EpochMoves } from '@copydesk/contracts';
import type { StoredBook } from './story-shelf.ts';

/** What a snapshot holds. */
export interface StoredState {
  /** First raw offset that is not in it. */
  covered: string;
  names: EpochMoves['names'];
  book: StoredBook;
  /** The index of near-duplicate, as it writes itself. */
  index: Uint8Array;
}

/** The state as bytes: the length of its JSON part in four bytes, that part, the index. */
export function packState({ index, ...rest }: StoredState): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(rest));
  const bytes = new Uint8Array(4 + head.length + index.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  bytes.set(index, 4 + head.length);
  return bytes;
}

/** Reads it back; only bytes whose hash is known to be right are read, so that what is wrong with them is an error of the program. */
export function unpackState(bytes: Uint8Array): StoredState {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Omit<StoredState, 'index'>;
  return { ...head, index: bytes.subarray(4 + length) };
}
