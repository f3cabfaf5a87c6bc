import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServiceError } from '../local-error.ts';
import { isAlive, startToken } from './process-table.ts';

/** A held lock; `release` may be called more than once. */
export interface FolderLock {
  readonly path: string;
  release(): void;
}

interface Owner {
  readonly pid: number;
  readonly token: string | null;
}

function readOwner(path: string): { owner: Owner | undefined; text: string } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const owner = JSON.parse(text) as Partial<Owner>;
    return { owner: Number.isSafeInteger(owner.pid) ? { pid: Number(owner.pid), token: owner.token ?? null } : undefined, text };
  } catch {
    return { owner: undefined, text };
  }
}

/** A lock outlives its process after kill -9; process ids are given out again, so the start time is compared too. */
function isHeld(owner: Owner | undefined): owner is Owner {
  if (owner === undefined || !isAlive(owner.pid)) return false;
  const token = startToken(owner.pid);
  return token === undefined || owner.token === null || token === owner.token;
}

/**
 * Makes this process the only user of a folder (created when it is not there) by a file `lock` in it.
 * A lock left behind by a process that no longer runs is taken over.
 * @throws LocalServiceError FOLDER_IN_USE, naming the process that holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  const mine = `${path}.${process.pid}.${performance.now()}`;
  const content = JSON.stringify({ pid: process.pid, token: startToken(process.pid) ?? null });
  // A link is made at once with its content: no other process can ever see a lock file half written.
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(mine, path);
        return { path, release: () => release(path, content) };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      takeAway(path, folder, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw inUse(folder, undefined);
}

function takeAway(path: string, folder: string, aside: string): void {
  const found = readOwner(path);
  if (found === undefined) return;
  if (isHeld(found.owner)) throw inUse(folder, found.owner.pid);
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  // Somebody else may have taken the stale lock over between our look and our rename: then it is put back.
  const moved = readOwner(aside);
  if (moved !== undefined && moved.text !== found.text && isHeld(moved.owner)) {
    renameSync(aside, path);
    throw inUse(folder, moved.owner.pid);
  }
  rmSync(aside, { force: true });
}

function release(path: string, content: string): void {
  if (readOwner(path)?.text === content) rmSync(path, { force: true });
}

function inUse(folder: string, pid: number | undefined): LocalServiceError {
  return new LocalServiceError(
    'FOLDER_IN_USE',
    `The folder ${folder} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}.`,
    `End ${pid === undefined ? 'that process' : `process ${pid}`} first, or choose another folder.`,
  );
}
