import { conflictsPageSize, renderArticle, renderConflicts, renderStory, renderStoryList } from '@copydesk/web';
import { findArticle, listConflicts, listStories, mentionsOfArticle } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { ApiError } from '../problem.ts';
import { articleSummary, storyDetail } from '../views.ts';
import { idParameters } from './parameters.ts';
import type { Api } from './parameters.ts';

/** The pages for people. They work without scripts. */
export function pageRoutes(app: Api, database: Database): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderStoryList(await listStories(database, { limit: 100, offset: 0 }))),
  );
  app.get('/conflicts', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderConflicts(await listConflicts(database, { limit: conflictsPageSize }))),
  );
  app.get('/stories/:id', { schema: { hide: true, params: idParameters } }, async (request, reply) => {
    const story = await storyDetail(database, request.params.id);
    if (story === undefined) throw new ApiError('not-found', 404, 'There is no story of this id.');
    return reply.type('text/html; charset=utf-8').send(renderStory(story));
  });
  app.get('/articles/:id', { schema: { hide: true, params: idParameters } }, async (request, reply) => {
    const stored = await findArticle(database, request.params.id);
    if (stored === undefined) throw new ApiError('not-found', 404, 'There is no article of this id.');
    const mentions = await mentionsOfArticle(database, request.params.id);
    return reply.type('text/html; charset=utf-8').send(renderArticle({ ...articleSummary(stored), text: stored.article.text, mentions }));
  });
}
