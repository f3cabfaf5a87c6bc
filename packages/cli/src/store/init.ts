import { createKafkaBus, describeDifference, isTransientBusError } from '@copydesk/bus';
import type { Bus, EnsuredTopics } from '@copydesk/bus';
import { retryTransient } from '@copydesk/pipeline';
import { kafkaSettings, kafkaVariables, readEnvironment } from '@copydesk/runtime';
import { z } from 'zod';
import { readArguments } from '../arguments.ts';
import { run as migrate } from './migrate.ts';

export const usage = 'usage: copydesk init [--check]';

const variables = z.object({ ...kafkaVariables, KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).optional() });

/** A broker that has just started refuses for a while; one that is not there never answers. */
const PATIENCE_MS = 60_000;

async function topicsOf(bus: Bus, checkOnly: boolean, replication: number | undefined): Promise<EnsuredTopics> {
  return await retryTransient(
    async () => await bus.admin.ensureTopics({ checkOnly, settings: replication === undefined ? {} : { replication } }),
    {
      isTransient: isTransientBusError,
      signal: AbortSignal.timeout(PATIENCE_MS),
      onPause: ({ error, retryInMs }) =>
        console.error(`waiting for Kafka (${error instanceof Error ? error.message : String(error)}), again in ${retryInMs / 1000} s`),
    },
  );
}

/**
 * `copydesk init [--check]`: creates the topics and brings the database to this program's schema; a second run changes nothing.
 * With `--check` nothing is created: every difference is printed, and the exit code is 1 when there is any.
 */
export async function run(args: readonly string[]): Promise<number> {
  const checkOnly = readArguments(args, { check: { type: 'boolean' } }, usage, 'options').values.check === true;
  const { KAFKA_REPLICATION_FACTOR: replication, ...values } = readEnvironment(variables, process.env);
  const bus = createKafkaBus(kafkaSettings(values).bus);
  try {
    const { created, differences } = await topicsOf(bus, checkOnly, replication);
    for (const name of created) console.log(`created ${name}`);
    for (const difference of differences) console.log(describeDifference(difference));
    if (checkOnly) return differences.length === 0 ? 0 : 1;
  } finally {
    await bus.close();
  }
  return await migrate();
}
