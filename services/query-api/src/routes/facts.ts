import { factDetailSchema, factSchema, mentionTypeSchema, pageSchema } from '@copydesk/contracts';
import { findFact, listFacts, resolveStory } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { factDetail } from '../views.ts';
import { afterSchema, idParameters, idSchema, limitSchema } from './parameters.ts';
import type { Api } from './parameters.ts';

/** `/v1/facts`: active facts by filter; one fact with its evidence, found under any id it ever had. */
export function factRoutes(app: Api, database: Database): void {
  app.get(
    '/v1/facts',
    {
      schema: {
        summary: 'Facts',
        tags: ['facts'],
        querystring: z.object({
          story: idSchema.optional(),
          type: mentionTypeSchema.optional(),
          // The database takes no NUL.
          q: z
            .string()
            .regex(/^[^\0]{1,200}$/)
            .optional(),
          minIndependent: z.coerce.number().int().min(0).max(1_000_000).optional(),
          after: afterSchema,
          limit: limitSchema,
        }),
        response: { 200: pageSchema(factSchema) },
      },
    },
    async (request) => {
      const { story, type, q, minIndependent, after, limit } = request.query;
      const items = await listFacts(database, {
        limit,
        ...(story === undefined ? {} : { storyId: await resolveStory(database, story) }),
        ...(type === undefined ? {} : { type }),
        ...(q === undefined ? {} : { text: q }),
        ...(minIndependent === undefined ? {} : { minIndependent }),
        ...(after === undefined ? {} : { after }),
      });
      return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
  app.get(
    '/v1/facts/:id',
    { schema: { summary: 'One fact with its evidence', tags: ['facts'], params: idParameters, response: { 200: factDetailSchema } } },
    async (request) => {
      const fact = await findFact(database, request.params.id);
      if (fact === undefined) throw new ApiError('not-found', 404, 'There is no fact of this id.');
      return await factDetail(database, fact);
    },
  );
}
