import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodePage } from '../src/html/decode-page.ts';

/** A page with what is known of its body: the whole text, or pieces that belong to it and pieces that do not. */
export interface GoldPage {
  id: string;
  host: string;
  html: string;
  body: string | undefined;
  inside: readonly string[];
  outside: readonly string[];
}

/** Reads a folder with `pages.jsonl` (fields id, url, file, and gold or with / without) and the gzipped pages it names. */
export function readPages(folder: string): GoldPage[] {
  const lines = readFileSync(join(folder, 'pages.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const page = JSON.parse(line) as { id: string; url: string; file: string; gold?: string; with?: string[]; without?: string[] };
    return {
      id: page.id,
      host: new URL(page.url).hostname.replace(/^www\./, ''),
      html: decodePage(gunzipSync(readFileSync(join(folder, page.file)))).text,
      body: page.gold,
      inside: page.with ?? [],
      outside: page.without ?? [],
    };
  });
}
