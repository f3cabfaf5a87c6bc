import { afterEach, describe, expect, it } from 'vitest';
import type { ReaderPool } from './reader-pool.ts';
import { createReaderPool } from './reader-pool.ts';

let pool: ReaderPool | undefined;
afterEach(() => pool?.close());

const sentence = 'The council voted on Monday to widen the harbour road, although several members asked for a second study of the costs.';
const page = `<html><body><article>${`<p>${sentence}</p>`.repeat(3)}</article></body></html>`;
/** A thread that hangs on "hang", fills its memory on "fill", and throws on "throw". */
const stuck = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ input }) => {
    if (input === 'hang') for (;;);
    if (input === 'fill') { const all = []; for (;;) all.push(new Array(1e5).fill({})); }
    if (input === 'throw') throw new Error('broken');
    parentPort.postMessage({ ok: true, reading: { text: input, boilerplate: 0 }, offsets: undefined });
  });
  parentPort.postMessage('ready');`)}`,
);

describe('reader pool', () => {
  it('reads pages and flat text in a thread, with the map', async () => {
    pool = createReaderPool();
    const html = await pool.readHtml(page);
    expect(html.text).toContain('harbour road');
    const source = `Home\n${sentence}\n${sentence}`;
    const flat = await pool.readFlat(source);
    expect(flat.text.length).toBeGreaterThan(100);
    for (let i = 0; i < flat.text.length; i++) expect(source[flat.map?.(i) ?? -1]).toBe(flat.text[i]);
  });

  it('ends a document that hangs and reads the next one', async () => {
    pool = createReaderPool({ deadlineMs: 300, workerUrl: stuck });
    const [hung, fine] = await Promise.all([pool.readHtml('hang'), pool.readHtml('fine')]);
    expect(hung.rejected?.code).toBe('deadline');
    expect(fine.text).toBe('fine');
  });

  it('survives a document that fills the memory or throws', async () => {
    pool = createReaderPool({ deadlineMs: 20_000, heapMb: 24, workerUrl: stuck });
    expect((await pool.readHtml('fill')).rejected?.code).toBe('out-of-memory');
    expect((await pool.readHtml('throw')).rejected).toEqual({ code: 'failed', detail: 'broken' });
    expect((await pool.readHtml('fine')).text).toBe('fine');
  });

  it('rejects what is left when it is closed', async () => {
    pool = createReaderPool({ workerUrl: stuck });
    const running = pool.readHtml('hang');
    const waiting = pool.readHtml('later');
    await pool.close();
    expect((await running).rejected?.code).toBe('failed');
    expect((await waiting).rejected?.code).toBe('failed');
    expect((await pool.readHtml('after')).rejected?.code).toBe('failed');
  });
});
