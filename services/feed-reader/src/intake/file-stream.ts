import { createReadStream } from 'node:fs';
import { gzipMembers } from './gzip-members.ts';
import type { MemberStart } from './gzip-members.ts';

/** Counts what is read of the files, compressed as they lie there, and what is to be read in all as far as it is known: the measure of progress. */
export interface Meter {
  bytes: number;
  total: number;
}

/** The content of a file, and the places in the file at which a reading could begin. */
export interface Content {
  bytes: AsyncGenerator<Uint8Array>;
  /**
   * The byte of the file from which on it can be read to get what lies at `offset` of this content; undefined where that is within something packed. To be asked in rising order, for what
   * was read already.
   */
  entry: (offset: number) => number | undefined;
}

/** Members that nobody has asked for are forgotten: a file may have any number of empty ones. */
const MAX_MEMBERS = 1_000;

/**
 * The bytes of a file or of standard input (`-`), unpacked when they are gzip (by their first bytes, whatever the name says; members one after another as in WARC files are one stream).
 * @param start byte of the file. @throws the file system's error, or one for a file that is damaged or cut short.
 */
export function openBytes(path: string, meter: Meter, start = 0): Content {
  return unpackedBytes(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024, start }), meter, start);
}

/**
 * The bytes of a stream, counted as they come and unpacked when they are gzip.
 * @param source its pieces may be lent; those of the content may be kept. @param start the place of the stream in its file.
 */
export function unpackedBytes(source: AsyncIterable<string | Uint8Array>, meter: Meter, start: number): Content {
  /** Undefined for what is not packed. */
  let members: MemberStart[] | undefined;
  const seen = (member: MemberStart): void => {
    if (members?.at(-1)?.unpacked === member.unpacked) members.pop();
    else if (members?.length === MAX_MEMBERS) members.shift();
    members?.push(member);
  };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const chunks = metered(source, meter);
    let head: Uint8Array = new Uint8Array(0);
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
      // What is lent is copied ahead of the next piece.
      head = new Uint8Array(head);
    }
    const whole = after(head, chunks);
    if (head[0] === 0x1f && head[1] === 0x8b) {
      members = [];
      yield* gzipMembers(whole, seen);
      return;
    }
    for await (const piece of whole) yield new Uint8Array(piece);
  }
  const entry = (offset: number): number | undefined => {
    if (members === undefined) return start + offset;
    while ((members[0]?.unpacked ?? offset) < offset) members.shift();
    return members[0]?.unpacked === offset ? start + members[0].packed : undefined;
  };
  return { bytes: bytes(), entry };
}

async function* metered(source: AsyncIterable<string | Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    meter.bytes += bytes.length;
    yield bytes;
  }
}

async function* after(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** The first chunk of a stream, and the whole stream again. */
export async function peek(chunks: AsyncGenerator<Uint8Array>): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const first = await chunks.next();
  if (first.done === true) return { head: new Uint8Array(0), whole: chunks };
  return { head: first.value, whole: after(first.value, chunks) };
}

/** All bytes together; null when there are more than `most`. */
export async function collect(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) return null;
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}
