import type { ArticleRevision, Mention } from '@copydesk/contracts';
import { ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { Database } from '@copydesk/storage';
import { isKnown } from '../ledger/apply.ts';
import type { Arrival } from '../pipeline.ts';

/** Reads an article's mentions: pure, and the expensive part. */
export type ReadMentions = (article: ArticleRevision) => Mention[];

/** Reads the mentions of an article that the ledger does not know yet; other events carry none. */
export function extractStep(database: Database, readMentions: ReadMentions) {
  return async (arrival: Arrival): Promise<StepResult<Arrival & { mentions: Mention[] }>> => {
    const { event } = arrival;
    const isNew = event.kind === 'assignment' && !(await isKnown(database, event));
    return ok({ ...arrival, mentions: isNew ? readMentions(event.article) : [] });
  };
}
