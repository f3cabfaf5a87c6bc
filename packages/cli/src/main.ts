// `copydesk COMMAND`: what operators type. Each command answers with its exit code; errors are one clear sentence.
import { commandNames, findCommand } from './commands.ts';
import { explainFailure } from './failure.ts';

/** Ends the process when what was written is out: a pipe takes its time, and leaving before it would cut the output short. */
async function end(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise<void>((written) => stream.write('', () => written()));
  process.exit(code);
}

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : findCommand(name);
if (load === undefined) {
  console.error(`usage: copydesk COMMAND [OPTIONS]\ncommands: ${commandNames.join(', ')}`);
  process.exit(name === undefined || name === 'help' || name === '--help' ? 0 : 2);
}
try {
  const command = await load();
  await end(await command.run(args));
} catch (error) {
  console.error(explainFailure(error));
  await end(1);
}
