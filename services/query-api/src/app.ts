import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import assets from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import type { Logger } from '@copydesk/runtime';
import type { Database } from '@copydesk/storage';
import { assetFolder } from '@copydesk/web';
import { LogController, fastify } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerProblems } from './problem.ts';
import { articleRoutes } from './routes/articles.ts';
import { conflictRoutes } from './routes/conflicts.ts';
import { factRoutes } from './routes/facts.ts';
import { pageRoutes } from './routes/pages.ts';
import type { Api } from './routes/parameters.ts';
import { storyRoutes } from './routes/stories.ts';

export interface AppOptions {
  database: Database;
  logger: Logger;
  requestsPerMinute: number;
}

/** The HTTP application: REST under `/v1`, its OpenAPI document under `/documentation/json`, and the pages. */
export async function createApp({ database, logger, requestsPerMinute }: AppOptions): Promise<Api> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await app.register(helmet, {
    // Plain-http installs on a local network must work: no upgrade of requests, no strict transport.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' });
  await app.register(underPressure, { maxEventLoopDelay: 2_000 });
  await app.register(swagger, {
    openapi: {
      info: { title: 'Copydesk', version: '1.0.0', description: 'Stories, facts, conflicts, articles and their outcomes. Read only.' },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/documentation' });
  await app.register(assets, { root: fileURLToPath(assetFolder), prefix: '/assets/', index: false });
  storyRoutes(app, database);
  factRoutes(app, database);
  conflictRoutes(app, database);
  articleRoutes(app, database);
  pageRoutes(app, database);
  return app;
}
