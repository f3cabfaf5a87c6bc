import { conflictSchema, pageSchema } from '@copydesk/contracts';
import { findConflict, listConflicts } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { afterSchema, idParameters, limitSchema } from './parameters.ts';
import type { Api } from './parameters.ts';

/** `/v1/conflicts`: values that disagree. */
export function conflictRoutes(app: Api, database: Database): void {
  app.get(
    '/v1/conflicts',
    {
      schema: {
        summary: 'Conflicts',
        tags: ['conflicts'],
        querystring: z.object({ severity: z.enum(['high', 'medium', 'low']).optional(), after: afterSchema, limit: limitSchema }),
        response: { 200: pageSchema(conflictSchema) },
      },
    },
    async (request) => {
      const { severity, after, limit } = request.query;
      const items = await listConflicts(database, {
        limit,
        ...(severity === undefined ? {} : { severity }),
        ...(after === undefined ? {} : { after }),
      });
      return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
  app.get(
    '/v1/conflicts/:id',
    { schema: { summary: 'One conflict', tags: ['conflicts'], params: idParameters, response: { 200: conflictSchema } } },
    async (request) => {
      const conflict = await findConflict(database, request.params.id);
      if (conflict === undefined) throw new ApiError('not-found', 404, 'There is no conflict of this id.');
      return conflict;
    },
  );
}
