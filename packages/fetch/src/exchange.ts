import { errors, request, type Dispatcher } from 'undici';
import { decodeBody, type DecodedBody } from './decode-body.ts';
import type { Limits } from './limits.ts';
import { RefusalError } from './result.ts';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Only of a 200, or a 203: the same by way of a proxy that changed it. */
  content: DecodedBody | undefined;
}

/**
 * One request and its answer, no redirects followed. Bodies of answers other than 200 are not read. Throws `RefusalError` only, and ends with the signal
 * whatever undici waits for: it does not give up while a connection is being made.
 */
export async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
  limits: Limits,
  withMagic: boolean,
  signal: AbortSignal,
): Promise<Answer> {
  const work = answerOf(url, headers, dispatcher, limits, withMagic, signal);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(asRefusal(signal.reason, url, signal));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    // The loser of the race may still fail later; nobody waits for it any more.
    work.catch(() => undefined);
    aborted.catch(() => undefined);
  }
}

async function answerOf(
  url: URL,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
  limits: Limits,
  withMagic: boolean,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const response = await request(url, {
      dispatcher,
      method: 'GET',
      headers,
      signal,
      headersTimeout: limits.totalMs,
      bodyTimeout: limits.totalMs,
    });
    const received = flattened(response.headers);
    // These have no body (RFC 9110, 15.4.5): the connection can serve again.
    if (response.statusCode === 304 || response.statusCode === 204) {
      await response.body.dump();
      return { status: response.statusCode, headers: received, content: undefined };
    }
    if (response.statusCode !== 200 && response.statusCode !== 203) {
      response.body.on('error', () => undefined);
      response.body.destroy();
      return { status: response.statusCode, headers: received, content: undefined };
    }
    const declared = Number(received['content-length'] ?? 0);
    if (declared > limits.rawBytes) {
      response.body.on('error', () => undefined);
      response.body.destroy();
      throw new RefusalError('body-too-large', `${declared} bytes declared`, 200);
    }
    try {
      const content = await decodeBody(response.body, received['content-encoding'] ?? '', limits, withMagic);
      return { status: response.statusCode, headers: received, content };
    } finally {
      // What was not read to its end would keep a place in the pool of connections.
      response.body.on('error', () => undefined);
      response.body.destroy();
    }
  } catch (error) {
    throw asRefusal(error, url, signal);
  }
}

/** Headers with their names in lower case, repeated ones joined. */
export function flattened(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

/** Thrown by a signal when the one deadline of a fetch passes. */
export class DeadlineError extends Error {}

/** Any error of an exchange as its coded refusal. */
export function asRefusal(error: unknown, url: URL, signal: AbortSignal): RefusalError {
  if (error instanceof RefusalError) return error;
  if (signal.aborted) {
    return signal.reason instanceof DeadlineError
      ? new RefusalError('deadline', signal.reason.message)
      : new RefusalError('cancelled', url.host);
  }
  const { code = '', message } = error as NodeJS.ErrnoException;
  const detail = `${url.host}: ${code} ${message}`;
  if (error instanceof errors.HeadersOverflowError) return new RefusalError('headers-too-large', url.host);
  if (error instanceof errors.ConnectTimeoutError || /^E(?:CONN|HOST|NET|ADDR|PIPE|TIMEDOUT|ACCES)/.test(code))
    return new RefusalError('connect-failed', detail);
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return new RefusalError('tls-failed', detail);
  return new RefusalError('protocol-broken', detail);
}
