/** Why a local service could not be started. */
export type LocalErrorCode =
  | 'JAVA_MISSING'
  | 'JAVA_TOO_OLD'
  | 'MAVEN_MISSING'
  | 'MAVEN_FAILED'
  | 'BINARIES_MISSING'
  | 'NO_PLAIN_USER'
  | 'FOLDER_IN_USE'
  | 'FORMAT_FAILED'
  | 'START_FAILED'
  | 'NOT_READY';

/** A local service could not be started: one sentence for a person (`message`) and what to do about it (`remedy`). */
export class LocalServiceError extends Error {
  readonly code: LocalErrorCode;
  readonly remedy: string;
  override readonly name = 'LocalServiceError';

  constructor(code: LocalErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
