// `copydesk COMMAND`: what operators type. Each command answers with its exit code; errors are one clear sentence.
import { commandNames, findCommand } from './commands.ts';
import { explainFailure } from './failure.ts';

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : findCommand(name);
if (load === undefined) {
  console.error(`usage: copydesk COMMAND [OPTIONS]\ncommands: ${commandNames.join(', ')}`);
  process.exit(name === undefined || name === 'help' || name === '--help' ? 0 : 2);
}
try {
  const command = await load();
  process.exit(await command.run(args));
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
