import type { ReceivedMessage } from '@copydesk/bus';
import { pipeline } from '@copydesk/pipeline';
import type { PartitionState } from './state/partition-state.ts';
import { decideStep } from './steps/decide.ts';
import { readStep } from './steps/read.ts';

/**
 * The cluster service, top to bottom, for one message of `articles.raw.v1`: read it; decide on it. What a batch decided is stored and then published (`publish.ts`), in
 * that order, so that whatever crashes in between is published again from the same decisions.
 */
export function createClusterPipeline(state: PartitionState) {
  return pipeline<ReceivedMessage>('cluster').step('read', readStep).step('decide', decideStep(state));
}
