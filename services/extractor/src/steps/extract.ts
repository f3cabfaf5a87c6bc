import type { Mention } from '@copydesk/contracts';
import { ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Database } from '@copydesk/storage';
import { isKnown } from '../ledger/apply.ts';
import type { Extraction } from '../ledger/reextract.ts';
import type { Arrival } from '../pipeline.ts';

/** Reads the mentions of an article that the ledger does not know yet; other events carry none. */
export function extractStep(database: Database, { readMentions }: Extraction) {
  return async (arrival: Arrival): Promise<StepResult<Arrival & { mentions: Mention[] }>> => {
    const { event } = arrival;
    const isNew = event.kind === 'assignment' && !(await isKnown(database, event));
    return ok({ ...arrival, mentions: isNew ? readMentions(event.article) : [] });
  };
}
