/** Every refusal of this package, with its stable code. */
export type LanguageErrorCode = 'language-unsupported' | 'sentence-too-long' | 'text-too-long' | 'span-outside-text' | 'weights-invalid';

/** Raised when a request cannot be answered; `code` is stable, the message is for people. */
export class LanguageError extends Error {
  readonly code: LanguageErrorCode;

  constructor(code: LanguageErrorCode, message: string) {
    super(message);
    this.name = 'LanguageError';
    this.code = code;
  }
}
