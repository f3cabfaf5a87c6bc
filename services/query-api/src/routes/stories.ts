import { pageSchema, storyDetailSchema, storySummarySchema } from '@copydesk/contracts';
import { listStories } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { storyDetail } from '../views.ts';
import { idParameters, limitSchema } from './parameters.ts';
import type { Api } from './parameters.ts';

/** `/v1/stories`: newest first; one story with its articles, facts and conflicts. */
export function storyRoutes(app: Api, database: Database): void {
  app.get(
    '/v1/stories',
    {
      schema: {
        summary: 'Stories, newest first',
        tags: ['stories'],
        querystring: z.object({ limit: limitSchema, after: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
        response: { 200: pageSchema(storySummarySchema) },
      },
    },
    async (request) => {
      const { limit, after } = request.query;
      const items = await listStories(database, { limit, offset: after });
      return { items, next: items.length === limit ? String(after + limit) : null };
    },
  );
  app.get(
    '/v1/stories/:id',
    { schema: { summary: 'One story, whole', tags: ['stories'], params: idParameters, response: { 200: storyDetailSchema } } },
    async (request) => {
      const story = await storyDetail(database, request.params.id);
      if (story === undefined) throw new ApiError('not-found', 404, 'There is no story of this id.');
      return story;
    },
  );
}
