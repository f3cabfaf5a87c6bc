/**
 * Passes pieces on as lent: each is good until the next one is asked for, then its memory is given back at once. Pieces read from sockets and decoders lie outside the runtime's heap, which
 * collects them only when some 64 MB of them have gathered, and later on a busy machine.
 */
export async function* lent(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    // Several pieces may lie in what was read at once. When one from elsewhere has come, whoever made the last one is done with its memory too.
    if (last !== undefined && last.buffer !== piece.buffer) freePiece(last);
    last = piece;
    yield piece;
  }
}

/** Leaves a piece without bytes. What shares its memory with others of the process (Node's pool of small buffers, shared memory) is left as it is. */
export function freePiece({ buffer }: Uint8Array): void {
  if (!(buffer instanceof ArrayBuffer)) return;
  try {
    // ECMA-262, 25.1.6.8: the old buffer is detached, the new one has no bytes. Throws where the buffer may not be detached, as the pool's.
    buffer.transfer(0);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
