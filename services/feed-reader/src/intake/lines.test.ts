import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from './lines.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const all = async (text: string, size: number, most = 1000) => {
  const lines = [];
  for await (const line of splitLines(inPieces(text, size), most)) lines.push(line.tooLong ? null : line.text);
  return lines;
};

describe('lines of a stream', () => {
  it('are the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }).filter((line) => !/[\r\n]/.test(line))),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          expect(await all(lines.map((line) => `${line}\n`).join(''), size)).toEqual(lines.map((line) => line.toWellFormed()));
        },
      ),
    );
  });

  it('say with which byte they begin', async () => {
    const text = `grün\r\n\n${'x'.repeat(2000)}\nlast`;
    for await (const { text: line, tooLong, offset } of splitLines(inPieces(text, 7), 1000))
      if (!tooLong) expect(Buffer.from(text).subarray(offset).toString().startsWith(line)).toBe(true);
    const offsets = [];
    for await (const { offset } of splitLines(inPieces(text, 7), 1000)) offsets.push(offset);
    expect(offsets).toEqual([0, 7, 8, 2009]);
  });

  it('drop what is too long and go on with the next', async () => {
    expect(await all(`short\n${'x'.repeat(5000)}\nlast`, 7)).toEqual(['short', null, 'last']);
  });
});
