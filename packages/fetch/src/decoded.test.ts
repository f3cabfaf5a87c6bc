import { randomBytes } from 'node:crypto';
import { createGunzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decoded } from './decoded.ts';
import { lent } from './lent.ts';

const content = randomBytes(400_000);
const packed = gzipSync(content);

/** Pieces with memory of their own, and whether their maker was told that no more are wanted. */
function source(bytes: Uint8Array, size: number, failure?: Error) {
  const state = { closed: false };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0; at < bytes.length; at += size) {
        yield new Uint8Array(bytes.subarray(at, at + size));
        await new Promise((done) => setImmediate(done));
      }
      if (failure) throw failure;
    } finally {
      state.closed = true;
    }
  }
  return { state, pieces: pieces() };
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const piece of pieces) kept.push(Buffer.from(piece));
  return Buffer.concat(kept);
}

describe('decoded', () => {
  it.each([7_001, 70_000, 1_000_000])('gives what was packed, out of pieces of %i bytes that are only lent', async (size) => {
    const { pieces, state } = source(packed, size);
    expect((await all(lent(decoded(lent(pieces), createGunzip({ chunkSize: 65_536 }))))).equals(content)).toBe(true);
    expect(state.closed).toBe(true);
  });

  it('passes on why its source failed', async () => {
    const { pieces } = source(packed.subarray(0, 50_000), 10_000, new Error('the line is down'));
    await expect(all(decoded(pieces, createGunzip()))).rejects.toThrow('the line is down');
  });

  it('fails where the bytes are not what they should be, or end too soon', async () => {
    const { pieces, state } = source(Buffer.alloc(50_000, 7), 10_000);
    await expect(all(decoded(pieces, createGunzip()))).rejects.toMatchObject({ code: 'Z_DATA_ERROR' });
    await expect.poll(() => state.closed).toBe(true);
    await expect(all(decoded(source(packed.subarray(0, 50_000), 10_000).pieces, createGunzip()))).rejects.toMatchObject({
      code: 'Z_BUF_ERROR',
    });
  });

  it.each([
    ['its reader leaves', packed, true],
    ['what follows is not packed', Buffer.concat([packed, Buffer.alloc(200_000)]), false],
  ])('leaves its source when %s', async (_, bytes, leaves) => {
    const { pieces, state } = source(bytes, 10_000);
    let length = 0;
    for await (const piece of decoded(pieces, createGunzip())) {
      length += piece.length;
      if (leaves) break;
    }
    if (!leaves) expect(length).toBe(content.length);
    await expect.poll(() => state.closed).toBe(true);
  });
});
