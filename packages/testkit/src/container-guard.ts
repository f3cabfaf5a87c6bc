import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { getContainerRuntimeClient } from 'testcontainers';

// A process of its own, started by guard-containers.ts: a test run that is killed, or ended by Ctrl-C, can no longer remove its containers.
// Its standard input ends with the run, however that ends; then the containers with the run's label go.

/** Seconds after the end: once more later, for a container that the engine was still making. */
const sweepsAfter = [0, 3];

const label = process.argv[2] ?? '';
process.stdin.resume();
await once(process.stdin, 'close');
const { dockerode } = (await getContainerRuntimeClient()).container;
for (const seconds of sweepsAfter) {
  await sleep(seconds * 1000);
  const left = label === '' ? [] : await dockerode.listContainers({ all: true, filters: { label: [label] } });
  await Promise.allSettled(left.map(({ Id }) => dockerode.getContainer(Id).remove({ force: true, v: true })));
}
