import type { Duplex } from 'node:stream';

/**
 * What a decoder makes of the pieces. A piece is handed in when the one before is used up, so that pieces may be lent and nothing queues ahead of the reader.
 * A decoder that is at its end before the pieces are is left in the middle of one: its `bytesWritten` says where.
 * Throws the source's own error where that failed, else the decoder's.
 */
export async function* decoded(pieces: AsyncIterable<Uint8Array>, decoder: Duplex): AsyncGenerator<Uint8Array> {
  let failure: { error: unknown } | undefined;
  feed(pieces, decoder).catch((error: unknown) => {
    failure ??= { error };
    decoder.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* decoder as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw failure === undefined ? error : failure.error;
  } finally {
    decoder.destroy();
  }
}

async function feed(pieces: AsyncIterable<Uint8Array>, decoder: Duplex): Promise<void> {
  for await (const piece of pieces) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // A decoder that is left, or is at its end before the input is, never says that it has used the piece.
    const closed = (): void => reject(new Error('the decoder is closed'));
    decoder.once('close', closed);
    decoder.write(piece, (error) => (error ? reject(error) : resolve()));
    try {
      await promise;
    } finally {
      decoder.off('close', closed);
    }
  }
  decoder.end();
}
