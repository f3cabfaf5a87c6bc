import type { ArticleClustered } from '@copydesk/contracts';
import { ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Relay } from '../ledger/relay.ts';

export interface RelayContext {
  relay: Relay;
}

/** Has what the ledger has to say sent, beside the next message's work. What a crash leaves unsent is sent by the relay loop. */
export function relayStep({ relay }: RelayContext) {
  return (event: ArticleClustered): StepResult<ArticleClustered> => {
    relay.soon();
    return ok(event);
  };
}
