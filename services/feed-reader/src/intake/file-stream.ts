import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Counts what is read of the files, compressed as they lie there, and what is to be read in all as far as it is known: the measure of progress. */
export interface Meter {
  bytes: number;
  total: number;
}

/**
 * The bytes of a file or of standard input (`-`), unpacked when they are gzip (by their first bytes, whatever the name says; members one after another as in WARC files are one stream).
 * @throws the file system's error, or zlib's for a file that is damaged or cut short.
 */
export function openBytes(path: string, meter: Meter): AsyncGenerator<Uint8Array> {
  return unpackedBytes(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 }), meter);
}

/** The bytes of a stream, counted as they come and unpacked when they are gzip. */
export async function* unpackedBytes(source: AsyncIterable<string | Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const chunks = metered(source, meter);
  const first = await chunks.next();
  if (first.done === true) return;
  const whole = after(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(whole, unpacked, () => undefined);
  yield* unpacked as AsyncIterable<Uint8Array>;
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
