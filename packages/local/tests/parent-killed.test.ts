import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startLocalPostgres, waitUntil } from '../src/index.ts';
import { findPostgres } from '../src/postgres/binaries.ts';
import { choosePlainUser } from '../src/postgres/plain-user.ts';
import { isAlive } from '../src/process/process-table.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk killed '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reason = await findPostgres().then(
  () => (choosePlainUser() === undefined ? 'there is no user to run PostgreSQL as' : undefined),
  (error: Error) => error.message,
);

/** Starts a PostgreSQL from a process of its own; gives both process ids. */
async function startElsewhere(): Promise<{ parent: number; server: number }> {
  const main = join(folder, 'parent.mjs');
  const source = pathToFileURL(join(import.meta.dirname, '..', 'src', 'index.ts')).href;
  writeFileSync(
    main,
    `import { startLocalPostgres } from ${JSON.stringify(source)}; console.log((await startLocalPostgres({ dataDir: ${JSON.stringify(folder)} })).pid);`,
  );
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
  const server = await new Promise<number>((resolve) => child.stdout.once('data', (line) => resolve(Number(line))));
  return { parent: child.pid!, server };
}

/** Process ids of the guard of a process: its child that runs guard-main. */
function guardsOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const ofParent = readFileSync(`/proc/${pid}/stat`, 'utf8').includes(`) S ${parent} `);
        return ofParent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('guard-main');
      } catch {
        return false;
      }
    });
}

/** Kills the guard, once it has lived long enough to be replaced, and waits for the next one. */
async function killGuard(parent: number): Promise<void> {
  const [guard] = guardsOf(parent);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  process.kill(guard!, 'SIGKILL');
  if (!(await waitUntil(() => guardsOf(parent).some((pid) => pid !== guard), 5000))) throw new Error('no second guard');
}

test('a server ends when the process that started it is killed, also with a second guard', async (context) => {
  context.skip(reason !== undefined, reason);
  const { parent, server } = await startElsewhere();
  if (process.platform === 'linux') await killGuard(parent);
  expect(isAlive(server)).toBe(true);
  process.kill(parent, 'SIGKILL');
  expect(await waitUntil(() => !isAlive(server), 10_000)).toBe(true);
});

test('a server that outlived its process and its guard is ended by the next start, and its data is used', async (context) => {
  context.skip(reason !== undefined, reason);
  context.skip(process.platform !== 'linux', 'guards are looked for in /proc');
  const { parent, server } = await startElsewhere();
  const guards = guardsOf(parent);
  expect(guards).toHaveLength(1);
  // Both stand still first: neither may see the other go.
  for (const pid of [...guards, parent]) process.kill(pid, 'SIGSTOP');
  for (const pid of [parent, ...guards]) process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isAlive(parent), 5000);
  expect(isAlive(server)).toBe(true);
  const next = await startLocalPostgres({ dataDir: folder });
  expect(isAlive(server)).toBe(false);
  await next.stop();
});
