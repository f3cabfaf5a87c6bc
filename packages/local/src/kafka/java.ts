import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServiceError } from '../local-error.ts';

const leastJava = 17;

/** Runs a program to its end; undefined when it is not there or fails. Its standard output and error, joined. */
function ask(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout: 30_000, encoding: 'utf8' }, (error, stdout, stderr) =>
      resolve(error === null ? stdout + stderr : undefined),
    );
  });
}

function candidates(variables: readonly string[], program: string): string[] {
  const homes = variables.map((name) => process.env[name]).filter((home) => home !== undefined && home !== '');
  return [...homes.map((home) => join(String(home), 'bin', program)).filter((path) => existsSync(path)), program];
}

/** The major version in what `java -version` prints: `17.0.15` and `1.8.0_402` (which is 8); undefined when there is none. */
export function javaMajor(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output.slice(0, 2000));
  return match === null ? undefined : Number(match[1]);
}

/**
 * The Java program to run a broker with: that of JAVA_HOME when it is set, else the one on the path.
 * @throws LocalServiceError JAVA_MISSING, JAVA_TOO_OLD
 */
export async function findJava(): Promise<string> {
  const remedy = `Install Java ${leastJava} or newer (for example the package openjdk-17-jre-headless), or set KAFKA_BROKERS to a broker of yours.`;
  let oldest: number | undefined;
  for (const java of candidates(['JAVA_HOME'], 'java')) {
    const output = await ask(java, ['-version']);
    const major = output === undefined ? undefined : javaMajor(output);
    if (major !== undefined && major >= leastJava) return java;
    oldest = major ?? oldest;
  }
  if (oldest === undefined)
    throw new LocalServiceError('JAVA_MISSING', 'No Kafka broker can be started here: there is no Java on this machine.', remedy);
  throw new LocalServiceError(
    'JAVA_TOO_OLD',
    `No Kafka broker can be started here: Java is version ${oldest}, and Kafka needs ${leastJava}.`,
    remedy,
  );
}

/**
 * The Maven program that fetches the broker's jars: that of MAVEN_HOME or M2_HOME, else the one on the path.
 * @throws LocalServiceError MAVEN_MISSING
 */
export async function findMaven(): Promise<string> {
  for (const maven of candidates(['MAVEN_HOME', 'M2_HOME'], 'mvn')) {
    if ((await ask(maven, ['-v'])) !== undefined) return maven;
  }
  throw new LocalServiceError(
    'MAVEN_MISSING',
    'No Kafka broker can be started here: there is no Maven (mvn) on this machine to fetch it.',
    'Install Maven (for example the package maven), or set KAFKA_BROKERS to a broker of yours.',
  );
}
