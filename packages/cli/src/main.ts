// `copydesk COMMAND`: what operators type. Each command answers with its exit code; errors are one clear sentence.
import { findCommand, overview } from './commands.ts';
import { explainFailure } from './failure.ts';

/** Ends the process when what was written is out: a pipe takes its time, and leaving before it would cut the output short. */
async function end(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise<void>((written) => stream.write('', () => written()));
  process.exit(code);
}

const given = process.argv.slice(2);
// `help COMMAND` is `COMMAND --help`.
const [name, ...args] = given[0] === 'help' && given.length > 1 ? [...given.slice(1), '--help'] : given;
const load = name === undefined ? undefined : findCommand(name);
if (load === undefined) {
  const asked = name === undefined || name === 'help' || name === '--help' || name === '-h';
  console[asked ? 'log' : 'error'](asked ? overview() : `copydesk: there is no command ${name}.\n${overview()}`);
  await end(asked ? 0 : 2);
} else {
  try {
    const command = await load();
    if (args.includes('--help') || args.includes('-h')) {
      console.log(command.usage);
      await end(0);
    }
    await end(await command.run(args));
  } catch (error) {
    console.error(explainFailure(error));
    await end(1);
  }
}
