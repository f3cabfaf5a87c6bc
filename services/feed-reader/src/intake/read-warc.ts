import { decodeDocument } from '@copydesk/feed';
import { canonicalUrl } from '@copydesk/text';
import { WARCParser } from 'warcio';
import type { WARCRecord } from 'warcio';
import { collect } from './file-stream.ts';
import { decodeHttpBody } from './http-body.ts';
import type { IntakeItem, PlacedItem, UnreadableItem } from './item.ts';

/** Bytes of a page in an archive; larger ones are refused. */
const MAX_PAGE_BYTES = 12 * 1024 * 1024;

/**
 * Reads the pages of a WARC file (ISO 28500) one by one: responses with status 200 and HTML, and texts that were taken out of pages (`conversion`). Requests, redirects, images and
 * the rest are passed over.
 * @param from records that need not be read again.
 */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>, name: string, from: number): AsyncGenerator<PlacedItem> {
  let index = 0;
  const broken = (detail: string): PlacedItem => ({ position: index + 1, item: unreadable(name, index, 'input-format', detail) });
  const records = new WARCParser(chunks)[Symbol.asyncIterator]();
  for (;;) {
    let record: WARCRecord | undefined;
    try {
      const next = await records.next();
      if (next.done === true) break;
      record = next.value;
      if (!record.warcHeaders.statusline.startsWith('WARC/')) return yield broken('this is not a WARC record');
      if (index >= from) {
        const item = await pageOf(record, name, index);
        if (item !== undefined) yield { position: index + 1, item };
      }
    } catch (error) {
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

async function pageOf(record: WARCRecord, name: string, index: number): Promise<IntakeItem | UnreadableItem | undefined> {
  const flat = record.warcType === 'conversion';
  const type = (flat ? 'text/plain' : record.httpHeaders?.headers.get('content-type')) ?? '';
  const isPage =
    record.warcType === 'response' &&
    Number(record.httpHeaders?.statusCode) === 200 &&
    /^(?:text\/html|application\/xhtml\+xml)/i.test(type);
  const address = record.warcTargetURI ?? '';
  if (!(isPage || flat) || !/^https?:/i.test(address)) return undefined;
  const url = canonicalUrl(address);
  const at = { ...placeOf(name, index), ...(url === null ? {} : { identity: { url } }) };
  const reader = record.reader;
  const raw = await collect(reader as AsyncIterable<Uint8Array>, MAX_PAGE_BYTES);
  if (raw === null) return { ...at, unreadable: { code: 'article-too-large', detail: `more than ${MAX_PAGE_BYTES} bytes` } };
  if ('limit' in reader && typeof reader.limit === 'number' && reader.limit > 0) {
    return { ...at, unreadable: { code: 'input-format', detail: `the record is cut short: ${reader.limit} bytes are missing` } };
  }
  const header = (field: string) => record.httpHeaders?.headers.get(field) ?? '';
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
