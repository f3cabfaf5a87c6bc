import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** A batch of 2 MB never holds more than this; a hostile one that unpacks to gigabytes is refused. */
const maxOutputLength = 128 * 1024 * 1024;

/** Teaches kafkajs zstd, with Node's own implementation. */
export function registerZstd(): void {
  kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
    compress: (encoder: { readonly buffer: Buffer }) => compress(encoder.buffer),
    decompress: (buffer: Buffer) => decompress(buffer, { maxOutputLength }),
  });
}
