import { expect, it } from 'vitest';
import { freePiece, lent } from './lent.ts';

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

it('a piece keeps its bytes until one from elsewhere has come, and has none afterwards', async () => {
  const read = new Uint8Array(100).fill(1);
  const pieces = [read.subarray(0, 50), read.subarray(50), new Uint8Array(70).fill(2)];
  const lengths: number[][] = [];
  for await (const _ of lent(each(pieces))) lengths.push(pieces.map((piece) => piece.length));
  expect(lengths).toEqual([
    [50, 50, 70],
    [50, 50, 70],
    [0, 0, 70],
  ]);
});

it('what others of the process share is left as it is', () => {
  const neighbour = Buffer.from('neighbour');
  const piece = Buffer.from('piece');
  expect(piece.buffer).toBe(neighbour.buffer);
  freePiece(piece);
  expect(`${neighbour.toString()} ${piece.toString()}`).toBe('neighbour piece');
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  freePiece(shared);
  expect(shared.length).toBe(4);
});
