import { randomUUID } from 'node:crypto';
import { dropDatabase, makeDatabase } from '@copydesk/storage';
import { describe, inject, test } from 'vitest';
import type { BackendAnswer, BackendName } from './provided.ts';

/** A backend for tests, or the reason why there is none. */
export type Backend<Address> =
  | { readonly available: true; readonly address: Address }
  /** `optional`: its tests run on another backend as well, so that it may be missing wherever the others may not. */
  | { readonly available: false; readonly reason: string; readonly optional?: boolean };

async function ask(name: BackendName): Promise<BackendAnswer> {
  const response = await fetch(`${inject('backends')}/${name}`);
  if (!response.ok) throw new Error(`the shared ${name} failed to start: ${await response.text()}`);
  return (await response.json()) as BackendAnswer;
}

async function askBroker(name: 'kafka' | 'kafka-container'): Promise<Backend<readonly string[]>> {
  const answer = await ask(name);
  return answer.available ? { available: true, address: answer.address.split(',') } : answer;
}

/** The broker shared by the whole run: addresses for `createKafkaBus`. Use `testPrefix()` for topics of your own. */
export async function testBroker(): Promise<Backend<readonly string[]>> {
  return askBroker('kafka');
}

/** The same from the image `apache/kafka`, where a container engine answers. */
export async function testBrokerContainer(): Promise<Backend<readonly string[]>> {
  return askBroker('kafka-container');
}

/** The PostgreSQL shared by the whole run: the address of its first database. Use `createTestDatabase` for one of your own. */
export async function testPostgres(): Promise<Backend<string>> {
  return ask('postgres');
}

/** The same from the image `postgres`, where a container engine answers. */
export async function testPostgresContainer(): Promise<Backend<string>> {
  return ask('postgres-container');
}

/** A prefix for topics (and names of groups) that no other test uses. */
export function testPrefix(): string {
  return `t${randomUUID().slice(0, 8)}.`;
}

/** A new, empty database on a server, and how to remove it. */
export async function createTestDatabase(server: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const url = await makeDatabase(server, name);
  return { url, drop: () => dropDatabase(server, name) };
}

/** Why the tests of a backend are skipped, undefined when they are not. With COPYDESK_REQUIRE_BACKENDS=1 (as in CI) nothing but an optional backend may be missing: then this throws. */
export function skipReason(backend: Backend<unknown>): string | undefined {
  if (backend.available) return undefined;
  if (backend.optional !== true && process.env['COPYDESK_REQUIRE_BACKENDS'] === '1')
    throw new Error(`a backend is required here: ${backend.reason}`);
  return backend.reason;
}

/** A group of tests on a backend; where it cannot run, the report shows the group as skipped, with the reason. */
export function describeOn<Address>(name: string, backend: Backend<Address>, tests: (address: Address) => void): void {
  const reason = skipReason(backend);
  /* oxlint-disable vitest/valid-title, vitest/no-conditional-tests, vitest/expect-expect -- this declares the tests of others */
  describe(name, () => {
    if (backend.available) tests(backend.address);
    else test('needs its backend', (context) => context.skip(reason));
  });
}
