import { decodeDocument } from '@copydesk/feed';
import { RefusalError } from '@copydesk/fetch';
import type { FetchResult, Fetcher } from '@copydesk/fetch';
import { canonicalUrl } from '@copydesk/text';
import type { IntakeItem, PlacedItem, Start, UnreadableItem } from './item.ts';
import { unpackedBytes } from './file-stream.ts';
import type { Content, Meter } from './file-stream.ts';
import type { InputFile } from './list-files.ts';
import { readWarc } from './read-warc.ts';
import type { Reached } from './run-state.ts';

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

/**
 * Opens an archive on the web: the file that it is for the rest of the intake, where to begin in it, and its content from there on; or the item that says why there is none.
 * @param reached where an earlier reading of it ended: the server is asked for the rest only, where it can tell that the archive is the same and an entry is known; where it is the same but
 * comes whole, what was done is passed over.
 */
export async function openAddress(
  fetcher: Fetcher,
  url: string,
  reached: Reached,
  meter: Meter,
  signal: AbortSignal,
): Promise<{ file: InputFile; start: Start; content: Content } | { refusal: PlacedItem }> {
  const { origin, pathname } = new URL(url);
  const name = `${origin}${pathname}`;
  const known = reached(name);
  const place = known?.entry === undefined ? undefined : { byte: known.entry.byte, fingerprint: known.fingerprint };
  const opened = await fetcher.open(url, { signal, ...(place === undefined ? {} : { place }) });
  if (opened.kind !== 'open') return { refusal: refusalOf(url, opened) };
  const { fingerprint, from } = opened;
  meter.total += opened.size ?? 0;
  meter.bytes += from;
  const file = { path: url, name, size: opened.size ?? 0, fingerprint, resumable: opened.resumable };
  const same = known !== undefined && known.fingerprint === fingerprint;
  const start: Start = { position: same ? known.position : 0, ...(from > 0 && known?.entry !== undefined ? { entry: known.entry } : {}) };
  return { file, start, content: withoutBomb(unpackedBytes(opened.chunks, meter, from), meter, () => opened.close()) };
}

function withoutBomb({ bytes, entry }: Content, meter: Meter, close: () => void): Content {
  const before = meter.bytes;
  async function* counted(): AsyncGenerator<Uint8Array> {
    let length = 0;
    try {
      for await (const chunk of bytes) {
        length += chunk.length;
        if (length > RATIO_FLOOR && length > MAX_RATIO * (meter.bytes - before))
          throw new RefusalError('compression-ratio', `${length} bytes from ${meter.bytes - before}`);
        yield chunk;
      }
    } finally {
      close();
    }
  }
  return { bytes: counted(), entry };
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
    yield* readWarc({ bytes: one(result.body), entry: () => undefined }, url, { position: 0 });
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
