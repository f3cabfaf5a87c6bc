import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalServiceError } from '../local-error.ts';
import { lockFolder } from './folder-lock.ts';
import { startToken } from './process-table.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk lock '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one user at a time; the refusal names the process that holds the folder', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(LocalServiceError);
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
  lock.release();
  lock.release();
  lockFolder(folder).release();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, token: null }],
  ['a process whose number another one bears now', { pid: process.pid, token: 'another start' }],
])('a lock left behind by %s is taken over', (_, owner) => {
  writeFileSync(join(folder, 'lock'), JSON.stringify(owner));
  expect(() => lockFolder(folder)).not.toThrow();
});

test('a lock file cut short is taken over', () => {
  writeFileSync(join(folder, 'lock'), '{"pid":');
  expect(() => lockFolder(folder)).not.toThrow();
});

test('a lock that was taken over is not removed by its former holder', () => {
  const first = lockFolder(folder);
  const other = JSON.stringify({ pid: process.ppid, token: startToken(process.ppid) ?? null });
  writeFileSync(join(folder, 'lock'), other);
  first.release();
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid}`);
});
