import { createExtractor, explainArticle, explanationText } from '@copydesk/facts';
import { findArticle } from '@copydesk/storage';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../failure.ts';
import { openLedger } from '../store/database-url.ts';

export const usage = 'usage: copydesk explain ARTICLE [--json]';

/** `copydesk explain ARTICLE [--json]`: the article sentence by sentence, with the mentions kept and the candidates refused and why. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, usage);
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new CommandError(usage);
  const database = await openLedger('explain');
  try {
    const stored = await findArticle(database, id);
    if (stored === undefined) throw new CommandError(`There is no article ${id} in the ledger.`);
    const explanation = explainArticle(createExtractor(), stored.article);
    console.log(values.json === true ? JSON.stringify(explanation) : explanationText(explanation));
    return 0;
  } finally {
    await database.destroy();
  }
}
