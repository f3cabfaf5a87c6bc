import { createHash } from 'node:crypto';
import type { Validators } from './result.ts';

/** After eight days a whole answer is asked for even where a server keeps saying that nothing changed: some say so for ever. */
export const maxValidatorAge = 8 * 24 * 3600 * 1000;

/** The headers of a conditional request: both validators, unless they are too old or could not be sent as they are. */
export function conditionalHeaders(validators: Validators | undefined, now: number): Record<string, string> {
  if (validators === undefined || now - validators.obtainedAt > maxValidatorAge) return {};
  return {
    ...(sendable(validators.etag) ? { 'if-none-match': validators.etag } : {}),
    ...(sendable(validators.lastModified) ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

/** Validators after a 200 (with the body's hash) or a 304 (which may name new ones and keeps the rest). */
export function validatorsAfter(
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
  previous: Validators | undefined,
  now: number,
): Validators {
  const etag = sendable(headers['etag']) ? headers['etag'] : body === undefined ? previous?.etag : undefined;
  const lastModified = sendable(headers['last-modified'])
    ? headers['last-modified']
    : body === undefined
      ? previous?.lastModified
      : undefined;
  const bodyHash = body === undefined ? previous?.bodyHash : createHash('sha256').update(body).digest('hex');
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(bodyHash === undefined ? {} : { bodyHash }),
    obtainedAt: body === undefined ? (previous?.obtainedAt ?? now) : now,
  };
}

function sendable(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= 1000 && /^[\x20-\x7E\x80-\xFF]+$/.test(value);
}
