import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalServiceError } from '../local-error.ts';
import { waitUntil } from '../wait-until.ts';
import { startNodeProcess, stopAll } from './node-process.ts';
import { isAlive } from './process-table.ts';
import { runProcess } from './run-process.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk run '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));

function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a program writes into its log, and its end is known', async () => {
  const main = program('short.mjs', 'console.log(process.env.GREETING); console.error("and an error"); process.exitCode = 3;');
  const running = await startNodeProcess({ name: 'short', main, env: { GREETING: 'good day' } }, folder);
  expect(await running.exited).toEqual({ code: 3, signal: null });
  expect(running.running).toBe(false);
  expect(readFileSync(join(folder, 'logs', 'short.log'), 'utf8')).toBe('good day\nand an error\n');
});

test('an orderly end is waited for; a program that will not end is killed', async () => {
  const polite = program(
    'polite.mjs',
    'process.on("SIGTERM", () => { console.log("ending"); process.exit(0); }); setInterval(() => {}, 1000); console.log("ready")',
  );
  const stubborn = program('stubborn.mjs', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("ready")');
  const running = await Promise.all([
    startNodeProcess({ name: 'polite', main: polite }, folder),
    startNodeProcess({ name: 'stubborn', main: stubborn }, folder),
  ]);
  await waitUntil(() => running.every((each) => each.tail() === 'ready'), 10_000);
  await stopAll(running, 500);
  expect(await Promise.all(running.map((each) => each.exited))).toEqual([
    { code: 0, signal: null },
    { code: null, signal: 'SIGKILL' },
  ]);
});

test('a program that is not there is refused with a code', async () => {
  const started = runProcess({ name: 'nothing', command: join(folder, 'nothing'), args: [], env: {}, log: join(folder, 'nothing.log') });
  await expect(started).rejects.toThrow(LocalServiceError);
});

test('children end when their parent is killed, those that talk to it and those that do not', async () => {
  const forever = program('forever.mjs', 'setInterval(() => {}, 1000)');
  const parent = program(
    'parent.mjs',
    `import { startNodeProcess } from ${source('./node-process.ts')}; import { runProcess } from ${source('./run-process.ts')};
     const folder = ${JSON.stringify(folder)};
     const one = await startNodeProcess({ name: 'one', main: ${JSON.stringify(forever)} }, folder);
     const two = await runProcess({ name: 'two', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], env: process.env, log: folder + '/two.log' });
     console.log(one.pid + ' ' + two.pid);`,
  );
  const child = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pids = await new Promise<number[]>((resolve) =>
    child.stdout.once('data', (line) => resolve(String(line).trim().split(' ').map(Number))),
  );
  expect(pids.map(isAlive)).toEqual([true, true]);
  child.kill('SIGKILL');
  expect(await waitUntil(() => !pids.some(isAlive), 10_000)).toBe(true);
});
