/** What went wrong on the bus. */
export type BusErrorCode = 'unavailable' | 'message-too-large' | 'refused' | 'closed' | 'crashed' | 'configuration';

/** An error of the bus; `transient` ones pass by themselves and are tried again, for as long as it takes. */
export class BusError extends Error {
  readonly code: BusErrorCode;
  readonly transient: boolean;
  override readonly name = 'BusError';

  constructor(code: BusErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.transient = code === 'unavailable';
  }
}

/** True for errors of the bus that pass by themselves, also when wrapped as the cause of another error. */
export function isTransientBusError(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 10; current = current.cause, depth++) {
    if (current instanceof BusError && current.transient) return true;
  }
  return false;
}
