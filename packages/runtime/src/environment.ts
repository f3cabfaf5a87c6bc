import { z } from 'zod';

/** The environment does not describe a configuration: the message names every variable at fault, and never its value (it may be a secret). */
export class ConfigurationError extends Error {
  readonly code = 'configuration';
}

/**
 * Reads a service's configuration from the environment, once, at start.
 * @param schema an object schema whose keys are variable names; empty strings count as unset.
 * @throws ConfigurationError naming each variable that is missing or malformed.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, environment[name]])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`The environment is not a valid configuration: ${faults.join('; ')}`);
}

/** A port number; 0 asks the system for a free one. */
export const portSchema = z.coerce.number().int().min(0).max(65_535);

/** "true"/"false"/"1"/"0". */
export const flagSchema = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** Variables that every service reads. */
export const serviceVariables = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Port of the service's health and metrics server. */
  HEALTH_PORT: portSchema.default(0),
  HEALTH_HOST: z.string().default('127.0.0.1'),
};
