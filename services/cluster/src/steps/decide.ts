import type { Decision } from '@copydesk/contracts';
import { RefusedError } from '@copydesk/near-duplicate';
import { deadLetter, ok } from '@copydesk/pipeline';
import type { StepResult } from '@copydesk/pipeline';
import type { PartitionState } from '../state/partition-state.ts';
import type { Arrival } from './read.ts';

/** Decides on an article: the stored decision where there is one (a redelivery), else a new one. */
export function decideStep(state: PartitionState) {
  return ({ raw, event }: Arrival): StepResult<Decision> => {
    try {
      return ok(state.decisionAt(BigInt(raw.offset)) ?? state.decide(raw, event));
    } catch (error) {
      if (error instanceof RefusedError) return deadLetter('step-failed', error.message);
      throw error;
    }
  };
}
