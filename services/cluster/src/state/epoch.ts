import { createClusterer } from '@copydesk/near-duplicate';
import type { Epoch } from '@copydesk/contracts';
import type { ClusterOptions } from '../settings.ts';

/** Hours that the index remembers articles for, unless `thinHours` says otherwise: the default of near-duplicate, which the book of stories must not fall short of. */
const WINDOW_HOURS = 168;

/** Hours after which nothing of the index names an article: it lets whole hours go. */
export function keepHoursOf({ options }: Pick<Epoch, 'options'>): number {
  return (options['thinHours'] ?? WINDOW_HOURS) + 1;
}

/** The clusterer of an epoch, empty. @throws RefusedError for options out of range. */
export function clustererOf({ options, seed }: Pick<Epoch, 'options' | 'seed'>) {
  return createClusterer({ thinHours: WINDOW_HOURS, ...options, seed });
}

/** Names the rules of this program with these options: equal names, equal decisions. */
export function rulesName(options: ClusterOptions): string {
  const { epoch, options: hash } = createClusterer({ thinHours: WINDOW_HOURS, ...options }).rules();
  return `${epoch}.${hash}`;
}

/** What is to be done with decisions made by rules that are not ours. */
export type EpochPlan =
  /** The rules are the same, or there are no decisions yet. */
  | { action: 'go-on'; epoch: Epoch }
  /** Options differ and the stored ones are kept. */
  | { action: 'keep'; epoch: Epoch; wanted: string }
  /** A new epoch begins, with everything that follows from it. */
  | { action: 'switch'; from: Epoch; epoch: Epoch }
  /** The stored rules are not in this program: nothing can go on by them, and nobody has asked for a switch. */
  | { action: 'refuse'; detail: string };

/**
 * Compares the epoch of the stored decisions with the rules of this program.
 * @param stored undefined where there are no decisions, or only such as name no epoch
 * @param seed for a first epoch: the installation's hash seed
 */
export function planEpoch(
  stored: Epoch | undefined,
  own: { options: ClusterOptions; onOtherEpoch: 'keep' | 'switch' },
  first: Pick<Epoch, 'raw' | 'observedAt' | 'seed'>,
): EpochPlan {
  const rules = rulesName(own.options);
  const options = Object.fromEntries(Object.entries(own.options));
  if (stored === undefined) return { action: 'go-on', epoch: { kind: 'epoch', epoch: 1, ...first, rules, options, moves: null } };
  // What does not decide (the rate that is expected) may change at any time.
  if (stored.rules === rules) return { action: 'go-on', epoch: { ...stored, options } };
  if (own.onOtherEpoch === 'switch') {
    const { epoch, seed, raw, observedAt } = stored;
    return {
      action: 'switch',
      from: stored,
      epoch: { kind: 'epoch', epoch: epoch + 1, seed, raw, observedAt, rules, options, moves: null },
    };
  }
  if (rulesOfStored(stored) === stored.rules) return { action: 'keep', epoch: stored, wanted: rules };
  const detail =
    `partition ${stored.raw.partition}: the stored decisions are of epoch ${stored.epoch} with rules ${stored.rules}, this program decides by ${rules}. ` +
    'Look at the difference with `copydesk recluster --compare`, then start once with CLUSTER_EPOCH=switch, or go back to the program before.';
  return { action: 'refuse', detail };
}

/** The name of stored options under this program's rules; undefined where it no longer takes them. */
function rulesOfStored({ options }: Epoch): string | undefined {
  try {
    return rulesName(options);
  } catch {
    return undefined;
  }
}
