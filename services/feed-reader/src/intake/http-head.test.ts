import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpHead } from './http-head.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size: number) {
  const pieces = inPieces(text, size);
  const head = await readHttpHead(pieces);
  const rest: Uint8Array[] = [];
  for await (const piece of pieces) rest.push(piece);
  return head && { status: head.status, headers: Object.fromEntries(head.headers), body: Buffer.concat([head.body, ...rest]).toString() };
}

describe('the head of an HTTP message', () => {
  it.each([
    [
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX:\r\n a\r\n\tb \r\nx: c\r\nno field\r\n\r\n<p>\r\n\r\n',
      { 'content-type': 'text/html', x: ' a b, c' },
    ],
    ['HTTP/1.1 200 OK\r\n\r\n<p>\r\n\r\n', {}],
    ['HTTP/1.0 200\nA:b:c\n\n<p>\r\n\r\n', { a: 'b:c' }],
  ])('is the same however it is cut: %j', async (text, headers) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (size) => {
        expect(await read(text, size)).toEqual({ status: 200, headers, body: '<p>\r\n\r\n' });
      }),
    );
  });

  it.each([
    '',
    'HTTP/1.1 200 OK\r\nA: b\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'HTTP/1.1 2000 OK\r\n\r\n',
    `HTTP/1.1 200 OK\r\na: ${'x'.repeat(300_000)}\r\n\r\n`,
  ])('is none: %j', async (text) => expect(await readHttpHead(inPieces(text, 10_000))).toBeUndefined());
});
