import { kafkaSettings, kafkaVariables, readEnvironment, serviceVariables } from '@copydesk/runtime';
import { z } from 'zod';
import { optionsVariable } from './settings.ts';

const variables = z.object({
  ...serviceVariables,
  ...kafkaVariables,
  /** Options of clustering as a JSON object: `{"denseHours":24}`. A change is a new epoch. */
  CLUSTER_OPTIONS: optionsVariable.default({}),
  /** What to do when rules or options are not those that the stored decisions were made by: `keep` the stored ones (or refuse to start where that cannot be), or `switch`. */
  CLUSTER_EPOCH: z.enum(['keep', 'switch']).default('keep'),
  /** Decisions between two snapshots of the state; 0 takes none. */
  CLUSTER_SNAPSHOT_EVERY: z.coerce.number().int().min(0).max(100_000_000).optional(),
});

export type ClusterConfig = ReturnType<typeof readConfig>;

/** The cluster service's configuration from the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const values = readEnvironment(variables, environment);
  return {
    logLevel: values.LOG_LEVEL,
    health: { host: values.HEALTH_HOST, port: values.HEALTH_PORT },
    kafka: kafkaSettings(values),
    clustering: {
      options: values.CLUSTER_OPTIONS,
      onOtherEpoch: values.CLUSTER_EPOCH,
      /** Undefined: the service's own default. */
      snapshotEvery: values.CLUSTER_SNAPSHOT_EVERY,
    },
  };
}
