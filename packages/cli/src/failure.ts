import { LocalServiceError } from '@copydesk/local';
import { ConfigurationError } from '@copydesk/runtime';

/** Wrong arguments or a wrong state of the world: the message says what, for a person. */
export class CommandError extends Error {}

const withoutPasswords = (text: string) => text.replaceAll(/(\/\/[^:@/\s]+:)[^@/\s]+@/g, '$1***@');

/** One clear sentence about why a command failed; the stack only where the failure is not one of the foreseen kinds. */
export function explainFailure(error: unknown): string {
  if (error instanceof LocalServiceError) return `copydesk: ${error.message} ${error.remedy}`;
  if (error instanceof CommandError || error instanceof ConfigurationError) return `copydesk: ${error.message}`;
  if (error instanceof AggregateError && error.errors.length > 0) return explainFailure(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return `copydesk: ${withoutPasswords(error.message)} (${error.code})`;
  return `copydesk: ${withoutPasswords(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}
