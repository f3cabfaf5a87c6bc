import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { CommandError } from './failure.ts';

/**
 * The options and other arguments of a command; a bare `--` is left out, because pnpm hands it on.
 * @param takes whether anything but options may stand there.
 * @throws CommandError with the usage for what the command does not know.
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
  takes: 'names' | 'options' = 'names',
) {
  let parsed;
  try {
    parsed = parseArgs({ args: args.filter((arg) => arg !== '--'), options, allowPositionals: true });
  } catch (error) {
    // Node's message goes on with advice about `--`, which would be wrong here.
    const [message] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new CommandError(`${message}\n${usage}`);
  }
  if (takes === 'options' && parsed.positionals.length > 0) throw new CommandError(usage);
  return parsed;
}
