import { decodeDocument } from '@copydesk/feed';
import { collect, openBytes, peek } from './file-stream.ts';
import type { Content, Meter } from './file-stream.ts';
import { RefusalError } from '@copydesk/fetch';
import { sha256 } from '@copydesk/contracts';
import type { Entry, IntakeItem, PlacedItem, Start } from './item.ts';
import { splitLines } from './lines.ts';
import type { InputFile } from './list-files.ts';
import { readWarc } from './read-warc.ts';
import { recordsOf } from './record.ts';

/** A text, a page or a JSON document is read whole; larger ones are refused. Lines and archives stream. */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024;
const MAX_LINE_BYTES = 32 * 1024 * 1024;

type Form = 'html' | 'flat' | 'json' | 'lines' | 'warc';

const forms: readonly [RegExp, Form][] = [
  [/\.html?$/i, 'html'],
  [/\.(?:ndjson|jsonl)$/i, 'lines'],
  [/\.json$/i, 'json'],
  [/\.warc$/i, 'warc'],
];

/** The form of what comes on standard input, by how it begins; of a file by its name. */
function formOf(file: InputFile, head: Uint8Array): Form {
  const begin = Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart();
  if (begin.startsWith('WARC/')) return 'warc';
  if (file.path !== '-') return forms.find(([pattern]) => pattern.test(file.name.replace(/\.gz$/i, '')))?.[1] ?? 'flat';
  if (begin.startsWith('{') || begin.startsWith('[')) return 'lines';
  return begin.startsWith('<') ? 'html' : 'flat';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads one file into items: a text or a page is one, a JSON document one or a list, NDJSON one a line, a WARC one a page. What cannot be read is an item too, with the reason.
 * @param from where to go on; what lies before its position is passed over. @param content of the file from the entry on, where it does not lie on a disk. @throws RefusalError where that
 * ends too soon.
 */
export async function* readInputFile(
  file: InputFile,
  from: Start,
  meter: Meter,
  content: Content = openBytes(file.path, meter, from.entry?.byte),
): AsyncGenerator<PlacedItem> {
  let { position } = from;
  try {
    const { head, whole } = await peek(content.bytes);
    const rest: Content = { bytes: whole, entry: content.entry };
    const form = formOf(file, head);
    const read =
      form === 'warc'
        ? readWarc(rest, file.name, from)
        : form === 'lines'
          ? readLines(rest, file, from)
          : readWhole(whole, file, form, from.position);
    for await (const placed of read) {
      ({ position } = placed);
      yield placed;
    }
  } catch (error) {
    // A download that broke is no fault of the archive: the run fails, and goes on here when it is given again.
    if (error instanceof RefusalError) throw error;
    yield {
      position: position + 1,
      item: { ...place(file, position === 0 ? '' : `#${position}`), unreadable: { code: 'input-unreadable', detail: reason(error) } },
    };
  } finally {
    // A reader that gives up half way leaves the rest unread: the file or the connection is closed.
    await content.bytes.return(undefined);
  }
}

function place(file: InputFile, suffix: string): Pick<IntakeItem, 'intake' | 'identity'> {
  return { intake: { kind: 'file', name: `${file.name}${suffix}` }, identity: { feed: 'file', guid: `${file.name}${suffix}` } };
}

async function* readWhole(
  chunks: AsyncIterable<Uint8Array>,
  file: InputFile,
  form: 'html' | 'flat' | 'json',
  from: number,
): AsyncGenerator<PlacedItem> {
  const bytes = await collect(chunks, MAX_WHOLE_BYTES);
  if (bytes === null) throw new Error(`the file has more than ${MAX_WHOLE_BYTES} bytes`);
  if (form === 'json') {
    let position = 0;
    for (const item of recordsOf(bytes.toString('utf8'), (suffix) => place(file, `#0${suffix}`)))
      if (++position > from) yield { position, item };
    return;
  }
  if (from > 0) return;
  const content = form === 'html' ? decodeDocument(bytes).text : new TextDecoder('utf-8').decode(bytes);
  yield {
    position: 1,
    item: {
      ...nameless(place(file, ''), file, content),
      url: null,
      title: null,
      publisher: null,
      published: null,
      body: { kind: form, content },
    },
  };
}

async function* readLines(content: Content, file: InputFile, from: Start): AsyncGenerator<PlacedItem> {
  let line = (from.entry?.position ?? 0) - 1;
  let entry: { entry?: Entry } = from.entry === undefined ? {} : { entry: from.entry };
  for await (const { text, tooLong, offset } of splitLines(content.bytes, MAX_LINE_BYTES)) {
    line++;
    const byte = content.entry(offset);
    if (byte !== undefined) entry = { entry: { byte, position: line } };
    if (line < from.position) continue;
    const at = (suffix: string) => nameless(place(file, `#${line}${suffix}`), file, text);
    if (tooLong) {
      yield {
        ...entry,
        position: line + 1,
        item: { ...at(''), unreadable: { code: 'article-too-large', detail: `the line has more than ${MAX_LINE_BYTES} bytes` } },
      };
      continue;
    }
    if (text.trim() === '') continue;
    // The line is done when its last record is.
    const records = [...recordsOf(text, at)];
    for (const [index, item] of records.entries()) yield { ...entry, position: index === records.length - 1 ? line + 1 : line, item };
  }
}

/** Standard input has no name that would stay: what has no address there is known by its own words. */
function nameless<Place extends Pick<IntakeItem, 'intake' | 'identity'>>(at: Place, file: InputFile, content: string): Place {
  return file.path === '-' ? { ...at, identity: { feed: 'stdin', guid: `${sha256(content)}${at.intake.name.replace(/^[^.]*/, '')}` } } : at;
}
