import type { ReceivedMessage } from '@copydesk/bus';
import type { ArticleClustered } from '@copydesk/contracts';
import { pipeline } from '@copydesk/pipeline';
import type { Extraction } from './ledger/reextract.ts';
import { applyStep } from './steps/apply.ts';
import type { ApplyContext } from './steps/apply.ts';
import type { Released } from './lines/release.ts';
import { extractStep } from './steps/extract.ts';
import { lineUpStep } from './steps/line-up.ts';
import type { LineUpContext } from './steps/line-up.ts';
import { readReleasedStep, readStep } from './steps/read.ts';
import { relayStep } from './steps/relay.ts';
import type { RelayContext } from './steps/relay.ts';

/** A message on its way through the steps. */
export interface Arrival {
  message: ReceivedMessage;
  event: ArticleClustered;
  /** For one that waited in its line: takes it out of there, in the transaction that applies it; false when that was done before. */
  claim?: Released['claim'];
}

type ExtractContext = ApplyContext & RelayContext & { extraction: Extraction };

/**
 * The extractor, top to bottom, for one message of `articles.clustered.v1`:
 * read it; let it wait where it is not its turn; read the article's mentions; apply them to the ledger with the offset and the messages to send, in one transaction; have those messages sent.
 */
export function createExtractorPipeline(context: ExtractContext & LineUpContext) {
  return pipeline<ReceivedMessage>('extractor')
    .step('read', readStep)
    .step('line-up', lineUpStep(context))
    .step('extract', extractStep(context.database, context.extraction))
    .step('apply', applyStep(context))
    .step('relay', relayStep(context));
}

/** The same for a message that waited, when its turn has come. */
export function createReleasePipeline(context: ExtractContext) {
  return pipeline<Released>('extractor')
    .step('read', readReleasedStep)
    .step('extract', extractStep(context.database, context.extraction))
    .step('apply', applyStep(context))
    .step('relay', relayStep(context));
}
