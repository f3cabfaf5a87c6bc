import { createKafkaBus, describeDifference } from '@copydesk/bus';
import { kafkaSettings, kafkaVariables, readEnvironment } from '@copydesk/runtime';
import { z } from 'zod';
import { run as migrate } from './migrate.ts';

const variables = z.object({ ...kafkaVariables, KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).optional() });

/**
 * `copydesk init [--check]`: creates the topics and brings the database to this program's schema; a second run changes nothing.
 * With `--check` nothing is created: every difference is printed, and the exit code is 1 when there is any.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { KAFKA_REPLICATION_FACTOR: replication, ...values } = readEnvironment(variables, process.env);
  const checkOnly = args.includes('--check');
  const bus = createKafkaBus(kafkaSettings(values).bus);
  try {
    const { created, differences } = await bus.admin.ensureTopics({
      checkOnly,
      settings: replication === undefined ? {} : { replication },
    });
    for (const name of created) console.log(`created ${name}`);
    for (const difference of differences) console.log(describeDifference(difference));
    if (checkOnly) return differences.length === 0 ? 0 : 1;
  } finally {
    await bus.close();
  }
  return await migrate();
}
