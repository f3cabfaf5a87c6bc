import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServiceError } from '../local-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { RunAs } from './plain-user.ts';

/** Where a PostgreSQL lives: its programs and its data, both readable by the user it runs as. */
export interface PostgresHome {
  readonly binaries: PostgresBinaries;
  /** Holds `data` and, during the first start, `data.partial`; writable by that user. */
  readonly folder: string;
}

/** Root's own folders are closed to others: a user that we switch to gets a copy of the programs, and the data, in a folder of the system that it may enter. */
const openFolderRoot = '/var/tmp';

function openFolder(folder: string): string {
  return join(openFolderRoot, `copydesk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

/** Where the data of a folder are already: in it, or in its open folder; undefined before the first start. */
export function findMadeFor(folder: string): 'own' | 'switched' | undefined {
  if (existsSync(join(folder, 'data'))) return 'own';
  return existsSync(join(openFolder(folder), 'home', 'data')) ? 'switched' : undefined;
}

/**
 * The home for a data folder. `direct` and `mapped` run from where everything is; `switched` gets a folder below /var/tmp whose name comes from the data folder's path.
 * @throws LocalServiceError NO_PLAIN_USER when a folder of that name belongs to somebody else
 */
export function preparePostgresHome(folder: string, binaries: PostgresBinaries, runAs: RunAs): PostgresHome {
  if (runAs.way !== 'switched') return { binaries, folder };
  const open = openFolder(folder);
  mkdirSync(open, { recursive: true, mode: 0o755 });
  const found = lstatSync(open);
  // Everybody may make names in that folder: only one that is ours, and that nobody else can write, is used.
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new LocalServiceError(
      'NO_PLAIN_USER',
      `PostgreSQL cannot run as root, and ${open} belongs to somebody else.`,
      `Remove ${open}, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  const root = copyPrograms(binaries, open);
  const home = join(open, 'home');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, runAs.uid, runAs.gid);
  return { folder: home, binaries: { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') } };
}

function copyPrograms(binaries: PostgresBinaries, open: string): string {
  const root = join(open, `native-${createHash('sha256').update(binaries.root).digest('hex').slice(0, 8)}`);
  if (!existsSync(root)) {
    const partial = `${root}.partial`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, root);
  }
  return root;
}
