// A reader process for benches: polls made feeds on this machine until nothing has been due for a while, and can be killed at any moment.
import { createReaderPool } from '@copydesk/article';
import { createFetcher } from '@copydesk/fetch';
import { openDatabase } from '@copydesk/storage';
import { createArticleReader } from '../src/article/read-article.ts';
import { pollDueFeed } from '../src/feeds/poll-loop.ts';
import { createSharedLimiter } from '../src/feeds/shared-limiter.ts';

const [databaseUrl = '', reader = ''] = process.argv.slice(2);
const POLLS_AT_ONCE = 12;
const database = openDatabase({ url: databaseUrl, applicationName: reader });
const pool = createReaderPool({ threads: 1, deadlineMs: 30_000 });
const fetcher = createFetcher({
  userAgent: 'Copydesk-Bench/1.0',
  limiter: createSharedLimiter(database),
  resolve: async () => ['127.0.0.1'],
  testing: { allowLoopback: true },
});
const context = {
  database,
  fetcher,
  read: createArticleReader(pool),
  reader,
  now: Date.now,
  afterItem: () => undefined,
  signal: new AbortController().signal,
};
await Promise.all(
  Array.from({ length: POLLS_AT_ONCE }, async () => {
    while (await pollDueFeed(context)) process.send?.('polled');
  }),
);
await fetcher.close();
await pool.close();
await database.destroy();
process.disconnect?.();
