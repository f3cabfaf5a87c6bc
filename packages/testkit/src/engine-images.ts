import { setTimeout as sleep } from 'node:timers/promises';
import { engineFault } from './find-engine.ts';
import { guardContainers } from './guard-containers.ts';

/** An image that does not come within this time is one that is not there: a test run is no place to wait for a slow network. */
const PULL_MS = 45_000;
/** For questions that a working engine answers from its own memory. */
const ASK_MS = 10_000;
/** testcontainers' own helper, which removes the containers of a process that was killed. */
const REAPER = 'testcontainers/ryuk:0.14.0';

/** Tests in containers cannot run here, and that is no fault of the project. */
export class NoContainerError extends Error {}

async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new NoContainerError(`${what} took more than ${ms / 1000} s`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
    work.catch(() => undefined);
  }
}

/** Sees to it that the engine has an image. @throws NoContainerError when it is neither there nor to be had soon. */
async function requireImage(name: string, pullMs: number): Promise<void> {
  const { getContainerRuntimeClient, ImageName } = await import('testcontainers');
  const engine = await within(ASK_MS, 'asking the container engine', getContainerRuntimeClient());
  const image = ImageName.fromString(name);
  if (await within(ASK_MS, 'asking for an image', engine.image.exists(image))) return;
  try {
    await within(pullMs, 'pulling it', engine.image.pull(image));
  } catch (error) {
    throw new NoContainerError(
      `the image ${name} is not here and cannot be pulled: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

let prepared: Promise<void> | undefined;

async function prepareOnce(): Promise<void> {
  const fault = await engineFault();
  if (fault !== undefined) throw new NoContainerError(fault);
  // Without its image no container at all could start, and tests must run where images are brought by hand. Then a process of our own does its work.
  if (process.env['TESTCONTAINERS_RYUK_DISABLED'] === undefined) {
    const reaper = (process.env['RYUK_CONTAINER_IMAGE'] ??= REAPER);
    const missing = await requireImage(reaper, PULL_MS / 3).then(
      () => false,
      () => true,
    );
    if (missing) process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  }
  if (process.env['TESTCONTAINERS_RYUK_DISABLED'] === 'true') guardContainers();
}

/** Sees to it that containers of an image can be started here. @throws NoContainerError with the reason why not. */
export async function prepareImage(name: string): Promise<void> {
  prepared ??= prepareOnce();
  await prepared;
  await requireImage(name, PULL_MS);
}
