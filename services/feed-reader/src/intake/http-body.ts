import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

export type DecodedBody = { bytes: Uint8Array } | { fault: 'input-format' | 'article-too-large'; detail: string };

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
  deflate: async (bytes: Uint8Array, options: { maxOutputLength: number }) =>
    // Servers send both what RFC 9110 names and what early browsers took.
    await promisify(inflate)(bytes, options).catch(async () => await promisify(inflateRaw)(bytes, options)),
} as const;

/**
 * The body of an archived HTTP message without its transfer and content codings. Many archives store the body decoded and keep the header: a coding that the bytes do not have is passed over.
 * @param most bytes after decoding.
 */
export async function decodeHttpBody(body: Uint8Array, transfer: string, content: string, most: number): Promise<DecodedBody> {
  let bytes = /\bchunked\b/i.test(transfer) ? (withoutChunks(body) ?? body) : body;
  const codings = content
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim());
  for (const coding of codings.slice(0, 3).toReversed()) {
    if (coding === '' || coding === 'identity') continue;
    if (!Object.hasOwn(decoders, coding)) return { fault: 'input-format', detail: `the coding ${coding.slice(0, 40)} is not known` };
    if (looksDecoded(bytes)) continue;
    try {
      bytes = await decoders[coding as keyof typeof decoders](bytes, { maxOutputLength: most });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ERR_BUFFER_TOO_LARGE') return { fault: 'article-too-large', detail: `more than ${most} bytes when unpacked` };
      return { fault: 'input-format', detail: `the body is not ${coding}` };
    }
  }
  return { bytes };
}

/** A page begins with white space, a byte order mark or a tag; none of the codings does. */
function looksDecoded(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[at] ?? 0)) at++;
  return bytes[at] === 0x3c;
}

/** Takes the chunk sizes out (RFC 9112, 7.1); undefined when the bytes are not in chunks. */
function withoutChunks(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0 || end - at > 64) return undefined;
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;|\r?$)/i.exec(Buffer.from(bytes.subarray(at, end)).toString('latin1'))?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    if (end + 1 + length > bytes.length) return undefined;
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
}
