import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';

export interface StartOptions {
  /** End when every input has its outcome. */
  once: boolean;
  /** Print one JSON line last, and nothing else on standard output. */
  json: boolean;
  /** Files and folders to read, absolute. */
  input: string[];
}

export const usage = 'usage: pnpm start [--once] [--json] [--input PATH…]';

/** @throws CommandError for an unknown option or a path that is not there. */
export function readOptions(args: readonly string[], seeds: string): StartOptions {
  const options = { once: { type: 'boolean' }, json: { type: 'boolean' }, input: { type: 'string', multiple: true } } as const;
  const { values, positionals } = readArguments(args, options, usage);
  if (positionals.length > 0 && values.input === undefined) throw new CommandError(usage);
  const given = values.input === undefined ? [seeds] : [...values.input, ...positionals];
  // pnpm runs scripts in the project's folder; paths are meant from where the person stands.
  const input = given.map((path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path));
  for (const path of input) if (!existsSync(path)) throw new CommandError(`There is no file or folder ${path}.`);
  return { once: values.once ?? false, json: values.json ?? false, input };
}
