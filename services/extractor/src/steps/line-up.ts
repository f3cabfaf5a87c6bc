import { drop, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import { joinLine, lineState } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { waitingMessage } from '../lines/waiting-message.ts';
import type { Arrival } from '../pipeline.ts';
import { claimOffsetOf } from './apply.ts';

export interface LineUpContext {
  database: Database;
  /** Told when a message has joined a line: it may be what others waited for. */
  onWait: () => void;
}

/**
 * Lets a message through whose turn it is, and keeps any other with its offset: a joint event has its turn when all before it are done in each of its lines, wherever the extractor is in their partitions, and
 * what comes behind it in a line waits there. Thus what the ledger comes to, to the ids of its facts, does not depend on which partition was read first.
 */
export function lineUpStep({ database, onWait }: LineUpContext) {
  return async (arrival: Arrival): Promise<StepResult<Arrival>> => {
    const { event, message } = arrival;
    // What an earlier stage refused stands in no story.
    if (event.kind === 'refusal') return ok(arrival);
    const waiting = waitingMessage(message, event);
    const { isHeld, isCarriedOut } = await lineState(database, waiting.line, event.joint?.id);
    if (!isHeld && (event.joint === undefined || isCarriedOut)) return ok(arrival);
    const first = await database.transaction().execute(async (transaction) => {
      const claimed = await claimOffsetOf(message)(transaction);
      if (claimed) await joinLine(transaction, waiting);
      return claimed;
    });
    if (first) onWait();
    return drop(first ? 'waits in its line' : 'applied before');
  };
}
