import { newSchedule } from '@copydesk/feed';
import { MAX_FEED_URL, addFeed, feedId, pauseFeed, removeFeed, restartFeed, setFullText } from '@copydesk/storage';
import { canonicalUrl, scrub } from '@copydesk/text';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { atDesk, exitFor, exits, printEntries } from './command.ts';
import type { Desk, Entry } from './command.ts';
import { describeFeed, viewFeeds } from './list-feeds.ts';
import { describeTest, testFeed } from './test-feed.ts';

export const usage = `usage: copydesk feeds list [--state STATE] [--json]
       copydesk feeds add URL… [--unchecked] [--json]
       copydesk feeds test URL… [--json]
       copydesk feeds remove|pause|retry URL|ID… [--json]
       copydesk feeds full-text on|off URL|ID… [--json]`;

/** Adds feeds: each is asked once, so that a wrong address is refused now and not found failing tomorrow. */
async function add({ database, fetcher, now }: Desk, urls: readonly string[], unchecked: boolean): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const given of urls) {
    if (canonicalUrl(given) === null) {
      entries.push({ name: given, result: 'refused', code: 'url-invalid' });
      continue;
    }
    const url = new URL(given).href;
    if (url.length > MAX_FEED_URL) {
      entries.push({ name: url.slice(0, 200), result: 'refused', code: 'url-too-long' });
      continue;
    }
    const test = unchecked ? undefined : await testFeed(fetcher, url);
    if (test !== undefined && !test.ok) {
      const detail = test.alternates.length === 0 ? test.detail : `the page names ${test.alternates.join(' ')}`;
      entries.push({ name: url, result: 'refused', code: test.code, detail });
      continue;
    }
    const title = test?.title ?? null;
    const added = await addFeed(database, {
      id: feedId(url),
      url,
      title: title === null ? null : scrub(title).text,
      schedule: newSchedule(now()),
    });
    entries.push({ name: url, result: added ? 'added' : 'known' });
  }
  return entries;
}

async function each(names: readonly string[], done: string, apply: (name: string) => Promise<boolean>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of names) {
    const applied = await apply(name);
    entries.push(applied ? { name, result: done } : { name, result: 'refused', code: 'no-such-feed' });
  }
  return entries;
}

/** `copydesk feeds …` with everything it works with. @returns the exit code. */
export async function feedsCommand(args: readonly string[], desk: Desk): Promise<number> {
  const options = { json: { type: 'boolean' }, unchecked: { type: 'boolean' }, state: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options, usage);
  const [action, ...names] = positionals;
  const json = values.json === true;
  const { database, print } = desk;
  if (action === 'list' && names.length === 0) {
    const feeds = await viewFeeds(database, values.state);
    if (json) print(JSON.stringify(feeds));
    else for (const feed of feeds) print(describeFeed(feed));
    return exits.done;
  }
  if (names.length === 0) throw new CommandError(usage);
  if (action === 'test') {
    const tests = await Promise.all(names.map(async (url) => await testFeed(desk.fetcher, url)));
    if (json) print(JSON.stringify(tests));
    else for (const line of tests.flatMap(describeTest)) print(line);
    const failed = tests.filter((test) => !test.ok).length;
    return failed === 0 ? exits.done : failed === tests.length ? exits.failed : exits.partial;
  }
  const entries = await change(action ?? '', names, desk, values.unchecked === true);
  printEntries(entries, json, print);
  return exitFor(entries);
}

async function change(action: string, names: readonly string[], desk: Desk, unchecked: boolean): Promise<Entry[]> {
  const { database } = desk;
  switch (action) {
    case 'add':
      return await add(desk, names, unchecked);
    case 'remove':
      return await each(names, 'removed', async (name) => await removeFeed(database, name));
    case 'pause':
      return await each(names, 'paused', async (name) => await pauseFeed(database, name, true));
    case 'retry':
      return await each(names, 'due', async (name) => await restartFeed(database, name, newSchedule(desk.now())));
    case 'full-text': {
      const [mode, ...feeds] = names;
      if ((mode !== 'on' && mode !== 'off') || feeds.length === 0) throw new CommandError(usage);
      return await each(feeds, `full text ${mode}`, async (name) => await setFullText(database, name, mode === 'on'));
    }
    default:
      throw new CommandError(usage);
  }
}

/** `copydesk feeds add|list|remove|test|pause|retry|full-text`: exit code 0, 1 when nothing could be done, 3 when only some of it. */
export async function run(args: readonly string[]): Promise<number> {
  return await atDesk('feeds', async (desk) => await feedsCommand(args, desk));
}
