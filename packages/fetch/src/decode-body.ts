import type { Duplex } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { BodyBuilder } from './body-builder.ts';
import { decoded } from './decoded.ts';
import { lent } from './lent.ts';
import type { Limits } from './limits.ts';
import { RefusalError, type FetchNote } from './result.ts';

/** More than one coding on another is legal, never useful, and a way to multiply a bomb. */
const maxCodings = 2;
/** RFC 8878 (3.1.1.1.2) lets a reader refuse windows above 8 MB; HTTP clients do. */
const zstdWindowLog = 23;

/** Of the decoded pieces: larger than what Node takes from its pool, so that their memory can be given back. */
const chunkSize = 65_536;

interface Counted {
  raw: number;
}

export interface DecodedBody {
  body: Buffer;
  notes: FetchNote[];
}

/**
 * Reads a body to its end within its limits, undoing gzip, deflate (with or without zlib's frame), br and zstd. Decoding is streamed, and each chunk is
 * counted as it comes out, so a bomb costs no more than the limits say.
 * @param withMagic look for gzip in bodies that declare no coding (`sitemap.xml.gz`).
 */
export async function decodeBody(
  raw: AsyncIterable<Uint8Array>,
  contentEncoding: string,
  limits: Limits,
  withMagic: boolean,
): Promise<DecodedBody> {
  const notes: FetchNote[] = [];
  const counted: Counted = { raw: 0 };
  const chunks = countedChunks(lent(raw), limits, counted);
  const first = await chunks.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  const codings = codingsOf(contentEncoding, head, withMagic, notes);
  const whole = rejoin(head, chunks);
  let pieces = codings.length === 0 ? bounded(whole, limits, counted) : whole;
  for (const coding of codings) pieces = lent(bounded(decoded(pieces, decoderOf(coding, head)), limits, counted));
  const body = new BodyBuilder(limits.decodedBytes);
  let empty = true;
  try {
    for await (const piece of pieces) {
      empty &&= piece.length === 0;
      body.add(piece);
    }
  } catch (error) {
    if (codings.length === 0 || !isCodingError(error)) throw error;
    // A body that ends too soon has been seen through its good part; what was decoded is handed on, and said so.
    if (empty || (error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR')
      throw new RefusalError('encoding-broken', (error as Error).message);
    notes.push('body-cut');
  }
  return { body: body.finish(), notes };
}

async function* countedChunks(raw: AsyncIterable<Uint8Array>, limits: Limits, counted: Counted): AsyncGenerator<Buffer> {
  for await (const chunk of raw) {
    counted.raw += chunk.length;
    if (counted.raw > limits.rawBytes) throw new RefusalError('body-too-large', `more than ${limits.rawBytes} bytes`);
    if (chunk.length > 0) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

/** Counts what comes out of a coding: of two on each other, the inner one may be the bomb. */
async function* bounded(pieces: AsyncIterable<Uint8Array>, limits: Limits, counted: Counted): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limits.decodedBytes) throw new RefusalError('decoded-too-large', `more than ${limits.decodedBytes} bytes`);
    if (length > limits.ratioFloor && length > limits.ratio * counted.raw)
      throw new RefusalError('compression-ratio', `${length} bytes from ${counted.raw}`);
    yield piece;
  }
}

async function* rejoin(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The codings to undo, last applied first. */
function codingsOf(contentEncoding: string, head: Buffer, withMagic: boolean, notes: FetchNote[]): string[] {
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const declared = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-(?=gzip$)/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none');
  if (declared.length > maxCodings) throw new RefusalError('encoding-unknown', contentEncoding.slice(0, 100));
  const unknown = declared.find((coding) => !['gzip', 'deflate', 'br', 'zstd'].includes(coding));
  if (unknown !== undefined) throw new RefusalError('encoding-unknown', unknown.slice(0, 100));
  if (declared.length === 1 && declared[0] === 'gzip' && !isGzip) {
    if (head.length > 0) notes.push('encoding-mislabelled');
    return [];
  }
  if (declared.length === 0 && withMagic && isGzip) {
    notes.push('encoding-undeclared');
    return ['gzip'];
  }
  return declared.toReversed();
}

function decoderOf(coding: string, head: Buffer): Duplex {
  switch (coding) {
    case 'gzip':
      return createGunzip({ chunkSize });
    case 'br':
      return createBrotliDecompress({ chunkSize });
    case 'zstd':
      return createZstdDecompress({ chunkSize, params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLog } });
    default: {
      const [method = 0, flags = 0] = head;
      const framed = (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
      return framed ? createInflate({ chunkSize }) : createInflateRaw({ chunkSize });
    }
  }
}

function isCodingError(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^(?:Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(code);
}
