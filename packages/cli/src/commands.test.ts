import { expect, it } from 'vitest';
import { commandNames, findCommand, overview } from './commands.ts';

it.each(commandNames)('%s says how it is called', async (name) => {
  const command = await findCommand(name)?.();
  expect(command?.usage).toMatch(new RegExp(`^usage: (?:copydesk|pnpm) ${name}\\b`));
  expect(overview()).toContain(`\n  ${name} `);
});

it.each(['dump', 'verify', 'init', 'explain', 'make-secrets', 'migrate', 'recluster'])(
  '%s refuses an option that it does not know',
  async (name) => {
    await expect((await findCommand(name)?.())?.run(['--jsno'])).rejects.toThrow(/Unknown option '--jsno'\nusage: /);
  },
);

it('knows no other command, nor a property that every object has', () => {
  expect(findCommand('nope')).toBeUndefined();
  expect(findCommand('constructor')).toBeUndefined();
});
