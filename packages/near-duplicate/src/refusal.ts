/** Stable codes of everything this package refuses. */
export type RefusalCode =
  | 'NEAR_DUPLICATE_UNDERSIZED'
  | 'NEAR_DUPLICATE_BAD_OPTION'
  | 'NEAR_DUPLICATE_BAD_ARTICLE'
  | 'NEAR_DUPLICATE_BAD_SNAPSHOT'
  | 'NEAR_DUPLICATE_CHANGED'
  | 'NEAR_DUPLICATE_OTHER_EPOCH'
  | 'NEAR_DUPLICATE_OTHER_OPTIONS';

/** A refusal with a stable code: wrong settings, an article without identity or time, a snapshot that is not ours, a state that changed while it was read. Never thrown for any text. */
export class RefusedError extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
  }
}
