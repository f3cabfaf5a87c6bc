import { availableParallelism } from 'node:os';
import {
  databaseUrl,
  databaseVariables,
  kafkaSettings,
  kafkaVariables,
  portSchema,
  readEnvironment,
  serviceVariables,
} from '@copydesk/runtime';
import { z } from 'zod';

const variables = z.object({
  ...serviceVariables,
  ...kafkaVariables,
  ...databaseVariables,
  /** Files and folders to read once at start, a JSON array of paths. */
  READER_INPUT: z
    .string()
    .default('[]')
    .transform((text, context) => {
      const parsed = z.array(z.string()).safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'must be a JSON array of paths' });
      return z.NEVER;
    }),
  /** Names this run of the input in the database, so that others can follow it. */
  READER_RUN_ID: z.string().max(100).default('start'),
  /** Feeds to poll: addresses separated by spaces or commas. */
  READER_FEEDS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((url) => url !== '')),
  /** An OPML file with further feeds; read at start where it exists. */
  READER_OPML: z.string().optional(),
  /** A folder with rules for single sites, one file each. */
  READER_SITES: z.string().min(1).optional(),
  /** Threads that read pages, about 120 MB each. */
  READER_THREADS: z.coerce.number().int().min(1).max(32).default(Math.min(2, availableParallelism())),
  /** Feeds polled at the same time. */
  READER_POLLS: z.coerce.number().int().min(1).max(200).default(12),
  /** Where programs push articles (`POST /v1/articles`); without a port nobody can. */
  READER_API_PORT: portSchema.optional(),
  READER_API_HOST: z.string().default('127.0.0.1'),
  READER_USER_AGENT: z.string().min(1).default('Copydesk/0.1 (news reader; set READER_USER_AGENT to say how to reach you)'),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type FeedReaderConfig = ReturnType<typeof readConfig>;

/** The feed reader's configuration from the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const values = readEnvironment(variables, environment);
  return {
    logLevel: values.LOG_LEVEL,
    health: { host: values.HEALTH_HOST, port: values.HEALTH_PORT },
    kafka: kafkaSettings(values),
    databaseUrl: databaseUrl(values),
    input: values.READER_INPUT,
    runId: values.READER_RUN_ID,
    feeds: values.READER_FEEDS,
    opml: values.READER_OPML ?? null,
    sites: values.READER_SITES ?? null,
    userAgent: values.READER_USER_AGENT,
    threads: values.READER_THREADS,
    polls: values.READER_POLLS,
    api: values.READER_API_PORT === undefined ? null : { host: values.READER_API_HOST, port: values.READER_API_PORT },
  };
}
