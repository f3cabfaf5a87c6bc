import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endless, reply, startHostileWeb, type Handler, type HostileWeb } from './hostile-web.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./ask-and-measure.ts', import.meta.url));
const megabyte = 1 << 20;
const most = 64;
/** Processes that measure at the same time, and how often: on a busy machine the runtime collects later. */
const together = 4;
const rounds = 2;
let web: HostileWeb;

/** Sends a piece so many times, as quickly as it is taken. */
function long(piece: Buffer, times: number): Handler {
  return (_request, response) => {
    response.writeHead(200);
    let left = times;
    const more = (): void => {
      while (left-- > 0) if (!response.write(piece)) return void response.once('drain', more);
      response.end();
    };
    more();
  };
}

beforeAll(async () => {
  const zeros = Buffer.alloc(200 * megabyte, 0x20);
  const noise = randomBytes(Math.floor(9.9 * megabyte));
  // As packed as hexadecimal digits are: no bomb, and just below the most that is read, packed and decoded.
  const digits = noise.toString('hex', 0, 9 * megabyte).padEnd(Math.floor(19.9 * megabyte), 'Is there more? ');
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  web = await startHostileWeb({
    '/plain': reply(200, {}, 'x'),
    '/gzip-bomb': reply(200, { 'content-encoding': 'gzip' }, gzipSync(zeros)),
    '/br-bomb': reply(200, { 'content-encoding': 'br' }, brotliCompressSync(zeros, quick)),
    '/zstd-bomb': reply(200, { 'content-encoding': 'zstd' }, zstdCompressSync(zeros)),
    '/too-large': reply(
      200,
      { 'content-encoding': 'gzip' },
      gzipSync(digits.slice(0, 9 * megabyte).padEnd(25 * megabyte, 'Is there more? ')),
    ),
    '/large': reply(200, {}, noise),
    '/large-gzip': reply(200, { 'content-encoding': 'gzip' }, gzipSync(digits)),
    '/large-br': reply(200, { 'content-encoding': 'br' }, brotliCompressSync(digits, quick)),
    '/large-zstd': reply(200, { 'content-encoding': 'zstd' }, zstdCompressSync(digits)),
    '/large-twice': reply(200, { 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(digits), quick)),
    '/long': long(Buffer.alloc(megabyte, 0x79), 300),
    '/long-gzip': long(gzipSync(noise), 30),
    '/long-bomb': long(gzipSync(zeros), 1_500),
    '/endless': endless(Buffer.alloc(megabyte, 0x78), 1),
  });
});
afterAll(() => web.close());

describe('memory', () => {
  it.each([
    ['/large', 'ok'],
    ['/large-gzip', 'ok'],
    ['/large-br', 'ok'],
    ['/large-zstd', 'ok'],
    ['/large-twice', 'ok'],
    ['/gzip-bomb', 'compression-ratio'],
    ['/br-bomb', 'compression-ratio'],
    ['/zstd-bomb', 'compression-ratio'],
    ['/too-large', 'decoded-too-large'],
    ['/endless', 'body-too-large'],
    ['stream:/long', 'ok'],
    ['stream:/long-gzip', 'ok'],
    ['stream:/long-bomb', 'ok'],
    ['stream:/endless', 'body-too-large'],
  ])(`grows by at most ${most} MB on %s`, { timeout: 120_000 }, async (path, code) => {
    for (let round = 0; round < rounds; round++) {
      const answers = await Promise.all(Array.from({ length: together }, () => run(process.execPath, [program, web.origin, path])));
      for (const { stdout } of answers) {
        const { outcomes, grownMegabytes } = JSON.parse(stdout) as { outcomes: string[]; grownMegabytes: number };
        expect(outcomes).toEqual([code]);
        expect(grownMegabytes).toBeLessThanOrEqual(most);
      }
    }
  });
});
