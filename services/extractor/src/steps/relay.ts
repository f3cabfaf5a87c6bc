import type { Producer } from '@copydesk/bus';
import type { ArticleClustered } from '@copydesk/contracts';
import { ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Database } from '@copydesk/storage';
import { drainOutbox } from '../ledger/relay.ts';

export interface RelayContext {
  database: Database;
  producer: Producer;
}

/** Sends what the ledger has to say. What a crash leaves unsent is sent by the relay loop. */
export function relayStep({ database, producer }: RelayContext) {
  return async (event: ArticleClustered): Promise<StepResult<ArticleClustered>> => {
    await drainOutbox(database, producer);
    return ok(event);
  };
}
