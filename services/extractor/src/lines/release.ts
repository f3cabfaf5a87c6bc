import type { Producer, ReceivedMessage } from '@copydesk/bus';
import type { Pipeline, RunOptions } from '@copydesk/pipeline';
import { leaveLine, nextInLine } from '@copydesk/storage';
import type { Database, Queryable } from '@copydesk/storage';
import { giveUp } from '../give-up.ts';
import { receivedMessage } from './waiting-message.ts';

/** A joint event that has not come in one of its lines for so long, though nothing is left to read, goes on without it: that message is lost. */
const LOST_AFTER_SECONDS = 600;

/** A message whose turn has come. */
export interface Released {
  readonly message: ReceivedMessage;
  /** Takes it out of its line in the transaction that carries it out. @returns false when that was done before. */
  readonly claim: (db: Queryable) => Promise<boolean>;
}

export interface ReleaseContext {
  readonly database: Database;
  readonly producer: Producer;
  readonly line: Pipeline<Released, unknown>;
  /** Whether all that was published has been read: what has not come then may be lost. */
  readonly isAllRead: () => Promise<boolean>;
  readonly run: RunOptions;
  readonly onDone: (outcome: 'ok' | 'drop' | 'dead-letter') => void;
}

/** The task that carries out the next message that waits and whose turn it is; it answers false when there is none. */
export function releaseTask({ database, producer, line, isAllRead, run, onDone }: ReleaseContext): () => Promise<boolean> {
  return async () => {
    const next = (await nextInLine(database)) ?? (await lostIn(database, isAllRead));
    if (next === undefined) return false;
    const message = receivedMessage(next);
    const claim = async (db: Queryable) => await leaveLine(db, next);
    const outcome = await line.run({ message, claim }, run);
    if (outcome.kind === 'dead-letter') await giveUp({ database, producer, claim }, message, outcome);
    onDone(outcome.kind);
    return true;
  };
}

async function lostIn(database: Database, isAllRead: () => Promise<boolean>) {
  const next = await nextInLine(database, { aloneAfterSeconds: LOST_AFTER_SECONDS });
  return next !== undefined && (await isAllRead()) ? next : undefined;
}
