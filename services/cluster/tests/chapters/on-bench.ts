import type { Bus } from '@copydesk/bus';
import { testPrefix } from '@copydesk/testkit';
import { openBench } from '../cluster-bench.ts';
import type { ClusterBench } from '../cluster-bench.ts';

export type MakeBus = () => Bus;

/** Runs a test on a bus of its own and closes it, whatever happens. */
export function onBench(makeBus: MakeBus, test: (bench: ClusterBench) => Promise<void>): () => Promise<void> {
  return async () => {
    const bus = makeBus();
    try {
      await test(await openBench(bus, testPrefix()));
    } finally {
      await bus.close();
    }
  };
}
