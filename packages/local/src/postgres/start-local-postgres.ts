import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../free-port.ts';
import { LocalServiceError } from '../local-error.ts';
import type { FolderLock } from '../process/folder-lock.ts';
import { lockFolder } from '../process/folder-lock.ts';
import { endLeftover } from '../process/leftover.ts';
import type { ProcessExit, RunningProcess } from '../process/run-process.ts';
import { runProcess } from '../process/run-process.ts';
import { waitUntil } from '../wait-until.ts';
import { findPostgres } from './binaries.ts';
import type { RunPostgres } from './initialise.ts';
import { databaseUser, initialise } from './initialise.ts';
import type { RunAs } from './plain-user.ts';
import { choosePlainUser } from './plain-user.ts';
import type { PostgresHome } from './postgres-folder.ts';
import { findMadeFor, preparePostgresHome } from './postgres-folder.ts';

/** Settings of a local PostgreSQL. */
export interface LocalPostgresOptions {
  /** The data folder; everything lies below its `postgres` and `logs`. */
  readonly dataDir: string;
  /** The port to take when it is free (54329 when not given); another one when it is not. */
  readonly port?: number;
  /** The database made at the first start; `copydesk` when not given. Lower-case letters, digits and underscores. */
  readonly database?: string;
  /** Server settings over ours, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** False leaves user namespaces out (for trying the other way as root). */
  readonly allowNamespace?: boolean;
}

/** A running PostgreSQL. */
export interface LocalPostgres {
  /** Connection address with user and password. */
  readonly url: string;
  readonly pid: number;
  readonly log: string;
  /** Resolves when the server has ended, wanted or not. */
  readonly exited: Promise<ProcessExit>;
  /** Ends open sessions and the server (within 6 s), and gives the folder free. */
  stop(): Promise<void>;
}

const readyMs = 40_000;

/**
 * Starts a PostgreSQL of our own, initialised once and found again with its data at the next start. It listens on 127.0.0.1 only, asks for a generated password kept in `<dataDir>/postgres/password`,
 * and ends when this process ends, however that happens.
 * @throws LocalServiceError BINARIES_MISSING, NO_PLAIN_USER, FOLDER_IN_USE, FORMAT_FAILED, START_FAILED, NOT_READY
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const database = options.database ?? 'copydesk';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(database)) throw new RangeError(`not a plain database name: ${database}`);
  const binaries = await findPostgres();
  const folder = join(resolve(options.dataDir), 'postgres');
  const madeFor = findMadeFor(folder);
  const runAs = choosePlainUser({ allowNamespace: options.allowNamespace ?? true, madeFor });
  if (runAs === undefined) throw noUser(madeFor);
  const lock = lockFolder(folder);
  try {
    const home = preparePostgresHome(folder, binaries, runAs);
    const log = join(resolve(options.dataDir), 'logs', 'postgres.log');
    const run = launcher(home, runAs, log);
    const password = await initialise(home, folder, database, runAs, run);
    await endLeftover(join(home.folder, 'data', 'postmaster.pid'), join(home.folder, 'data'), 'SIGINT');
    const { running, port } = await startOnFreePort(home, options, run);
    return handle(running, `postgresql://${databaseUser}:${password}@127.0.0.1:${port}/${database}`, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function noUser(madeFor: 'own' | 'switched' | undefined): LocalServiceError {
  const why = madeFor === 'own' ? 'this system refuses the user namespace that its data were made in' : 'this machine has no other user';
  return new LocalServiceError(
    'NO_PLAIN_USER',
    `PostgreSQL cannot run as root, and ${why}.`,
    'Run as another user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

function handle(running: RunningProcess, url: string, lock: FolderLock): LocalPostgres {
  return {
    url,
    pid: running.pid,
    log: running.log,
    exited: running.exited,
    async stop() {
      await running.stop(6000);
      lock.release();
    },
  };
}

function launcher(home: PostgresHome, runAs: RunAs, log: string): RunPostgres {
  return (name, program, args, input) => {
    const [command, ...rest] = runAs.way === 'mapped' ? [...runAs.prefix, program, ...args] : [program, ...args];
    return runProcess({
      name,
      command: command ?? program,
      args: rest,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      cwd: home.folder,
      log,
      // SIGINT ends open sessions and writes a checkpoint; SIGTERM would wait for the sessions to end by themselves.
      stopSignal: 'SIGINT',
      ...(input === undefined ? {} : { input }),
      ...(runAs.way === 'switched' ? { user: { uid: runAs.uid, gid: runAs.gid } } : {}),
    });
  };
}

async function startOnFreePort(
  home: PostgresHome,
  options: LocalPostgresOptions,
  run: RunPostgres,
): Promise<{ running: RunningProcess; port: number }> {
  const data = join(home.folder, 'data');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? (options.port ?? 54_329) : undefined);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      jit: 'off',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...options.settings,
    };
    const running = await run('PostgreSQL', home.binaries.postgres, [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ]);
    const ready = await waitUntil(() => !running.running || saysReady(data, running.pid), readyMs);
    if (ready && running.running) return { running, port };
    const portTaken = !running.running && running.tail(12).includes('could not create any TCP/IP sockets');
    await running.stop(2000);
    if (portTaken && attempt < 4) continue;
    throw new LocalServiceError(
      ready ? 'START_FAILED' : 'NOT_READY',
      ready ? `PostgreSQL ended while it was starting: ${running.tail(1)}` : `PostgreSQL was not ready within ${readyMs / 1000} s.`,
      `See ${running.log}.`,
    );
  }
}

/** The server writes its state into the eighth line of its pid file; pg_ctl reads it there too. */
function saysReady(data: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
