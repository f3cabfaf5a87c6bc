// The thread that reads one document after another; the pool ends it when a document takes too long or too much memory.
import { parentPort } from 'node:worker_threads';
import type { FlatMeta } from '../read-flat.ts';
import { readFlat } from '../read-flat.ts';
import type { HtmlMeta } from '../read-html.ts';
import { readHtml } from '../read-html.ts';
import type { ArticleReading } from '../reading.ts';
import { warmUp } from './warm-up.ts';

/** What the pool sends to a thread. */
export type ReadRequest = { kind: 'html'; input: string; meta: HtmlMeta } | { kind: 'flat'; input: string; meta: FlatMeta };

/** What a thread answers: the reading without its map, and for flat text the source offset of every kept line's stretch. */
export type ReadReply =
  { ok: true; reading: Omit<ArticleReading, 'map'>; offsets: Uint32Array | undefined } | { ok: false; detail: string };

const port = parentPort;
port?.on('message', (request: ReadRequest) => {
  try {
    const { map, ...reading } = request.kind === 'html' ? readHtml(request.input, request.meta) : readFlat(request.input, request.meta);
    // A function cannot cross threads: the map goes as one source offset a character.
    const offsets = map === undefined ? undefined : Uint32Array.from({ length: reading.text.length + 1 }, (_, offset) => map(offset));
    port.postMessage({ ok: true, reading, offsets } satisfies ReadReply, offsets === undefined ? [] : [offsets.buffer]);
  } catch (error) {
    port.postMessage({ ok: false, detail: error instanceof Error ? error.message : String(error) } satisfies ReadReply);
  }
});
if (port !== null) warmUp();
port?.postMessage('ready');
