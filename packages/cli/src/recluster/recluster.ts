import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { addressFile, dataFolder } from '../store/database-url.ts';

export const usage = `usage: copydesk recluster --compare [--set OPTION=NUMBER…] [--limit N] [--json]
  Decides on every stored article again, by this program's rules and the options of CLUSTER_OPTIONS and --set, and says what would differ
  from what is published: stories that part or become one, articles that move, copies gained and lost. Nothing is written.
  To switch, start the cluster service once with these options and CLUSTER_EPOCH=switch.`;
const reclusterMain = fileURLToPath(new URL('../../../../services/cluster/src/recluster/main.ts', import.meta.url));
const runningSchema = z.object({ brokers: z.string().nullable() });

/** Arguments for the process that compares. @throws CommandError for others than the usage says. */
export function reclusterArguments(args: readonly string[]): string[] {
  const options = {
    compare: { type: 'boolean', default: false },
    set: { type: 'string', multiple: true },
    limit: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  } as const;
  const { compare, set = [], limit, json } = readArguments(args, options, usage, 'options').values;
  if (!compare || !/^\d{1,6}$/.test(limit) || !set.every((each) => /^[a-zA-Z]{1,40}=\d{1,12}(?:\.\d{1,12})?$/.test(each)))
    throw new CommandError(usage);
  return ['--limit', limit, ...set.flatMap((each) => ['--set', each]), ...(json ? ['--json'] : [])];
}

/** The cluster of the environment, else the broker of the `start` that runs on this data folder. */
function brokers(): string {
  const given = process.env['KAFKA_BROKERS'];
  const file = addressFile(dataFolder());
  const running = existsSync(file) ? runningSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).brokers : null;
  const found = given === undefined || given === '' ? running : given;
  if (found === null)
    throw new CommandError('No broker is named: set KAFKA_BROKERS, or run this beside a running `pnpm start` (same COPYDESK_DATA).');
  return found;
}

/** `copydesk recluster --compare`: exit code 1 when it could not compare. */
export async function run(args: readonly string[]): Promise<number> {
  const child = fork(reclusterMain, reclusterArguments(args), { stdio: 'inherit', env: { ...process.env, KAFKA_BROKERS: brokers() } });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return await new Promise((ended) => child.once('close', (code) => ended(code ?? 1)));
}
