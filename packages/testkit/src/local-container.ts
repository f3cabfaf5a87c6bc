import { freePort } from '@copydesk/local';
import type { StartedTestContainer } from 'testcontainers';
import { knock } from './find-engine.ts';
import { NoContainerError, prepareImage } from './engine-images.ts';
import { runLabel } from './guard-containers.ts';

/** A container that runs for a test run. */
export interface TestContainer {
  /** What a client connects to, as in KAFKA_BROKERS or DATABASE_URL. */
  readonly address: string;
  /** Ends and removes it, with its volumes. */
  stop(): Promise<void>;
}

/** What is particular about a container. */
export interface ContainerPlan {
  readonly image: string;
  /** The port that it listens to. */
  readonly port: number;
  readonly command?: readonly string[];
  /** Its environment, knowing the port on this machine: a broker tells its clients where it is. */
  readonly environment: (hostPort: number) => Record<string, string>;
  /** Ready when it logs this line, or when this command succeeds in it. */
  readonly ready: { readonly log: RegExp } | { readonly command: string };
  readonly address: (hostPort: number) => string;
}

const START_MS = 90_000;
const PORT_TAKEN = /port is already allocated|address already in use|ports are not available/i;

async function startOn(plan: ContainerPlan, hostPort: number): Promise<StartedTestContainer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  /** testcontainers publishes on every address of the machine; what a test starts is for this machine only. */
  class OnLoopback extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      this.hostConfig.PortBindings = { [`${plan.port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(hostPort) }] };
    }
  }
  const container = new OnLoopback(plan.image)
    .withExposedPorts({ container: plan.port, host: hostPort })
    .withLabels(runLabel)
    .withEnvironment(plan.environment(hostPort))
    .withStartupTimeout(START_MS);
  if (plan.command !== undefined) container.withCommand([...plan.command]);
  if ('log' in plan.ready) container.withWaitStrategy(Wait.forLogMessage(plan.ready.log));
  else {
    const test: ['CMD-SHELL', string] = ['CMD-SHELL', plan.ready.command];
    container.withHealthCheck({ test, interval: 500, timeout: 5_000, retries: 120 }).withWaitStrategy(Wait.forHealthCheck());
  }
  return await container.start();
}

/**
 * Starts a container with its port on 127.0.0.1.
 * @throws NoContainerError when no engine answers, the image cannot be had, or the engine's ports are not this machine's; any other error is a fault of the image or of its settings.
 */
export async function startLocalContainer(plan: ContainerPlan): Promise<TestContainer> {
  await prepareImage(plan.image);
  for (let attempt = 1; ; attempt++) {
    const hostPort = await freePort();
    try {
      const started = await startOn(plan, hostPort);
      const stop = async () => void (await started.stop());
      // What the engine calls its host says little: on a machine that was made from an image, testcontainers takes itself for a container's inhabitant.
      const fault = await knock('127.0.0.1', hostPort);
      if (fault !== undefined) {
        await stop();
        throw new NoContainerError(`the container engine publishes its ports on ${started.getHost()}, not on this machine (${fault})`);
      }
      return { address: plan.address(hostPort), stop };
    } catch (error) {
      // Between the question for a free port and the container's start, somebody else may have taken it.
      if (attempt === 3 || !PORT_TAKEN.test(String(error))) throw error;
    }
  }
}
