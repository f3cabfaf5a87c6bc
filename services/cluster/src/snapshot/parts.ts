import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

/** Bytes of the state in one part: in base64 it stays below the largest message even where nothing can be compressed. */
export const PART_BYTES = 700_000;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** One part as text; compressed beside the event loop. */
export async function packPart(bytes: Uint8Array): Promise<string> {
  return (await compress(bytes, quick)).toString('base64');
}

/** Its bytes again. Throws for anything that is not such a part. */
export async function unpackPart(data: string): Promise<Uint8Array> {
  return await decompress(Buffer.from(data, 'base64'), { maxOutputLength: PART_BYTES });
}
