/** An error that a step throws to say: this input can never be processed. The same as returning `deadLetter`, from deep inside. */
export class PermanentError extends Error {
  readonly code: string;
  override readonly name = 'PermanentError';

  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}

/** What to do about an error: wait and try again for as long as it takes, try again a few times, or give the input up. */
export type RetryDecision = 'wait' | 'try-again' | 'give-up';

/**
 * Decides by the error alone. Transient errors wait, whatever the count: giving up would lose an input for a broken cable.
 * A `PermanentError` is given up at once. Anything else is a fault of ours, most often of this input's making: it is tried `attempts` times in all and then given up, so that one input cannot hold up all behind it.
 * @param attempt 1 for the first try that failed
 */
export function decideRetry(
  error: unknown,
  attempt: number,
  options: { readonly isTransient: (error: unknown) => boolean; readonly attempts: number },
): RetryDecision {
  if (error instanceof PermanentError) return 'give-up';
  if (options.isTransient(error)) return 'wait';
  return attempt < options.attempts ? 'try-again' : 'give-up';
}
