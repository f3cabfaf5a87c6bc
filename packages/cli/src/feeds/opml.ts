import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { newSchedule, parseOpml, writeOpml } from '@copydesk/feed';
import { MAX_FEED_URL, addFeed, feedId, listFeeds } from '@copydesk/storage';
import { scrub } from '@copydesk/text';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { atDesk, exitFor, exits, printEntries } from './command.ts';
import type { Desk, Entry } from './command.ts';

export const usage = `usage: copydesk opml import FILE|URL|- [--json]
       copydesk opml export [FILE] [--json]`;

async function bytesOf(source: string, { fetcher }: Desk): Promise<Uint8Array> {
  if (source === '-') return await buffer(process.stdin);
  if (!/^https?:/i.test(source)) return await readFile(source);
  const result = await fetcher.get(source, { kind: 'opml' });
  if (result.kind === 'ok') return result.body;
  throw new CommandError(`${source} cannot be read: ${result.kind === 'refused' ? `${result.code}, ${result.detail}` : result.kind}`);
}

/** Adds every feed of an OPML file without asking it; the next poll does. Each line that names no feed is told with its reason. */
async function importOpml(source: string, desk: Desk): Promise<Entry[]> {
  const read = parseOpml(await bytesOf(source, desk));
  if (read.kind === 'not-opml') throw new CommandError(`${source} is not an OPML file.`);
  const entries: Entry[] = read.failures.map(({ line, code, about }) => ({ line, name: about, result: 'refused', code }));
  for (const { url, title, line } of read.feeds) {
    if (url.length > MAX_FEED_URL) {
      entries.push({ line, name: url.slice(0, 200), result: 'refused', code: 'url-too-long' });
      continue;
    }
    const added = await addFeed(desk.database, {
      id: feedId(url),
      url,
      title: title === undefined ? null : scrub(title).text,
      schedule: newSchedule(desk.now()),
    });
    entries.push({ line, name: url, result: added ? 'added' : 'known' });
  }
  return entries.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** `copydesk opml …` with everything it works with. @returns the exit code. */
export async function opmlCommand(args: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } } as const, usage);
  const [action, place, ...rest] = positionals;
  if (rest.length > 0) throw new CommandError(usage);
  const json = values.json === true;
  if (action === 'import' && place !== undefined) {
    const entries = await importOpml(place, desk);
    printEntries(entries, json, desk.print);
    if (!json) {
      const count = (result: string) => entries.filter((entry) => entry.result === result).length;
      desk.print(`${count('added')} added, ${count('known')} known, ${count('refused')} refused`);
    }
    return exitFor(entries);
  }
  if (action === 'export') {
    const feeds = await listFeeds(desk.database);
    const opml = writeOpml(
      'Copydesk',
      feeds.map(({ url, title }) => ({ url, ...(title === null ? {} : { title }) })),
    );
    if (place !== undefined) await writeFile(place, opml);
    if (json) desk.print(JSON.stringify({ feeds: feeds.length, ...(place === undefined ? { opml } : { file: place }) }));
    else desk.print(place === undefined ? opml.trimEnd() : `${feeds.length} feeds written to ${place}`);
    return exits.done;
  }
  throw new CommandError(usage);
}

/** `copydesk opml import|export`: exit code 3 when only some lines could be taken. */
export async function run(args: readonly string[]): Promise<number> {
  return await atDesk('opml', async (desk) => await opmlCommand(args, desk));
}
