import { decodeDocument } from '@copydesk/feed';
import { RefusalError } from '@copydesk/fetch';
import { canonicalUrl } from '@copydesk/text';
import { WARCParser } from 'warcio';
import type { WARCRecord } from 'warcio';
import { collect } from './file-stream.ts';
import type { Content } from './file-stream.ts';
import { decodeHttpBody } from './http-body.ts';
import { readHttpHead } from './http-head.ts';
import type { Entry, IntakeItem, PlacedItem, Start, UnreadableItem } from './item.ts';

/** Bytes of a page in an archive; larger ones are refused. */
const MAX_PAGE_BYTES = 12 * 1024 * 1024;

/** Bytes in which the headers of a record have to end; without it a damaged file would be held in memory whole. */
const MAX_HEADER_BYTES = 2 * 1024 * 1024;

/** The parser misses the end of headers that is cut by pieces of a few bytes, as a server may send them. */
const MIN_PIECE_BYTES = 4096;

/** The same bytes in pieces that are not small, but for the last. */
async function* joined(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < MIN_PIECE_BYTES) continue;
    yield held.length === 1 ? chunk : Buffer.concat(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

/** Passes a stream on, and fails once more was taken than is allowed at the moment. */
async function* allowed(chunks: AsyncIterable<Uint8Array>, allowance: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (allowance.bytes < 0) throw new Error(`the headers of the record have more than ${MAX_HEADER_BYTES} bytes`);
    allowance.bytes -= chunk.length;
    yield chunk;
  }
}

/** Reads a record to its end. @returns how many bytes are missing from it. */
async function drain(record: WARCRecord): Promise<number> {
  const { reader } = record;
  for await (const _ of reader as AsyncIterable<Uint8Array>);
  return 'limit' in reader && typeof reader.limit === 'number' ? reader.limit : 0;
}

/**
 * Reads the pages of a WARC file (ISO 28500) one by one: responses with status 200 and HTML, and texts that were taken out of pages (`conversion`). Requests, redirects, images and
 * the rest are passed over.
 * @param content from the entry on, where there is one. @param from records before its position need not be read again.
 */
export async function* readWarc(content: Content, name: string, from: Start): AsyncGenerator<PlacedItem> {
  let index = from.entry?.position ?? 0;
  let entry: { entry?: Entry } = from.entry === undefined ? {} : { entry: from.entry };
  let offset = -1;
  const broken = (detail: string): PlacedItem => ({ position: index + 1, item: unreadable(name, index, 'input-format', detail) });
  const allowance = { bytes: 0 };
  const parser = new WARCParser(allowed(joined(content.bytes), allowance), { parseHttp: false });
  const records = parser[Symbol.asyncIterator]();
  for (;;) {
    try {
      allowance.bytes = MAX_HEADER_BYTES;
      const next = await records.next();
      if (next.done === true) break;
      allowance.bytes = Number.POSITIVE_INFINITY;
      const record = next.value;
      if (!record.warcHeaders.statusline.startsWith('WARC/')) return yield broken('this is not a WARC record');
      // The parser leaves the offset where it was when it is not sure of it.
      const byte = parser.offset > offset ? content.entry(parser.offset) : undefined;
      ({ offset } = parser);
      if (byte !== undefined) entry = { entry: { byte, position: index } };
      const item = index < from.position ? undefined : await pageOf(record, name, index);
      // The parser would look for the end of a record that is cut short for ever.
      const missing = await drain(record);
      if (missing > 0) return yield broken(`the record is cut short: ${missing} bytes are missing`);
      if (item !== undefined) yield { position: index + 1, item, ...entry };
    } catch (error) {
      if (error instanceof RefusalError) throw error;
      // Behind a damaged record nothing says where the next one begins.
      return yield broken(error instanceof Error ? error.message : String(error));
    }
    index++;
  }
  if (index === 0) yield broken('there is no WARC record');
}

function placeOf(name: string, index: number): Pick<IntakeItem, 'intake' | 'identity'> {
  return { intake: { kind: 'archive', name: `${name}#${index}` }, identity: { feed: 'archive', guid: `${name}#${index}` } };
}

function unreadable(name: string, index: number, code: 'input-format' | 'article-too-large', detail: string): UnreadableItem {
  return { ...placeOf(name, index), unreadable: { code, detail } };
}

/** The pieces of a record's block, to be taken up again after a reader has left them. */
async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function pageOf(record: WARCRecord, name: string, index: number): Promise<IntakeItem | UnreadableItem | undefined> {
  const flat = record.warcType === 'conversion';
  const address = record.warcTargetURI ?? '';
  if (!(flat || record.warcType === 'response') || !/^https?:/i.test(address)) return undefined;
  const pieces = (record.reader as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  // Not by the parser's own reading of HTTP, which loses its place at a head without fields that is cut by the border of a piece.
  const head = flat ? undefined : await readHttpHead(pieces);
  const header = (field: string) => head?.headers.get(field) ?? '';
  const type = flat ? 'text/plain' : header('content-type');
  if (!flat && (head?.status !== 200 || !/^(?:text\/html|application\/xhtml\+xml)/i.test(type))) return undefined;
  const url = canonicalUrl(address);
  const at = { ...placeOf(name, index), ...(url === null ? {} : { identity: { url } }) };
  const raw = await collect(resumed(head?.body ?? new Uint8Array(0), pieces), MAX_PAGE_BYTES);
  if (raw === null) return { ...at, unreadable: { code: 'article-too-large', detail: `more than ${MAX_PAGE_BYTES} bytes` } };
  const body = flat ? { bytes: raw } : await decodeHttpBody(raw, header('transfer-encoding'), header('content-encoding'), MAX_PAGE_BYTES);
  if ('fault' in body) return { ...at, unreadable: { code: body.fault, detail: body.detail } };
  const archivedAt = record.warcDate;
  return {
    ...at,
    url,
    title: null,
    publisher: null,
    published: null,
    ...(archivedAt === null || archivedAt === undefined ? {} : { archivedAt }),
    body: { kind: flat ? 'flat' : 'html', content: decodeDocument(body.bytes, type).text },
  };
}
