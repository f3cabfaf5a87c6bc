import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeDocument } from '@copydesk/feed';
import { canonicalUrl } from '@copydesk/text';
import type { IntakeItem, UnreadableItem } from './item.ts';
import type { InputFile } from './list-files.ts';
import { recordItem } from './record.ts';

/** Larger files are refused: they are archives, which the streaming intake reads. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

const isHtml = (path: string) => /\.html?$/i.test(path);

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads one file into items: a text or a page is one, a JSON document one or a list, NDJSON one a line. What cannot be read is an item too, with the reason. */
export async function* readInputFile(file: InputFile): AsyncGenerator<IntakeItem | UnreadableItem> {
  const place = (suffix = '') => ({
    intake: { kind: 'file' as const, name: `${file.name}${suffix}` },
    identity: { feed: 'file', guid: `${file.name}${suffix}` },
  });
  let content: string;
  try {
    const bytes = await readFile(file.path);
    if (bytes.length > MAX_FILE_BYTES) throw new Error(`the file has ${bytes.length} bytes, at most ${MAX_FILE_BYTES} are read`);
    content = isHtml(file.path) ? decodeDocument(bytes).text : new TextDecoder('utf-8').decode(bytes);
  } catch (error) {
    yield { ...place(), unreadable: { code: 'input-unreadable', detail: reason(error) } };
    return;
  }
  const extension = extname(file.path).toLowerCase();
  if (extension === '.json' || extension === '.ndjson' || extension === '.jsonl') {
    yield* readRecords(content, extension === '.json', place);
    return;
  }
  yield {
    ...place(),
    url: null,
    title: null,
    publisher: null,
    published: null,
    body: { kind: isHtml(file.path) ? 'html' : 'flat', content },
  };
}

function* readRecords(
  content: string,
  whole: boolean,
  place: (suffix: string) => Pick<IntakeItem, 'intake' | 'identity'>,
): Generator<IntakeItem | UnreadableItem> {
  const chunks = whole ? [content] : content.split('\n');
  for (const [line, chunk] of chunks.entries()) {
    if (chunk.trim() === '') continue;
    let values: unknown;
    try {
      values = JSON.parse(chunk);
    } catch (error) {
      yield { ...place(`#${line}`), unreadable: { code: 'input-format', detail: `not JSON: ${reason(error)}` } };
      continue;
    }
    for (const [index, value] of (Array.isArray(values) ? values : [values]).entries()) {
      const at = place(`#${line}${Array.isArray(values) ? `.${index}` : ''}`);
      const record = recordItem(value);
      if ('fault' in record) {
        yield { ...at, unreadable: { code: 'input-format', detail: record.fault } };
        continue;
      }
      const address = record.url === null ? null : canonicalUrl(record.url);
      yield { ...at, ...record, ...(address === null ? {} : { identity: { url: address } }) };
    }
  }
}
