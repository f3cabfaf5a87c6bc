import { sha256 } from '@copydesk/contracts';
import type { Logger } from '@copydesk/runtime';
import { useApiKey } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { LogController, fastify } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ReadArticle } from '../article/read-article.ts';
import { takeIn } from '../intake/take-in.ts';
import { PushError, answerProblems } from './problem.ts';
import { pushedId, pushedItem } from './push-item.ts';

/** Articles of one request, bytes of one request, and requests at work at once. */
const MAX_BATCH = 100;
const MAX_BYTES = 16 * 1024 * 1024;
const AT_ONCE = 4;

const batchSchema = z.object({ articles: z.array(z.unknown()).min(1).max(MAX_BATCH) });

export interface PushOptions {
  database: Database;
  logger: Logger;
  read?: ReadArticle;
  now: () => number;
  /** Called when a batch brought something to send. */
  afterBatch: () => void;
}

/** What became of one article of a batch, in the order of the batch. */
export interface PushResult {
  id: string | null;
  articleId: string | null;
  result: 'accepted' | 'unchanged' | 'rejected';
  code?: string;
  detail?: string;
}

async function programOf(database: Database, authorization: string | undefined): Promise<string> {
  const key = /^Bearer ([\x21-\x7E]{1,200})$/i.exec(authorization ?? '')?.[1];
  if (key === undefined) throw new PushError('unauthorized');
  const known = await useApiKey(database, sha256(key));
  if (known === undefined) throw new PushError('unauthorized', 'There is no such key, or it was revoked.');
  if (!known.scopes.includes('write')) throw new PushError('forbidden', 'The key lacks the scope write.');
  return known.name;
}

/**
 * The HTTP application for programs that push articles: `POST /v1/articles` takes a batch in through the same intake as feeds and files. The same article pushed again with the same words
 * is `unchanged`; with other words it is a new revision.
 */
export function createPushApi(options: PushOptions): FastifyInstance {
  const { database, now } = options;
  const loggerInstance: FastifyBaseLogger = options.logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BYTES,
    requestTimeout: 120_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
  });
  answerProblems(app);
  let working = 0;
  // The key is looked at before the body is read: strangers cannot make us hold 16 MB.
  const programs = new WeakMap<object, string>();
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'POST' || request.url.split('?')[0] !== '/v1/articles') return;
    programs.set(request, await programOf(database, request.headers.authorization));
    if (working >= AT_ONCE) throw new PushError('rate-limited', `${AT_ONCE} batches are at work already.`);
  });
  app.post('/v1/articles', async (request): Promise<{ results: PushResult[] }> => {
    const batch = batchSchema.safeParse(request.body);
    if (!batch.success) throw new PushError('bad-request', z.prettifyError(batch.error));
    working++;
    try {
      const results: PushResult[] = [];
      for (const value of batch.data.articles) results.push(await pushOne(programs.get(request) ?? '', value));
      if (results.some(({ result }) => result === 'accepted')) options.afterBatch();
      return { results };
    } finally {
      working--;
    }
  });

  async function pushOne(program: string, value: unknown): Promise<PushResult> {
    const id = pushedId(value);
    const item = pushedItem(program, value);
    if (item === undefined)
      return { id, articleId: null, result: 'rejected', code: 'input-format', detail: 'an article needs an id or a url' };
    const taken = await takeIn(database, item, () => new Date(now()).toISOString(), options.read);
    return { id, ...taken };
  }
  return app;
}
