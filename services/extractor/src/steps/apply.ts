import type { ReceivedMessage } from '@copydesk/bus';
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

/** Applies an event to the ledger together with the offset it came from (or its leaving the line where it waited): either both are stored or neither. */
export function applyStep({ database, ledgers }: ApplyContext) {
  return async ({ message, event, mentions, claim }: Arrival & { mentions: Mention[] }): Promise<StepResult<ArticleClustered>> => {
    try {
      const first = await database.transaction().execute(async (transaction) => {
        await holdExtraction(transaction, ledgers.version);
        const claimed = await (claim ?? claimOffsetOf(message))(transaction);
        if (!claimed) return false;
        try {
          await apply(transaction, ledgers, event, mentions);
        } catch (error) {
          // What is in memory is ahead of what will be rolled back; whoever waits for the stories held here must not see it.
          ledgers.clear();
          throw error;
        }
        return true;
      });
      return first ? ok(event) : drop('applied before');
    } catch (error) {
      // What was to be committed may not have been.
      ledgers.clear();
      throw error;
    }
  };
}

/** Claims a message that comes from the topic. */
export function claimOffsetOf({ partition, offset }: ReceivedMessage) {
  return async (db: Queryable): Promise<boolean> =>
    await claimOffset(db, CONSUMER, topics.articlesClustered.name, partition, BigInt(offset));
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
    case 'departure':
      // The assignment takes the article out of where it stood.
      return;
  }
}
