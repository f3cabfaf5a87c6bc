import { rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from '../free-port.ts';
import { LocalServiceError } from '../local-error.ts';
import { endLeftover } from '../process/leftover.ts';
import { lockFolder } from '../process/folder-lock.ts';
import type { ProcessExit, RunningProcess } from '../process/run-process.ts';
import { runProcess } from '../process/run-process.ts';
import { waitUntil } from '../wait-until.ts';
import { askBroker } from './broker-handshake.ts';
import { brokerJars } from './broker-jars.ts';
import type { BrokerPorts } from './broker-properties.ts';
import { brokerProperties, writeProperties } from './broker-properties.ts';
import type { RunKafka, ScramUser } from './format-storage.ts';
import { formatStorage } from './format-storage.ts';
import { findJava } from './java.ts';

/** Settings of a local broker. */
export interface LocalKafkaOptions {
  /** The data folder; everything lies below its `kafka` and `logs`. */
  readonly dataDir: string;
  /** The port to take when it is free (9092 when not given); another one when it is not. */
  readonly port?: number;
  /** Where the jars are kept, when several data folders share them; `<dataDir>/kafka` when not given. */
  readonly jarCache?: string;
  /** Java heap, MB; 384 when not given. */
  readonly heapMb?: number;
  /** Users made with the storage, at the first start. */
  readonly scramUsers?: readonly ScramUser[];
  /** Broker settings over ours, or what makes them from ours. */
  readonly properties?: Readonly<Record<string, string>> | ((ours: Readonly<Record<string, string>>) => Record<string, string>);
}

/** A running broker. */
export interface LocalKafka {
  readonly brokers: readonly string[];
  readonly pid: number;
  readonly log: string;
  /** Resolves when the broker has ended, wanted or not. */
  readonly exited: Promise<ProcessExit>;
  /** Ends the broker (within 6 s) and gives the folder free. */
  stop(): Promise<void>;
}

const readyMs = 40_000;
const logSettings = pathToFileURL(fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url))).href;

/**
 * Starts a Kafka broker of our own, formatted once and found again with its data at the next start. It listens on 127.0.0.1 only, and ends when this process ends, however that happens.
 * @throws LocalServiceError JAVA_MISSING, JAVA_TOO_OLD, MAVEN_MISSING, MAVEN_FAILED, FOLDER_IN_USE, FORMAT_FAILED, START_FAILED, NOT_READY
 */
export async function startLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const dataDir = resolve(options.dataDir);
  const folder = join(dataDir, 'kafka');
  const log = join(dataDir, 'logs', 'kafka.log');
  const java = await findJava();
  const jars = await brokerJars(options.jarCache ?? folder);
  const lock = lockFolder(folder);
  try {
    await endLeftover(join(folder, 'pid'), marker(folder));
    const run = (name: string, main: string, args: readonly string[]) =>
      runProcess({
        name,
        command: java,
        args: [...javaArguments(folder, jars, options.heapMb ?? 384), main, ...args],
        env: javaEnvironment(),
        cwd: folder,
        log,
      });
    const clusterId = await formatStorage(folder, run, options.scramUsers);
    const { running, ports } = await startOnFreePorts(folder, options, clusterId, run);
    return {
      brokers: [`127.0.0.1:${ports.client}`],
      pid: running.pid,
      log,
      exited: running.exited,
      async stop() {
        await running.stop(6000);
        rmSync(join(folder, 'pid'), { force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Names the folder in the command line, so that a broker of ours can be told from any other program. */
function marker(folder: string): string {
  return `-Dcopydesk.folder=${folder}`;
}

/** Paths are relative to the folder the broker runs in: commas, colons and blanks in the data folder's own path cannot break lists of paths. */
function javaArguments(folder: string, jars: string, heapMb: number): string[] {
  const memory = [`-Xmx${heapMb}m`, '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];
  return [
    ...memory,
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${logSettings}`,
    marker(folder),
    '-cp',
    join(relative(folder, jars), '*'),
  ];
}

/** A plain UTF-8 locale: with LANG=C, Java would garble paths beyond ASCII. Variables that change how Java starts are left out. */
function javaEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], JAVA_HOME: process.env['JAVA_HOME'], LC_ALL: 'C.UTF-8' };
}

function settings(ports: BrokerPorts, { properties }: LocalKafkaOptions): Record<string, string> {
  const ours = brokerProperties(ports, 'data');
  return { ...ours, ...(typeof properties === 'function' ? properties(ours) : properties) };
}

async function startOnFreePorts(
  folder: string,
  options: LocalKafkaOptions,
  clusterId: string,
  run: RunKafka,
): Promise<{ running: RunningProcess; ports: BrokerPorts }> {
  for (let attempt = 1; ; attempt++) {
    const client = await freePort(attempt === 1 ? (options.port ?? 9092) : undefined);
    const ports = { client, controller: await freePort(undefined, [client]) };
    writeFileSync(join(folder, 'server.properties'), writeProperties(settings(ports, options)));
    const running = await run('the Kafka broker', 'kafka.Kafka', ['server.properties']);
    writeFileSync(join(folder, 'pid'), String(running.pid));
    const ready = await waitUntil(async () => !running.running || (await isOurs(client, clusterId)), readyMs);
    if (ready && running.running) return { running, ports };
    // Between finding a port free and using it, another program may have taken it.
    const portTaken = !running.running && running.tail(60).includes('Address already in use');
    await running.stop(2000);
    if (portTaken && attempt < 4) continue;
    throw new LocalServiceError(
      ready ? 'START_FAILED' : 'NOT_READY',
      ready ? 'The Kafka broker ended while it was starting.' : `The Kafka broker did not answer within ${readyMs / 1000} s.`,
      `See ${running.log}.`,
    );
  }
}

async function isOurs(port: number, clusterId: string): Promise<boolean> {
  const answer = await askBroker(port);
  return answer !== undefined && answer.clusterId === clusterId && answer.brokers > 0 && answer.controllerId >= 0;
}
