import type { ReceivedMessage } from '@copydesk/bus';
import type { ArticleClustered } from '@copydesk/contracts';
import { pipeline } from '@copydesk/pipeline';
import type { Extraction } from './ledger/reextract.ts';
import { applyStep } from './steps/apply.ts';
import type { ApplyContext } from './steps/apply.ts';
import { extractStep } from './steps/extract.ts';
import { readStep } from './steps/read.ts';
import { relayStep } from './steps/relay.ts';
import type { RelayContext } from './steps/relay.ts';

/** A message on its way through the steps. */
export interface Arrival {
  message: ReceivedMessage;
  event: ArticleClustered;
}

/**
 * The extractor, top to bottom, for one message of `articles.clustered.v1`:
 * read it; read the article's mentions; apply them to the ledger with the offset and the messages to send, in one transaction; have those messages sent.
 */
export function createExtractorPipeline(context: ApplyContext & RelayContext & { extraction: Extraction }) {
  return pipeline<ReceivedMessage>('extractor')
    .step('read', readStep)
    .step('extract', extractStep(context.database, context.extraction))
    .step('apply', applyStep(context))
    .step('relay', relayStep(context));
}
