import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endless, reply, startHostileWeb, type HostileWeb } from './hostile-web.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./ask-and-measure.ts', import.meta.url));
const chunk = Buffer.alloc(1 << 20, 0x79);
let web: HostileWeb;

beforeAll(async () => {
  const zeros = Buffer.alloc(200 << 20, 0x20);
  const noise = Buffer.from(Array.from({ length: 3 << 20 }, (_, at) => (at * 2_654_435_761) >>> 24));
  web = await startHostileWeb({
    '/plain': reply(200, {}, 'x'),
    '/gzip': reply(200, { 'content-encoding': 'gzip' }, gzipSync(zeros)),
    '/br': reply(200, { 'content-encoding': 'br' }, brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })),
    '/zstd': reply(200, { 'content-encoding': 'zstd' }, zstdCompressSync(zeros)),
    '/slow': reply(200, { 'content-encoding': 'gzip' }, gzipSync(noise.toString('hex').repeat(5))),
    '/long': (_request, response) => {
      response.writeHead(200);
      let left = 300;
      const more = (): void => {
        while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
        response.end();
      };
      more();
    },
    '/endless': endless(Buffer.alloc(1 << 20, 0x78), 1),
  });
});
afterAll(() => web.close());

describe('memory', () => {
  it.each([
    ['/gzip', 'compression-ratio'],
    ['/br', 'compression-ratio'],
    ['/zstd', 'compression-ratio'],
    ['/slow', 'decoded-too-large'],
    ['/endless', 'body-too-large'],
  ])('grows by at most 64 MB on %s', async (path, code) => {
    const { stdout } = await run(process.execPath, [program, web.origin, path]);
    const { outcomes, grownMegabytes } = JSON.parse(stdout) as { outcomes: string[]; grownMegabytes: number };
    expect(outcomes).toEqual([code]);
    expect(grownMegabytes).toBeLessThanOrEqual(64);
  });

  // Pieces that were read are garbage for a while: the runtime collects them when about 64 MB lie about, whatever the length of the document.
  it.each([
    ['stream:/long', 'ok'],
    ['stream:/endless', 'body-too-large'],
  ])('grows by at most 150 MB on %s, which sends 300 MB or more', async (path, code) => {
    const { stdout } = await run(process.execPath, [program, web.origin, path]);
    const { outcomes, grownMegabytes } = JSON.parse(stdout) as { outcomes: string[]; grownMegabytes: number };
    expect(outcomes).toEqual([code]);
    expect(grownMegabytes).toBeLessThanOrEqual(150);
  });
});
