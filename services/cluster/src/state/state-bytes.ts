import type { EpochMoves } from '@copydesk/contracts';
import type { Steps } from '@copydesk/near-duplicate';
import { pieces } from '@copydesk/pipeline';
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

interface Head extends Pick<StoredState, 'covered' | 'names'>, Pick<StoredBook, 'assigned' | 'hour'> {
  /** How many blocks of stories follow. */
  blocks: number;
}

/** Articles in one block of stories: all of them in one string would be longer than strings may be, from some millions on. */
const ARTICLES_AT_ONCE = 100_000;
/** Bytes of the index that are copied in one step. */
const BYTES_AT_ONCE = 1 << 24;

/** The state as bytes, in steps: blocks of JSON, each with its length in four bytes before it (what is not of the stories, then the stories), and the index, which comes in pieces. */
export function* packState({
  covered,
  names,
  book,
  index,
}: Omit<StoredState, 'index'> & { index: readonly Uint8Array[] }): Steps<Uint8Array> {
  const stories = [...pieces(book.stories, { items: ARTICLES_AT_ONCE, size: ARTICLES_AT_ONCE, sizeOf: ({ members }) => members.length })];
  const head: Head = { covered, names, assigned: book.assigned, hour: book.hour, blocks: stories.length };
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  for (const block of [head, ...stories]) {
    blocks.push(encoder.encode(JSON.stringify(block)));
    yield;
  }
  const size = index.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + 4 + length, size));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const block of blocks) {
    view.setUint32(at, block.length);
    bytes.set(block, at + 4);
    at += 4 + block.length;
  }
  let copied = 0;
  for (const piece of index) {
    bytes.set(piece, at);
    at += piece.length;
    copied += piece.length;
    if (copied < BYTES_AT_ONCE) continue;
    copied = 0;
    yield;
  }
  return bytes;
}

/** Reads it back. Only bytes whose hash is right are read: what throws here was never written by `packState`. */
export function unpackState(bytes: Uint8Array): StoredState {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  const next = (): unknown => {
    const end = at + 4 + view.getUint32(at);
    const block: unknown = JSON.parse(decoder.decode(bytes.subarray(at + 4, end)));
    at = end;
    return block;
  };
  const { covered, names, assigned, hour, blocks } = next() as Head;
  const stories = Array.from({ length: blocks }, () => next() as StoredBook['stories']).flat();
  return { covered, names, book: { stories, assigned, hour }, index: bytes.subarray(at) };
}
