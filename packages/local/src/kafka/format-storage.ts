import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServiceError } from '../local-error.ts';
import type { RunningProcess } from '../process/run-process.ts';
import { brokerProperties, writeProperties } from './broker-properties.ts';

/** Runs a main class of Kafka. */
export type RunKafka = (name: string, main: string, args: readonly string[]) => Promise<RunningProcess>;

/** A user whom the broker knows from its first start, with a password it keeps salted. The storage tool takes them in its arguments, which others on the machine can see: for tests. */
export interface ScramUser {
  readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
  readonly name: string;
  /** Without commas, brackets and quotation marks. */
  readonly password: string;
}

/** Formats the storage on first use and returns the cluster's id. It is formatted under another name and renamed: half a format is never used. */
export async function formatStorage(folder: string, run: RunKafka, users: readonly ScramUser[] = []): Promise<string> {
  const data = join(folder, 'data');
  if (!existsSync(data)) {
    const partial = 'data.partial';
    rmSync(join(folder, partial), { recursive: true, force: true });
    mkdirSync(join(folder, partial));
    writeFileSync(join(folder, 'format.properties'), writeProperties(brokerProperties({ client: 9092, controller: 9093 }, partial)));
    const id = newClusterId();
    const formatter = await run('the Kafka storage tool', 'kafka.tools.StorageTool', [
      'format',
      '--standalone',
      '-t',
      id,
      '-c',
      'format.properties',
      ...users.flatMap(({ mechanism, name, password }) => ['--add-scram', `${mechanism}=[name=${name},password=${password}]`]),
    ]);
    if ((await formatter.exited).code !== 0) {
      throw failed(`could not be formatted: ${formatter.tail(1)}`, `See ${formatter.log}; remove ${folder} to begin anew.`, folder);
    }
    renameSync(join(folder, partial), data);
  }
  const id = /^cluster\.id=(\S+)$/m.exec(readFileSync(join(data, 'meta.properties'), 'utf8'))?.[1];
  if (id === undefined) throw failed('names no cluster id', `Remove ${folder} to begin anew.`, folder);
  return id;
}

/** 128 random bits as Kafka writes them. An id that begins with a hyphen would be read as an option of the storage tool (Kafka's own ids never do). */
export function newClusterId(random: () => string = randomUUID): string {
  for (;;) {
    const id = Buffer.from(random().replaceAll('-', ''), 'hex').toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

function failed(what: string, remedy: string, folder: string): LocalServiceError {
  return new LocalServiceError('FORMAT_FAILED', `The Kafka storage in ${folder} ${what}.`, remedy);
}
