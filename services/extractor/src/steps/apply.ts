import { topics } from '@copydesk/contracts';
import type { ArticleClustered, Mention } from '@copydesk/contracts';
import { drop, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import { claimOffset, holdExtraction } from '@copydesk/storage';
import type { Database, Queryable } from '@copydesk/storage';
import { applyAssignment, applyMerge, applyRefusal, applySplit, applyWithdrawal } from '../ledger/apply.ts';
import type { StoryLedgers } from '../ledger/story-ledgers.ts';
import type { Arrival } from '../pipeline.ts';

/** Name under which the extractor keeps its offsets in the database. */
export const CONSUMER = 'extractor';

export interface ApplyContext {
  database: Database;
  ledgers: StoryLedgers;
}

/** Applies an event to the ledger together with the offset it came from: either both are stored or neither. */
export function applyStep({ database, ledgers }: ApplyContext) {
  return async ({ message, event, mentions }: Arrival & { mentions: Mention[] }): Promise<StepResult<ArticleClustered>> => {
    try {
      const first = await database.transaction().execute(async (transaction) => {
        await holdExtraction(transaction, ledgers.version);
        const claimed = await claimOffset(transaction, CONSUMER, topics.articlesClustered.name, message.partition, BigInt(message.offset));
        if (claimed) await apply(transaction, ledgers, event, mentions);
        return claimed;
      });
      return first ? ok(event) : drop('applied before');
    } catch (error) {
      // What is in memory may be ahead of what was rolled back.
      ledgers.clear();
      throw error;
    }
  };
}

async function apply(db: Queryable, ledgers: StoryLedgers, event: ArticleClustered, mentions: readonly Mention[]): Promise<void> {
  switch (event.kind) {
    case 'assignment':
      return await applyAssignment(db, ledgers, event, mentions);
    case 'merge':
      return await applyMerge(db, ledgers, event);
    case 'split':
      return await applySplit(db, ledgers, event);
    case 'withdrawal':
      return await applyWithdrawal(db, ledgers, event);
    case 'refusal':
      return await applyRefusal(db, event);
  }
}
