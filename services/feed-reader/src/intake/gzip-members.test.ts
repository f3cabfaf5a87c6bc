import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipMembers } from './gzip-members.ts';
import type { MemberStart } from './gzip-members.ts';

/** The bytes in pieces of such sizes, each overwritten once the next is asked for. */
async function* lentPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const piece = new Uint8Array(bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1)));
    at += piece.length;
    yield piece;
    piece.fill(0xff);
  }
}

async function unpack(packed: Uint8Array, sizes: readonly number[] = [1_000]): Promise<{ content: Buffer; members: MemberStart[] }> {
  const members: MemberStart[] = [];
  const kept: Uint8Array[] = [];
  for await (const piece of gzipMembers(lentPieces(packed, sizes), (start) => members.push(start))) kept.push(piece);
  return { content: Buffer.concat(kept), members };
}

/** A member with every field that a header may have. */
function withFullHeader(content: Buffer): Buffer {
  const extra = Buffer.from([3, 0, 1, 2, 3]);
  const head = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 30, 0, 0, 0, 0, 0, 3]), extra, Buffer.from('a name\0and a comment\0')]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(content), 0);
  trailer.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, Buffer.from([7, 7]), deflateRawSync(content), trailer]);
}

describe('gzip members', () => {
  it('give their content and say where they begin, however the bytes come', async () => {
    const contents = [randomBytes(5_000), Buffer.alloc(0), Buffer.alloc(300_000, 0x20), randomBytes(70_000)];
    const packed = [...contents.map((content) => gzipSync(content)), withFullHeader(contents[0] as Buffer)];
    const whole = Buffer.concat(packed);
    const expected = Buffer.concat([...contents, contents[0] as Buffer]);
    const starts = [...contents, Buffer.alloc(0)].map((_, index) => ({
      packed: packed.slice(0, index).reduce((sum, { length }) => sum + length, 0),
      unpacked: contents.slice(0, index).reduce((sum, { length }) => sum + length, 0),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }), async (sizes) => {
        fc.pre(Math.max(...sizes) > 100);
        const { content, members } = await unpack(whole, sizes);
        expect(content.equals(expected)).toBe(true);
        expect(members).toEqual(starts);
      }),
      { numRuns: 30 },
    );
    // A piece that ends just where a member does.
    expect(
      (
        await unpack(
          whole,
          packed.map(({ length }) => length),
        )
      ).members,
    ).toEqual(starts);
  });

  it('may be followed by zeros', async () => {
    const { content } = await unpack(Buffer.concat([gzipSync('all of it'), Buffer.alloc(5_000)]));
    expect(content.toString()).toBe('all of it');
  });

  const good = gzipSync(randomBytes(10_000));
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(good);
    copy[at] = (copy[at] ?? 0) ^ 0x55;
    return copy;
  };
  it.each([
    ['cut in its header', good.subarray(0, 5), /unexpected end/],
    ['cut in its content', good.subarray(0, 5_000), /unexpected end/],
    ['cut ahead of its sum', good.subarray(0, good.length - 8), /unexpected end/],
    ['cut within its sum', good.subarray(0, good.length - 3), /unexpected end/],
    ['with another sum', changed(good.length - 6), /incorrect data/],
    ['with another length', changed(good.length - 2), /incorrect length/],
    ['with another method', changed(2), /method/],
    ['followed by something else', Buffer.concat([good, Buffer.from('<html>')]), /unexpected end/],
    ['followed by something else that is longer', Buffer.concat([good, Buffer.from('<html lang="en"><body>')]), /header/],
    [
      'whose name does not end',
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), Buffer.alloc(70_000, 0x61)]),
      /does not end/,
    ],
    ['whose blocks are none', Buffer.concat([good.subarray(0, 10), Buffer.alloc(100, 0xff)]), /invalid/],
  ])('fail when %s', async (_, bytes, words) => {
    await expect(unpack(bytes)).rejects.toThrow(words);
  });

  it('are left together with their source', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        for (;;) yield gzipSync(randomBytes(50_000), { level: constants.Z_NO_COMPRESSION });
      } finally {
        closed = true;
      }
    })();
    for await (const _ of gzipMembers(source, () => undefined)) break;
    await expect.poll(() => closed).toBe(true);
  });
});
