import { databaseUrl, databaseVariables, kafkaSettings, kafkaVariables, readEnvironment, serviceVariables } from '@copydesk/runtime';
import { z } from 'zod';

const variables = z.object({ ...serviceVariables, ...kafkaVariables, ...databaseVariables });

export type ExtractorConfig = ReturnType<typeof readConfig>;

/** The extractor's configuration from the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const values = readEnvironment(variables, environment);
  return {
    logLevel: values.LOG_LEVEL,
    health: { host: values.HEALTH_HOST, port: values.HEALTH_PORT },
    kafka: kafkaSettings(values),
    databaseUrl: databaseUrl(values),
  };
}
