import { databaseUrl, databaseVariables, portSchema, readEnvironment, serviceVariables } from '@copydesk/runtime';
import { z } from 'zod';

const variables = z.object({
  ...serviceVariables,
  ...databaseVariables,
  /** Where the REST API and the page listen. */
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: portSchema.default(8080),
  /** Requests a minute from one address. */
  API_RATE_LIMIT: z.coerce.number().int().positive().default(1200),
});

export type QueryApiConfig = ReturnType<typeof readConfig>;

/** The query API's configuration from the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const values = readEnvironment(variables, environment);
  return {
    logLevel: values.LOG_LEVEL,
    health: { host: values.HEALTH_HOST, port: values.HEALTH_PORT },
    databaseUrl: databaseUrl(values),
    listen: { host: values.API_HOST, port: values.API_PORT },
    requestsPerMinute: values.API_RATE_LIMIT,
  };
}
