import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const root = new URL('../../../', import.meta.url);
export const mainOf = (service: string) => fileURLToPath(new URL(`services/${service}/src/main.ts`, root));
export const cli = fileURLToPath(new URL('packages/cli/src/main.ts', root));

export interface Ended {
  code: number | null;
  /** What was said at level error and above, as sentences. */
  sentences: string[];
  output: string;
}

/** Runs a program of ours to its end, in an environment of its own. */
export async function run(file: string, environment: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const sentences = output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return line.trim() === '' ? [] : [line];
    const entry = JSON.parse(line) as { level: number; msg: string };
    return entry.level >= 50 ? [entry.msg] : [];
  });
  return { code, sentences, output };
}

/** The program said why in one sentence, and ended with exit code 1. */
export function expectSentence({ code, sentences, output }: Ended, says: RegExp): void {
  expect(output).toMatch(says);
  expect(code).toBe(1);
  expect(sentences.some((sentence) => says.test(sentence))).toBe(true);
  expect(sentences.filter((sentence) => /^\s+at /.test(sentence))).toEqual([]);
}

/** A port that nobody listens on; who asks for it a moment later gets it. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface Readiness {
  ready: boolean;
  conditions: Record<string, { ok: boolean; detail: string }>;
}

/** Runs a service until the test has seen what it waits for. */
export async function whileRunning(
  service: string,
  environment: Readonly<Record<string, string>>,
  test: (look: () => Promise<Readiness | undefined>, output: () => string) => Promise<void>,
): Promise<void> {
  const health = await closedPort();
  const child = spawn(process.execPath, [mainOf(service)], {
    env: { PATH: process.env['PATH'], HEALTH_PORT: String(health), API_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const look = async () =>
    await fetch(`http://127.0.0.1:${health}/readyz`).then(
      async (response) => (await response.json()) as Readiness,
      () => undefined,
    );
  try {
    await test(look, () => output);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
}
