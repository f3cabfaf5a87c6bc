import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findJava, findMaven, javaMajor } from './java.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "24" 2025-03-18', 24],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2"', 21],
  ['command not found', undefined],
])('%j is Java %s', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});

describe('on a machine', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk java '));
    vi.stubEnv('PATH', join(folder, 'bin'));
    for (const name of ['JAVA_HOME', 'MAVEN_HOME', 'M2_HOME']) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  /** A program that prints a line on standard error, as Java does. */
  function program(place: string, name: string, line: string): string {
    const bin = join(folder, place, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), `#!/bin/sh\necho '${line}' >&2\n`, { mode: 0o755 });
    return join(bin, name);
  }

  test('without Java or Maven, the error says what to install and what to do instead', async () => {
    await expect(findJava()).rejects.toMatchObject({
      code: 'JAVA_MISSING',
      remedy: expect.stringMatching(/Install Java 17.*KAFKA_BROKERS/) as string,
    });
    await expect(findMaven()).rejects.toMatchObject({
      code: 'MAVEN_MISSING',
      remedy: expect.stringMatching(/Install Maven.*KAFKA_BROKERS/) as string,
    });
  });

  test('with a Java that is too old, the error names its version', async () => {
    program('.', 'java', 'java version "1.8.0_402"');
    await expect(findJava()).rejects.toMatchObject({ code: 'JAVA_TOO_OLD', message: expect.stringContaining('version 8') as string });
  });

  test('JAVA_HOME comes first, unless it is too old or not there', async () => {
    program('.', 'java', 'openjdk version "17.0.1"');
    vi.stubEnv('JAVA_HOME', join(folder, 'not there'));
    expect(await findJava()).toBe('java');
    program('old', 'java', 'openjdk version "11.0.1"');
    vi.stubEnv('JAVA_HOME', join(folder, 'old'));
    expect(await findJava()).toBe('java');
    const good = program('good', 'java', 'openjdk version "21.0.1"');
    vi.stubEnv('JAVA_HOME', join(folder, 'good'));
    expect(await findJava()).toBe(good);
  });
});
