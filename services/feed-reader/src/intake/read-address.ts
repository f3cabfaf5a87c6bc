import { decodeDocument } from '@copydesk/feed';
import { RefusalError } from '@copydesk/fetch';
import type { FetchResult, Fetcher } from '@copydesk/fetch';
import { canonicalUrl } from '@copydesk/text';
import type { IntakeItem, PlacedItem, UnreadableItem } from './item.ts';
import { unpackedBytes } from './file-stream.ts';
import type { Meter } from './file-stream.ts';
import type { InputFile } from './list-files.ts';
import { readWarc } from './read-warc.ts';

/** True for what is asked for on the web instead of opened as a file. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/** Archives and lists of records by their names: these are streamed, whatever their length. */
const archiveName = /\.(?:warc|ndjson|jsonl|json)(?:\.gz)?$/i;
/** Text packed tighter than this is a bomb, looked at from so many bytes on. */
const MAX_RATIO = 1_000;
const RATIO_FLOOR = 64 * 1024 * 1024;

export function isArchiveAddress(input: string): boolean {
  return isAddress(input) && URL.canParse(input) && archiveName.test(new URL(input).pathname);
}

/** Opens an archive on the web: the file that it is for the rest of the intake, and its content; or the item that says why there is none. */
export async function openAddress(
  fetcher: Fetcher,
  url: string,
  meter: Meter,
  signal: AbortSignal,
): Promise<{ file: InputFile; bytes: AsyncGenerator<Uint8Array> } | { refusal: PlacedItem }> {
  const opened = await fetcher.open(url, { signal });
  const { origin, pathname } = new URL(url);
  if (opened.kind !== 'open') return { refusal: refusalOf(url, opened) };
  meter.total += opened.size ?? 0;
  const file = { path: url, name: `${origin}${pathname}`, size: opened.size ?? 0, fingerprint: opened.fingerprint };
  return { file, bytes: withoutBomb(unpackedBytes(opened.chunks, meter), meter) };
}

async function* withoutBomb(bytes: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const before = meter.bytes;
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > RATIO_FLOOR && length > MAX_RATIO * (meter.bytes - before))
      throw new RefusalError('compression-ratio', `${length} bytes from ${meter.bytes - before}`);
    yield chunk;
  }
}

function refusalOf(url: string, result: Exclude<FetchResult, { kind: 'ok' }>): PlacedItem {
  const address = canonicalUrl(url);
  const detail = result.kind === 'refused' ? `${result.code}: ${result.detail}` : result.kind;
  const identity = address === null ? { feed: 'file', guid: url } : { url: address };
  return { position: 1, item: { intake: { kind: 'file', name: url }, identity, unreadable: { code: 'input-unreadable', detail } } };
}

/** Asks for one address and reads what comes: a page, or a small archive. The one client's limits hold (a page of 8 MB). */
export async function* readAddress(fetcher: Fetcher, url: string, signal: AbortSignal): AsyncGenerator<PlacedItem> {
  const address = canonicalUrl(url);
  const at: Pick<IntakeItem, 'intake' | 'identity'> = {
    intake: { kind: 'file', name: url },
    identity: address === null ? { feed: 'file', guid: url } : { url: address },
  };
  const refuse = (detail: string): PlacedItem => ({
    position: 1,
    item: { ...at, unreadable: { code: 'input-unreadable', detail } } satisfies UnreadableItem,
  });
  const result = await fetcher.get(url, { kind: 'page', signal });
  if (signal.aborted) return;
  if (result.kind !== 'ok') return yield refusalOf(url, result);
  if (Buffer.from(result.body.subarray(0, 5)).toString('latin1') === 'WARC/') {
    yield* readWarc(one(result.body), url, 0);
    return;
  }
  const type = result.headers['content-type'] ?? '';
  if (type !== '' && !/^(?:text\/html|text\/plain|application\/xhtml\+xml)/i.test(type))
    return yield refuse(`the address has no page but ${type.slice(0, 80)}`);
  const content = decodeDocument(result.body, type).text;
  const kind = /^text\/plain/i.test(type) ? 'flat' : 'html';
  yield { position: 1, item: { ...at, url: address, title: null, publisher: null, published: null, body: { kind, content } } };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
