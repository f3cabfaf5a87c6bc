import { verifyStore } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { openLedger } from './database-url.ts';

export const usage = 'usage: copydesk verify [--json]';

/** `copydesk verify`: exit code 1 when anything is at fault. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean' } }, usage, 'options');
  const database = await openLedger('verify');
  try {
    const report = await verifyStore(database);
    if (values.json === true) console.log(JSON.stringify({ ...report, faults: report.faults.length, first: report.faults.slice(0, 20) }));
    else {
      for (const fault of report.faults.slice(0, 100)) console.log(fault);
      console.log(
        `${report.articles} articles, ${report.mentions} mentions, ${report.facts} facts checked: ${report.faults.length} faults`,
      );
    }
    return report.faults.length === 0 ? 0 : 1;
  } finally {
    await database.destroy();
  }
}
