import { validatorsAfter } from './conditional.ts';
import type { Answer } from './exchange.ts';
import { freshSeconds, retryAfter } from './header-values.ts';
import { RefusalError, type FetchResult, type Validators } from './result.ts';

/** What a final answer means. Throws `RefusalError` for the statuses that bring nothing. */
export function resultOf(
  answer: Answer,
  where: { url: string; movedTo?: string },
  previous: Validators | undefined,
  now: number,
): FetchResult {
  const { status, headers, content } = answer;
  const fresh = freshSeconds(headers, now);
  const freshness = fresh === undefined ? {} : { freshSeconds: fresh };
  if (content !== undefined) {
    const validators = validatorsAfter(headers, content.body, previous, now);
    const identical = previous?.bodyHash !== undefined && previous.bodyHash === validators.bodyHash;
    return { kind: 'ok', ...where, body: content.body, headers, validators, identical, ...freshness, notes: content.notes };
  }
  if (status === 304 && previous !== undefined)
    return { kind: 'not-modified', ...where, validators: validatorsAfter(headers, undefined, previous, now), ...freshness };
  if (headers['cf-mitigated'] === 'challenge') throw new RefusalError('challenge', where.url, status);
  if (status === 410) return { kind: 'gone', ...where };
  if (status === 429 || status >= 500) {
    const after = retryAfter(headers, now);
    const code = status === 429 ? 'rate-limited' : status === 503 ? 'unavailable' : 'server-error';
    return { kind: 'retry-later', ...where, status, code, ...(after === undefined ? {} : { after }) };
  }
  if (status === 404) throw new RefusalError('not-found', where.url, status);
  if (status === 401 || status === 402 || status === 403 || status === 407) throw new RefusalError('access-denied', where.url, status);
  if (status === 451) throw new RefusalError('legal-reasons', where.url, status);
  throw new RefusalError('status-unexpected', `${status}`, status);
}
