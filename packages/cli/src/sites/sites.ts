import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSite, readSites } from '@copydesk/article';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { exitFor, printEntries } from '../feeds/command.ts';
import type { Entry } from '../feeds/command.ts';

export const usage = 'usage: copydesk sites check FOLDER… [--json]';

/** Each file of rules with what is wrong with it. */
function checkFolder(folder: string): Entry[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const { files, faults } = readSites(names.map((file) => ({ file, json: readFileSync(join(folder, file), 'utf8') })));
  const refused = faults.map(({ file, fault }): Entry => ({ name: file, result: 'cannot be used', code: 'site-rules', detail: fault }));
  const checked = files.map(({ file, rules }): Entry => {
    let html: string;
    try {
      html = readFileSync(join(folder, rules.test.page), 'utf8');
    } catch (error) {
      return { name: file, result: 'has no page', code: 'site-page', detail: error instanceof Error ? error.message : String(error) };
    }
    const found = checkSite(rules, html);
    return found.length === 0
      ? { name: file, result: 'fits' }
      : { name: file, result: 'does not fit', code: 'site-page', detail: found.join('; ') };
  });
  return [...refused, ...checked].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `copydesk sites check`: whether the rules of each site fit the page beside them. @returns the exit code. */
export function sitesCommand(args: readonly string[], print: (line: string) => void): number {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, usage);
  const [action, ...folders] = positionals;
  if (action !== 'check' || folders.length === 0) throw new CommandError(usage);
  const entries = folders.flatMap(checkFolder);
  if (entries.length === 0) throw new CommandError(`There are no .json files in ${folders.join(', ')}.`);
  printEntries(entries, values.json === true, print);
  return exitFor(entries);
}

/** `copydesk sites …`. */
export async function run(args: readonly string[]): Promise<number> {
  return await Promise.resolve(sitesCommand(args, (line) => console.log(line)));
}
