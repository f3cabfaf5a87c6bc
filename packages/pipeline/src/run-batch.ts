import { inOrderByKey } from './in-order-by-key.ts';
import type { OrderOptions } from './in-order-by-key.ts';
import type { Outcome, Pipeline, RunOptions } from './pipeline.ts';

/** Why an input was given up, with the step that did it. */
export interface DeadLetterReason {
  readonly code: string;
  readonly detail: string;
  readonly stage: string;
  readonly attempts: number;
}

/** How a batch is run. */
export interface BatchOptions<Input, Output> extends OrderOptions<Input>, RunOptions {
  /** Stores a dead letter; the batch is not done before it is stored. */
  readonly deadLetter: (input: Input, reason: DeadLetterReason) => Promise<void>;
  /** Told of every input that has ended, for metrics. */
  readonly onOutcome?: (outcome: Outcome<Output>, input: Input) => void;
}

/**
 * Takes the inputs of a batch through a pipeline: in order by key, the others at the same time. When it resolves, every input has its outcome and every dead letter is stored.
 * @throws a transient error; then the caller waits and runs the whole batch again (steps find what they have done by its ids)
 */
export function runBatch<Input, Output>(
  line: Pipeline<Input, Output>,
  inputs: readonly Input[],
  options: BatchOptions<Input, Output>,
): Promise<Outcome<Output>[]> {
  const one = async (input: Input): Promise<Outcome<Output>> => {
    const outcome = await line.run(input, options);
    if (outcome.kind === 'dead-letter') {
      const { code, detail, stage, attempts } = outcome;
      await options.deadLetter(input, { code, detail, stage, attempts });
    }
    options.onOutcome?.(outcome, input);
    return outcome;
  };
  return inOrderByKey(inputs, one, options);
}
