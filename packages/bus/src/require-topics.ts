import type { Pause } from '@copydesk/pipeline';
import { retryTransient } from '@copydesk/pipeline';
import type { EnsuredTopics } from './admin.ts';
import { BusError, isTransientBusError } from './bus-error.ts';
import type { Bus } from './bus.ts';
import { describeDifference } from './topic-plan.ts';

/**
 * Checks, without changing anything, that the topics are there; `warn` is told of each that is not as the contracts have it. Where the cluster does not let us look, nothing is said.
 * @param onPause told of each wait; with it, a cluster that is away is waited for, for as long as it takes.
 * @throws BusError configuration, naming the missing topics; transient while the broker cannot be reached and nobody waits
 */
export async function requireTopics(bus: Bus, warn: (difference: string) => void, onPause?: (pause: Pause) => void): Promise<void> {
  const look = async (): Promise<Pick<EnsuredTopics, 'differences'>> =>
    await bus.admin.ensureTopics({ checkOnly: true }).catch((error: unknown) => {
      if (error instanceof BusError && error.code === 'refused') return { differences: [] };
      throw error;
    });
  const { differences } = onPause === undefined ? await look() : await retryTransient(look, { isTransient: isTransientBusError, onPause });
  const missing = differences.filter(({ setting }) => setting === 'topic').map(({ topic }) => topic);
  if (missing.length > 0) throw new BusError('configuration', `The broker lacks the topics ${missing.join(', ')}: run \`copydesk init\`.`);
  for (const difference of differences) warn(describeDifference(difference));
}
