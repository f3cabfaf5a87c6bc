import type { Epoch } from '@copydesk/contracts';
import type { ClusterOptions } from '../src/settings.ts';
import { rulesName } from '../src/state/epoch.ts';

/** An epoch of these options, the first unless said otherwise. */
export function madeEpoch(options: ClusterOptions = {}, parts: Partial<Epoch> = {}): Epoch {
  return {
    kind: 'epoch',
    epoch: 1,
    raw: { partition: 0, offset: '0' },
    observedAt: '2024-03-05T12:00:00.000Z',
    rules: rulesName(options),
    options: Object.fromEntries(Object.entries(options)),
    seed: 7,
    moves: null,
    ...parts,
  };
}
