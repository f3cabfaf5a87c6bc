/** What one exchange may cost. Byte counts are per answer; times cover all redirects together. */
export interface Limits {
  /** Bytes on the wire. */
  rawBytes: number;
  /** Bytes after decompression. */
  decodedBytes: number;
  /** Decoded per raw byte, looked at from `ratioFloor` decoded bytes on. */
  ratio: number;
  ratioFloor: number;
  /** One deadline for names, connections, redirects and bodies. */
  totalMs: number;
  connectMs: number;
  headerBytes: number;
  redirects: number;
}

export type FetchKind = 'feed' | 'page' | 'opml' | 'robots';

const megabyte = 1 << 20;

/** Real feeds stay under 8 MB and pages under 5; text compresses 4 to 20 times, seldom 50. With these an answer stays under 64 MB of memory in all. */
const base: Limits = {
  rawBytes: 10 * megabyte,
  decodedBytes: 20 * megabyte,
  ratio: 100,
  ratioFloor: 2 * megabyte,
  totalMs: 30_000,
  connectMs: 10_000,
  headerBytes: 32_768,
  redirects: 5,
};

/** The limits of a kind of document. RFC 9309 asks to read at least 500 KiB of a robots.txt. */
export function limitsOf(kind: FetchKind, changes: Partial<Limits> = {}): Limits {
  if (kind === 'robots') return { ...base, rawBytes: 512 * 1024, decodedBytes: 512 * 1024, totalMs: 10_000, ...changes };
  if (kind === 'page') return { ...base, rawBytes: 8 * megabyte, decodedBytes: 12 * megabyte, totalMs: 20_000, ...changes };
  return { ...base, ...changes };
}
