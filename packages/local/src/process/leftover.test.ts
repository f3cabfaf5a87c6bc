import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endLeftover } from './leftover.ts';
import { isAlive } from './process-table.ts';

test('a service that outlived its run is ended, a stranger with its number is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk leftover '));
  const file = join(folder, 'pid');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'the-marker'], { stdio: 'ignore' });
  await once(child, 'spawn');
  try {
    writeFileSync(file, `${child.pid}\nmore`);
    await endLeftover(file, 'another-marker');
    expect([isAlive(child.pid!), existsSync(file)]).toEqual([true, false]);
    writeFileSync(file, `${child.pid}`);
    await endLeftover(file, 'the-marker');
    expect(isAlive(child.pid!)).toBe(false);
    await endLeftover(file, 'the-marker');
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
