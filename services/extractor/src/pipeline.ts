import type { Producer, ReceivedMessage } from '@copydesk/bus';
import { topics } from '@copydesk/contracts';
import type { ArticleClustered, Mention } from '@copydesk/contracts';
import { claimOffset } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { applyAssignment, applyMerge, applyRefusal, applySplit, applyWithdrawal, isKnown } from './ledger/apply.ts';
import { drainOutbox } from './ledger/relay.ts';
import type { StoryLedgers } from './ledger/story-ledgers.ts';
import { readClusteredMessage } from './read-message.ts';

/** Name under which the extractor keeps its offsets in the database. */
export const CONSUMER = 'extractor';

export interface ExtractorContext {
  database: Database;
  producer: Producer;
  ledgers: StoryLedgers;
  /** Reads an article's mentions: pure, and the expensive part. */
  extract(article: Extract<ArticleClustered, { kind: 'assignment' }>['article']): Mention[];
}

/**
 * The extractor, top to bottom: read → extract → apply to the ledger (with its offset and its messages, in one transaction) → relay the messages.
 * @returns a function that takes one message of `articles.clustered.v1`.
 */
export function createExtractorPipeline({ database, producer, ledgers, extract }: ExtractorContext) {
  const apply = async (message: ReceivedMessage, event: ArticleClustered): Promise<void> => {
    const mentions = event.kind === 'assignment' && !(await isKnown(database, event)) ? extract(event.article) : [];
    try {
      await database.transaction().execute(async (transaction) => {
        const first = await claimOffset(transaction, CONSUMER, topics.articlesClustered.name, message.partition, BigInt(message.offset));
        if (!first) return;
        switch (event.kind) {
          case 'assignment':
            return await applyAssignment(transaction, ledgers, event, mentions);
          case 'merge':
            return await applyMerge(transaction, ledgers, event);
          case 'split':
            return await applySplit(transaction, ledgers, event);
          case 'withdrawal':
            return await applyWithdrawal(transaction, ledgers, event);
          case 'refusal':
            return await applyRefusal(transaction, event);
        }
      });
    } catch (error) {
      // What is in memory may be ahead of what was rolled back.
      ledgers.clear();
      throw error;
    }
  };
  return async (message: ReceivedMessage): Promise<void> => {
    const read = readClusteredMessage(message);
    if ('reason' in read) {
      await producer.deadLetter(message, read.reason);
      return;
    }
    await apply(message, read.event);
    await drainOutbox(database, producer);
  };
}
