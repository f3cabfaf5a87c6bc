import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalServiceError } from '../local-error.ts';
import { runProcess } from '../process/run-process.ts';
import { findMaven } from './java.ts';

/** The version of Apache Kafka that kafka/pom.xml names; part of the folder's name, so that another version never meets old jars. */
const kafkaVersion = '4.3.0';

const pom = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));
const fetchMs = 300_000;

/**
 * The folder with the broker's jars below `cache`, fetched by Maven when they are not there yet (46 files, 44 MB).
 * They are fetched beside it and renamed at the end: a folder of this name is complete.
 * @throws LocalServiceError MAVEN_MISSING, MAVEN_FAILED
 */
export async function brokerJars(cache: string): Promise<string> {
  const folder = join(cache, `libs-${kafkaVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await fetchJars(cache, partial);
    try {
      renameSync(partial, folder);
    } catch (error) {
      // Another process was quicker: its folder is as good.
      if (!existsSync(folder)) throw error;
    }
    return folder;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function fetchJars(cache: string, target: string): Promise<void> {
  const maven = await findMaven();
  const log = join(cache, 'maven.log');
  const running = await runProcess({
    name: 'Maven',
    command: maven,
    args: ['-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${target}`],
    env: process.env,
    cwd: cache,
    log,
  });
  const timer = setTimeout(() => void running.stop(), fetchMs);
  const exit = await running.exited;
  clearTimeout(timer);
  if (exit.code === 0 && existsSync(target)) return;
  const reason = running
    .tail(40)
    .split('\n')
    .find((line) => line.includes('[ERROR]'));
  throw new LocalServiceError(
    'MAVEN_FAILED',
    `Maven could not fetch the Kafka broker: ${reason?.replace('[ERROR]', '').trim().slice(0, 300) ?? `it ended with ${exit.code ?? exit.signal}`}.`,
    `Check that this machine reaches a Maven repository (log: ${log}), or set KAFKA_BROKERS to a broker of yours.`,
  );
}
