import { createExtractor, explainArticle, explanationText } from '@copydesk/facts';
import { findArticle } from '@copydesk/storage';
import { CommandError } from '../failure.ts';
import { openLedger } from '../store/database-url.ts';

/** `copydesk explain ARTICLE [--json]`: the article sentence by sentence, with the mentions kept and the candidates refused and why. */
export async function run(args: readonly string[]): Promise<number> {
  const id = args.find((arg) => !arg.startsWith('-'));
  if (id === undefined) throw new CommandError('usage: copydesk explain ARTICLE [--json]');
  const database = await openLedger('explain');
  try {
    const stored = await findArticle(database, id);
    if (stored === undefined) throw new CommandError(`There is no article ${id} in the ledger.`);
    const explanation = explainArticle(createExtractor(), stored.article);
    console.log(args.includes('--json') ? JSON.stringify(explanation) : explanationText(explanation));
    return 0;
  } finally {
    await database.destroy();
  }
}
