import { BusError } from './bus-error.ts';
import type { Bus } from './bus.ts';
import { describeDifference } from './topic-plan.ts';

/**
 * Checks, without changing anything, that the topics are there; `warn` is told of each that is not as the contracts have it. Where the cluster does not let us look, nothing is said.
 * @throws BusError configuration, naming the missing topics; transient while the broker cannot be reached
 */
export async function requireTopics(bus: Bus, warn: (difference: string) => void): Promise<void> {
  const { differences } = await bus.admin.ensureTopics({ checkOnly: true }).catch((error: unknown) => {
    if (error instanceof BusError && error.code === 'refused') return { differences: [] };
    throw error;
  });
  const missing = differences.filter(({ setting }) => setting === 'topic').map(({ topic }) => topic);
  if (missing.length > 0) throw new BusError('configuration', `The broker lacks the topics ${missing.join(', ')}: run \`copydesk init\`.`);
  for (const difference of differences) warn(describeDifference(difference));
}
