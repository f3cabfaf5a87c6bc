import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackedBytes } from '../src/intake/file-stream.ts';
import type { PlacedItem, Start } from '../src/intake/item.ts';
import { listFiles } from '../src/intake/list-files.ts';
import { readInputFile } from '../src/intake/read-file.ts';
import { madePage, madeWarc } from './made-warc.ts';

const PAGES = 30;
const folder = mkdtempSync(join(tmpdir(), 'copydesk-entries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = Array.from({ length: PAGES }, (_, number) => `${JSON.stringify(madePage(number))}\n`);
const inputs: Readonly<Record<string, Buffer>> = {
  'pages.warc': madeWarc(PAGES, false),
  'pages.warc.gz': madeWarc(PAGES, true),
  // Several records in one member: only some can be entered.
  'few-members.warc.gz': Buffer.concat([gzipSync(madeWarc(PAGES / 2, false)), gzipSync(madeWarc(PAGES / 2, false))]),
  'pages.ndjson': Buffer.from(lines.join('')),
  'pages.ndjson.gz': Buffer.concat(lines.map((line) => gzipSync(line))),
};

async function read(name: string, start: Start): Promise<{ items: PlacedItem[]; bytes: number }> {
  writeFileSync(join(folder, name), inputs[name] ?? '');
  const [file] = await listFiles(join(folder, name));
  if (file === undefined) throw new Error(name);
  const meter = { bytes: 0, total: 0 };
  const items: PlacedItem[] = [];
  for await (const item of readInputFile(file, start, meter)) items.push(item);
  return { items, bytes: meter.bytes };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

describe('items', () => {
  it.each([1, 3, 17, 1_000, 1_237, 16_384])('are the same out of pieces of %i bytes', async (size) => {
    for (const name of Object.keys(inputs)) {
      const { items } = await read(name, { position: 0 });
      const [file] = await listFiles(join(folder, name));
      if (file === undefined) throw new Error(name);
      const meter = { bytes: 0, total: 0 };
      const content = unpackedBytes(inPieces(inputs[name] ?? new Uint8Array(0), size), meter, 0);
      const cut: PlacedItem[] = [];
      for await (const item of readInputFile(file, { position: 0 }, meter, content)) cut.push(item);
      expect(cut).toEqual(items);
    }
  });
});

describe('entries', () => {
  it.each([
    ['pages.warc', PAGES],
    ['pages.warc.gz', PAGES],
    ['few-members.warc.gz', 2],
    ['pages.ndjson', PAGES],
    ['pages.ndjson.gz', PAGES],
  ])('into %s lead to the same items as a reading from its beginning', async (name, entries) => {
    const { items } = await read(name, { position: 0 });
    expect(items).toHaveLength(PAGES);
    expect(new Set(items.map(({ entry }) => entry?.byte)).size).toBe(entries);
    const size = inputs[name]?.length ?? 0;
    for (const [index, { position, entry }] of items.entries()) {
      if (entry === undefined) throw new Error('no entry');
      const rest = await read(name, { position, entry });
      expect(rest.items).toEqual(items.slice(index + 1));
      expect(rest.bytes).toBe(size - entry.byte);
    }
  });
});
