import { existsSync, readFileSync } from 'node:fs';
import { parseOpml } from '@copydesk/feed';

/** The feeds of an OPML file, and the lines that are none; empty where there is no such file. */
export function readOpmlFile(path: string): { urls: string[]; failures: { line: number; code: string }[] } {
  if (!existsSync(path)) return { urls: [], failures: [] };
  const read = parseOpml(readFileSync(path));
  if (read.kind === 'not-opml') return { urls: [], failures: [{ line: 1, code: 'not-opml' }] };
  return { urls: read.feeds.map((feed) => feed.url), failures: read.failures.map(({ line, code }) => ({ line, code })) };
}
