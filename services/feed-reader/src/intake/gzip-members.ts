import { crc32, createInflateRaw } from 'node:zlib';
import { decoded } from '@copydesk/fetch';
import { inflateAtOnce } from './inflate-at-once.ts';

/** Bytes a decoder gives at once. */
const CHUNK_BYTES = 65_536;
/** Bytes of a name or a comment in a member's header; no packer writes more. */
const MAX_NAME_BYTES = 65_536;

/** Where a member begins: in the packed bytes, and in what they unpack to. */
export interface MemberStart {
  packed: number;
  unpacked: number;
}

/** Reads pieces byte by byte or as they come, and takes back what was not used. */
class PieceReader {
  /** Bytes given out and not taken back. */
  offset = 0;
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(pieces: AsyncIterator<Uint8Array>) {
    this.#pieces = pieces;
  }

  /** What lies there, or the next piece; undefined at the end. */
  async some(): Promise<Uint8Array | undefined> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next();
      if (next.done === true) return undefined;
      this.#rest = next.value;
    }
    const piece = this.#rest;
    this.#rest = piece.subarray(piece.length);
    this.offset += piece.length;
    return piece;
  }

  /** Only of the piece that was given last. */
  takeBack(bytes: Uint8Array): void {
    this.#rest = bytes;
    this.offset -= bytes.length;
  }

  /** Exactly so many bytes, copied. */
  async exactly(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const piece = await this.some();
      if (piece === undefined) throw cutShort();
      const used = Math.min(piece.length, count - filled);
      bytes.set(piece.subarray(0, used), filled);
      filled += used;
      this.takeBack(piece.subarray(used));
    }
    return bytes;
  }
}

const cutShort = (): Error => new Error('unexpected end of file');

/**
 * Unpacks gzip (RFC 1952) member by member: the runtime's own decoder does not tell where one ends, and only there can a reading be taken up again. Zeros behind the last member are padding.
 * @param pieces may be lent: each is used up before the next is asked for. @param onMember is told of each member ahead of its bytes. Throws for what is no gzip, damaged or cut short.
 */
export async function* gzipMembers(pieces: AsyncIterator<Uint8Array>, onMember: (start: MemberStart) => void): AsyncGenerator<Uint8Array> {
  const reader = new PieceReader(pieces);
  let unpacked = 0;
  try {
    for (;;) {
      const packed = reader.offset;
      const begin = await reader.some();
      if (begin === undefined || (packed > 0 && begin[0] === 0)) return;
      reader.takeBack(begin);
      await skipHeader(reader);
      onMember({ packed, unpacked });
      let sum = 0;
      let size = 0;
      for await (const piece of inflated(reader)) {
        sum = crc32(piece, sum);
        size += piece.length;
        yield piece;
      }
      const trailer = new DataView((await reader.exactly(8)).buffer);
      if (trailer.getUint32(0, true) !== sum) throw new Error('incorrect data check');
      if (trailer.getUint32(4, true) !== size % 2 ** 32) throw new Error('incorrect length check');
      unpacked += size;
    }
  } finally {
    // Not waited for: whoever makes the pieces may be waiting for the next one.
    Promise.resolve(pieces.return?.()).catch(() => undefined);
  }
}

async function skipHeader(reader: PieceReader): Promise<void> {
  const [first, second, method, flags = 0] = await reader.exactly(10);
  if (first !== 0x1f || second !== 0x8b) throw new Error('incorrect header check');
  if (method !== 8 || (flags & 0xe0) !== 0) throw new Error('unknown compression method');
  if ((flags & 4) !== 0) {
    const [low = 0, high = 0] = await reader.exactly(2);
    await reader.exactly(low + 256 * high);
  }
  if ((flags & 8) !== 0) await skipName(reader);
  if ((flags & 16) !== 0) await skipName(reader);
  if ((flags & 2) !== 0) await reader.exactly(2);
}

async function skipName(reader: PieceReader): Promise<void> {
  for (let length = 0; length < MAX_NAME_BYTES; length++) if ((await reader.exactly(1))[0] === 0) return;
  throw new Error('the header of the gzip member does not end');
}

/** The bytes of one deflate stream; what lies behind it is taken back by the reader. */
async function* inflated(reader: PieceReader): AsyncGenerator<Uint8Array> {
  const begin = await reader.some();
  if (begin === undefined) throw cutShort();
  const whole = inflateAtOnce(begin);
  reader.takeBack(begin.subarray(whole?.used ?? 0));
  if (whole === undefined) yield* inflatedInPieces(reader);
  else if (whole.content.length > 0) yield whole.content;
}

async function* inflatedInPieces(reader: PieceReader): AsyncGenerator<Uint8Array> {
  const decoder = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const begun = reader.offset;
  let last: Uint8Array = new Uint8Array(0);
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    // Until the stream has ended within a piece, or there is none left.
    while (decoder.bytesWritten === reader.offset - begun) {
      const piece = await reader.some();
      if (piece === undefined) return;
      last = piece;
      yield piece;
    }
  };
  yield* decoded(pieces(), decoder);
  const unused = reader.offset - begun - decoder.bytesWritten;
  reader.takeBack(last.subarray(last.length - unused));
}
