import { decideRetry, PermanentError } from './retry-decision.ts';
import type { StepResult } from './step-result.ts';
import { ok } from './step-result.ts';

/** A named piece of work on one input. */
export type StepFunction<Input, Output> = (input: Input) => StepResult<Output> | Promise<StepResult<Output>>;

/** Where an input ended. `stage` is "<pipeline>.<step>". */
export type Outcome<Output> =
  | { readonly kind: 'ok'; readonly value: Output }
  | { readonly kind: 'drop'; readonly stage: string; readonly reason: string }
  | { readonly kind: 'dead-letter'; readonly stage: string; readonly code: string; readonly detail: string; readonly attempts: number };

/** How errors are judged. */
export interface RunOptions {
  /** True for errors that pass by themselves; none when not given. */
  readonly isTransient?: (error: unknown) => boolean;
  /** How often a step is tried in all when it fails for no known reason; 2 when not given. */
  readonly attempts?: number;
  /** Told of each failure that is no dead letter yet, for log and metrics. */
  readonly onFailure?: (failure: { readonly stage: string; readonly attempt: number; readonly error: unknown }) => void;
}

/** Named steps, one after the other. Immutable: `step` gives a new one. */
export interface Pipeline<Input, Output> {
  readonly name: string;
  /** The names of the steps, in order. */
  readonly steps: readonly string[];
  /** The same with one more step. @throws RangeError when the name is taken */
  step<Next>(name: string, work: StepFunction<Output, Next>): Pipeline<Input, Next>;
  /**
   * Takes one input through the steps until one of them ends it. Steps after a drop or a dead letter do not run.
   * @throws the error of a step, when it is transient: the caller waits and runs the input again from the first step
   */
  run(input: Input, options?: RunOptions): Promise<Outcome<Output>>;
}

interface NamedStep {
  readonly name: string;
  readonly work: StepFunction<unknown, unknown>;
}

/** An empty pipeline: its outcome is its input. */
export function pipeline<Input>(name: string): Pipeline<Input, Input> {
  return build<Input, Input>(name, []);
}

function build<Input, Output>(name: string, steps: readonly NamedStep[]): Pipeline<Input, Output> {
  return {
    name,
    steps: steps.map((each) => each.name),
    step<Next>(stepName: string, work: StepFunction<Output, Next>) {
      if (steps.some((each) => each.name === stepName)) throw new RangeError(`${name} has a step ${stepName} already`);
      // Each step's input is the output of the one before it: the types say so where a step is added, and need not be carried along.
      return build<Input, Next>(name, [...steps, { name: stepName, work: work as StepFunction<unknown, unknown> }]);
    },
    async run(input, options = {}) {
      let value: unknown = input;
      for (const each of steps) {
        const stage = `${name}.${each.name}`;
        const { result, attempts } = await attempt(each, value, stage, options);
        if (result.kind === 'drop') return { ...result, stage };
        if (result.kind === 'dead-letter') return { ...result, stage, attempts };
        value = result.value;
      }
      return ok(value as Output);
    },
  };
}

const never = () => false;
const longestDetail = 2000;

async function attempt(
  step: NamedStep,
  input: unknown,
  stage: string,
  options: RunOptions,
): Promise<{ result: StepResult<unknown>; attempts: number }> {
  const { isTransient = never, attempts = 2, onFailure } = options;
  for (let count = 1; ; count++) {
    try {
      return { result: await step.work(input), attempts: count };
    } catch (error) {
      const decision = decideRetry(error, count, { isTransient, attempts });
      onFailure?.({ stage, attempt: count, error });
      if (decision === 'wait') throw error;
      if (decision === 'give-up') return { result: givenUp(error), attempts: count };
    }
  }
}

function givenUp(error: unknown): StepResult<never> {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, longestDetail);
  return { kind: 'dead-letter', code: error instanceof PermanentError ? error.code : 'step-failed', detail };
}
