/**
 * Short lists of documents, newest first, in blocks of one memory: what a list holds lies side by side, so that reading it is one wait for memory and not one for each document.
 * A list is known by a number of 32 bits, signed, that changes as it grows: 0 is empty, a negative one is a single document, any other the place of a block.
 * A list keeps the newest documents up to its room, and writes over its oldest one when that is dead or the block is of the largest size.
 */
export interface PostingLists {
  /** Documents below this one are dead. */
  live: number;
  /** Adds a document that is not older than those of the list; answers the list's new number. */
  push(list: number, document: number): number;
  /** Copies up to `limit` live documents to `out` from `to` on, newest first; answers how many. */
  read(list: number, out: Uint32Array, to: number, limit: number): number;
  free(list: number): void;
  /** Touches a list that is read next: reads that do not wait for each other overlap. */
  touch(list: number): number;
  /** Documents in all lists, dead ones among them that no newer one has written over. */
  entries(): number;
  bytes(): number;
}

const SINGLE = 0x80000000 | 0;
const DOCUMENT = 0x7fffffff;
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const IN_CHUNK = CHUNK - 1;
const NO_CHUNK = new Uint32Array(CHUNK);
/** Numbers per block: the first says what it holds, the others are documents in a circle. */
const SMALLEST = 4;
/** Most documents of a list. */
export const MOST_KEPT = 255;

/** @param keep documents that a list keeps, 1 to 255. */
export function createPostingLists(keep: number): PostingLists {
  const sizes: number[] = [];
  for (let size = SMALLEST; size <= keep; size *= 2) sizes.push(size);
  sizes.push(keep + 1);
  const largest = sizes.length - 1;
  const chunks: Uint32Array[] = [];
  /** First free block of each size, 0: none. A free block's first number is the next one. */
  const freed = new Uint32Array(sizes.length);
  let filled = CHUNK; // of the last chunk
  let entries = 0;

  const chunkOf = (list: number): Uint32Array => chunks[list >>> CHUNK_BITS] ?? NO_CHUNK;
  const allocate = (size: number): number => {
    const reused = freed[size] ?? 0;
    if (reused !== 0) {
      freed[size] = chunkOf(reused)[reused & IN_CHUNK] ?? 0;
      return reused;
    }
    const numbers = sizes[size] ?? SMALLEST;
    if (filled + numbers > CHUNK) {
      filled = chunks.length === 0 ? SMALLEST : 0; // no block is at place 0
      chunks.push(new Uint32Array(CHUNK));
    }
    const place = (chunks.length - 1) * CHUNK + filled;
    filled += numbers;
    return place;
  };
  const release = (list: number, size: number): void => {
    chunkOf(list)[list & IN_CHUNK] = freed[size] ?? 0;
    freed[size] = list;
  };
  /** Puts a list of one into a block with a second document. */
  const pair = (older: number, document: number): number => {
    const block = allocate(0);
    const [chunk, at] = [chunkOf(block), block & IN_CHUNK];
    chunk[at] = stateOf(0, 2, 1);
    chunk[at + 1] = older;
    chunk[at + 2] = document;
    entries += 1;
    return block;
  };

  const lists: PostingLists = {
    live: 0,
    push(list, document) {
      if (list === 0) {
        entries += 1;
        return SINGLE | document;
      }
      if (list < 0) return (list & DOCUMENT) < lists.live || keep === 1 ? SINGLE | document : pair(list & DOCUMENT, document);
      const chunk = chunkOf(list);
      const at = list & IN_CHUNK;
      const state = chunk[at] ?? 0;
      const size = state >>> 16;
      const length = (state >>> 8) & 255;
      const head = state & 255;
      const room = (sizes[size] ?? SMALLEST) - 1;
      const next = head + 1 === room ? 0 : head + 1;
      if (length < room || size === largest || (chunk[at + 1 + next] ?? 0) < lists.live) {
        chunk[at + 1 + next] = document;
        chunk[at] = stateOf(size, Math.min(room, length + 1), next);
        if (length < room) entries += 1;
        return list;
      }
      const block = allocate(size + 1);
      const [larger, to] = [chunkOf(block), block & IN_CHUNK];
      for (let i = 0; i < room; i += 1) larger[to + 1 + i] = chunk[at + 1 + ((next + i) % room)] ?? 0;
      larger[to + 1 + room] = document;
      larger[to] = stateOf(size + 1, room + 1, room);
      release(list, size);
      entries += 1;
      return block;
    },
    read(list, out, to, limit) {
      if (list === 0 || limit === 0) return 0;
      if (list < 0) {
        out[to] = list & DOCUMENT;
        return (list & DOCUMENT) < lists.live ? 0 : 1;
      }
      const chunk = chunkOf(list);
      const at = (list & IN_CHUNK) + 1;
      const state = chunk[at - 1] ?? 0;
      const most = Math.min(limit, (state >>> 8) & 255);
      let place = state & 255;
      let n = 0;
      while (n < most) {
        const document = chunk[at + place] ?? 0;
        if (document < lists.live) break;
        out[to + n] = document;
        n += 1;
        place = place === 0 ? (sizes[state >>> 16] ?? SMALLEST) - 2 : place - 1;
      }
      return n;
    },
    free(list) {
      if (list === 0) return;
      if (list < 0) {
        entries -= 1;
        return;
      }
      const state = chunkOf(list)[list & IN_CHUNK] ?? 0;
      entries -= (state >>> 8) & 255;
      release(list, state >>> 16);
    },
    touch: (list) => (list <= 0 ? 0 : (chunkOf(list)[list & IN_CHUNK] ?? 0)),
    entries() {
      return entries;
    },
    bytes() {
      return chunks.length * CHUNK * 4;
    },
  };
  return lists;
}

/** What a block holds, in one number: its size, how many documents, and the place of the newest. */
function stateOf(size: number, length: number, head: number): number {
  return (size << 16) | (length << 8) | head;
}
