import { articleDetailSchema, articleSummarySchema, outcomeRecordSchema, pageSchema } from '@copydesk/contracts';
import { countOutcomes, findArticle, listArticles, listOutcomes, mentionsOfArticle, outcomesOf } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { articleSummary } from '../views.ts';
import { afterSchema, idParameters, limitSchema } from './parameters.ts';
import type { Api } from './parameters.ts';

/** `/v1/articles` and `/v1/outcomes`: what came in, where it stands, and how it ended. */
export function articleRoutes(app: Api, database: Database): void {
  app.get(
    '/v1/articles',
    {
      schema: {
        summary: 'Articles by id',
        tags: ['articles'],
        querystring: z.object({ after: afterSchema, limit: limitSchema }),
        response: { 200: pageSchema(articleSummarySchema) },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      const items = (await listArticles(database, { limit, ...(after === undefined ? {} : { after }) })).map((stored) =>
        articleSummary(stored),
      );
      return { items, next: items.length === limit ? (items.at(-1)?.articleId ?? null) : null };
    },
  );
  app.get(
    '/v1/articles/:id',
    {
      schema: {
        summary: 'One article with its text, its mentions and why it stands in its story',
        tags: ['articles'],
        params: idParameters,
        response: { 200: articleDetailSchema },
      },
    },
    async (request) => {
      const stored = await findArticle(database, request.params.id);
      if (stored === undefined) throw new ApiError('not-found', 404, 'There is no article of this id.');
      const { text, textHash } = stored.article;
      return {
        ...articleSummary(stored),
        text,
        textHash,
        copies: stored.copies,
        mentions: await mentionsOfArticle(database, request.params.id),
      };
    },
  );
  app.get(
    '/v1/outcomes',
    {
      schema: {
        summary: 'How each article revision ended; null while it is on its way',
        tags: ['outcomes'],
        querystring: z.object({
          after: z
            .string()
            .regex(/^[A-Za-z0-9_]{1,64}\.\d{1,9}$/)
            .optional(),
          limit: limitSchema,
        }),
        response: { 200: pageSchema(outcomeRecordSchema) },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      const [articleId = '', revision = '0'] = after?.split('.') ?? [];
      const items = await listOutcomes(database, {
        limit,
        ...(after === undefined ? {} : { after: { articleId, revision: Number(revision) } }),
      });
      const last = items.at(-1);
      return { items, next: items.length === limit && last !== undefined ? `${last.articleId}.${last.revision}` : null };
    },
  );
  app.get(
    '/v1/outcomes/summary',
    {
      schema: {
        summary: 'Number of article revisions by outcome',
        tags: ['outcomes'],
        response: { 200: z.record(z.string(), z.number()) },
      },
    },
    async () => await countOutcomes(database),
  );
  app.get(
    '/v1/articles/:id/outcomes',
    {
      schema: {
        summary: 'Outcomes of one article',
        tags: ['outcomes'],
        params: idParameters,
        response: { 200: z.array(outcomeRecordSchema) },
      },
    },
    async (request) => await outcomesOf(database, request.params.id),
  );
}
