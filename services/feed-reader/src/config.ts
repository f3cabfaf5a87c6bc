import { databaseUrl, databaseVariables, kafkaSettings, kafkaVariables, readEnvironment, serviceVariables } from '@copydesk/runtime';
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
    userAgent: values.READER_USER_AGENT,
  };
}
