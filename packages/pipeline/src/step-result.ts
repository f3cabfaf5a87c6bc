/** The step is done; the next one gets `value`. */
export interface Ok<Value> {
  readonly kind: 'ok';
  readonly value: Value;
}

/** There is nothing left to do with this input, and nothing wrong with it. */
export interface Drop {
  readonly kind: 'drop';
  readonly reason: string;
}

/** This input can never be processed: it belongs on the dead-letter topic. */
export interface DeadLetter {
  readonly kind: 'dead-letter';
  /** A stable error code of the contracts. */
  readonly code: string;
  readonly detail: string;
}

/** What a step says. What may pass by itself (a database that does not answer) is thrown instead. */
export type StepResult<Value> = Ok<Value> | Drop | DeadLetter;

/** Goes on to the next step with `value`. */
export function ok<Value>(value: Value): Ok<Value> {
  return { kind: 'ok', value };
}

/** Ends here, in good order. */
export function drop(reason: string): Drop {
  return { kind: 'drop', reason };
}

/** Ends here, for good. */
export function deadLetter(code: string, detail: string): DeadLetter {
  return { kind: 'dead-letter', code, detail };
}
