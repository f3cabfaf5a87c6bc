import { setTimeout as sleep } from 'node:timers/promises';
import { request, type Dispatcher } from 'undici';
import { DeadlineError, asRefusal, flattened, type Answer } from './exchange.ts';
import { politenessKey, type Limiter } from './politeness.ts';
import { followHops } from './redirects.ts';
import { RefusalError } from './result.ts';

/** What a long download may cost. Only time spent waiting for the server counts: a reader that takes its time costs nothing. */
export interface ArchiveLimits {
  bytes: number;
  /** Until the answer begins, all redirects together. */
  headersMs: number;
  /** Between two pieces of the body. */
  stallMs: number;
  /** The whole body may take `graceMs` and a second for each so many bytes: a server that drips is left. */
  graceMs: number;
  bytesPerSecond: number;
  /** How often in a row a broken download is taken up again where it broke, and the first pause before it; later ones double. */
  retries: number;
  retryMs: number;
}

/** Common Crawl's news archives are about 1 GB each. */
export const archiveLimits: ArchiveLimits = {
  bytes: 64 * 2 ** 30,
  headersMs: 30_000,
  stallMs: 60_000,
  graceMs: 120_000,
  bytesPerSecond: 16 * 1024,
  retries: 6,
  retryMs: 1_000,
};

/** A document of any length, on its way. */
export interface Archive {
  kind: 'open';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Bytes in all; undefined where the server does not say. */
  size: number | undefined;
  /** Names this very version of the document; empty where the server gives nothing to know it by. */
  fingerprint: string;
  /** The body, to be read once and to its end or left. Throws `RefusalError`. */
  chunks: AsyncGenerator<Uint8Array>;
  /** Gives the connection free when the body is not read at all. */
  close(): void;
}

export interface ArchiveContext {
  dispatcher: Dispatcher;
  limiter: Limiter;
  limits: ArchiveLimits;
  redirects: number;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Runs for each address ahead of its request; throws to stop. */
  before: (url: URL) => Promise<void>;
}

interface Opened {
  answer: Answer;
  url: URL;
  body: AsyncIterator<Uint8Array>;
  leave: () => void;
}

/** Asks for a document to be streamed, through the same vetting of addresses and redirects as any other. @returns the answer itself when it brings no document. */
export async function openArchive(start: URL, context: ArchiveContext): Promise<Archive | { kind: 'answer'; answer: Answer; url: string }> {
  const opened = await ask(start, context, {});
  const { answer, url } = opened;
  if (answer.status !== 200) {
    opened.leave();
    return { kind: 'answer', answer, url: url.href };
  }
  const coding = answer.headers['content-encoding'] ?? 'identity';
  const length = answer.headers['content-length'] ?? '';
  const size = /^\d{1,15}$/.test(length) ? Number(length) : undefined;
  if (coding !== 'identity' || (size ?? 0) > context.limits.bytes) {
    opened.leave();
    throw coding === 'identity'
      ? new RefusalError('body-too-large', `${size} bytes declared`, 200)
      : new RefusalError('encoding-unknown', coding.slice(0, 100));
  }
  const validator = strongValidator(answer.headers);
  return {
    kind: 'open',
    url: url.href,
    headers: answer.headers,
    size,
    fingerprint: validator === undefined ? '' : `${validator} ${length}`,
    chunks: download(opened, size, validator, context),
    close: () => opened.leave(),
  };
}

/** What tells one version of a document from another, byte by byte (RFC 9110, 8.8.1): a strong tag, else the time of the last change. */
function strongValidator(headers: Readonly<Record<string, string>>): string | undefined {
  const tag = headers['etag'];
  return tag !== undefined && tag.startsWith('"') ? tag : headers['last-modified'];
}

async function ask(start: URL, context: ArchiveContext, extra: Readonly<Record<string, string>>): Promise<Opened> {
  const { dispatcher, limiter, limits, headers, signal } = context;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineError(`no answer within ${limits.headersMs} ms`)), limits.headersMs);
  const ended = new AbortController();
  const any = AbortSignal.any([signal, deadline.signal, ended.signal]);
  let body: Dispatcher.ResponseData['body'] | undefined;
  try {
    const { answer, url } = await followHops(
      start,
      async (at): Promise<Answer> => {
        const release = await limiter.acquire(politenessKey(at.hostname), any);
        try {
          body?.destroy();
          const response = await request(at, { dispatcher, method: 'GET', headers: { ...headers, ...extra }, signal: any, bodyTimeout: 0 });
          // An error that nobody waits for any more must not end the process.
          response.body.on('error', () => undefined);
          ({ body } = response);
          return { status: response.statusCode, headers: flattened(response.headers), content: undefined };
        } catch (error) {
          throw asRefusal(error, at, any);
        } finally {
          release();
        }
      },
      context.redirects,
      context.before,
    );
    if (body === undefined) throw new RefusalError('protocol-broken', url.host);
    return { answer, url, body: body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>, leave: () => ended.abort() };
  } catch (error) {
    ended.abort();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function* download(
  first: Opened,
  size: number | undefined,
  validator: string | undefined,
  context: ArchiveContext,
): AsyncGenerator<Uint8Array> {
  const { limits, signal } = context;
  let opened = first;
  let offset = 0;
  let waitedMs = 0;
  let failures = 0;
  try {
    for (;;) {
      try {
        const begun = performance.now();
        const next = await within(opened.body.next(), limits.stallMs, signal);
        waitedMs += performance.now() - begun;
        if (next.done === true) {
          if (size === undefined || offset >= size) return;
          throw new RefusalError('protocol-broken', `the body ended after ${offset} of ${size} bytes`);
        }
        offset += next.value.length;
        failures = 0;
        if (offset > limits.bytes) throw new RefusalError('body-too-large', `more than ${limits.bytes} bytes`);
        if (waitedMs > limits.graceMs + (1000 * offset) / limits.bytesPerSecond)
          throw new TooSlow('deadline', `${offset} bytes in ${Math.round(waitedMs / 1000)} s`);
        yield next.value;
      } catch (error) {
        opened.leave();
        const refusal = asRefusal(error, opened.url, signal);
        const mayGoOn = validator !== undefined && !(error instanceof TooSlow) && lasting.has(refusal.code) && !signal.aborted;
        let again: Opened | undefined;
        while (again === undefined) {
          if (!mayGoOn || failures >= limits.retries) throw refusal;
          await sleep(limits.retryMs * 2 ** failures++, undefined, { signal }).catch(() => undefined);
          if (signal.aborted) throw new RefusalError('cancelled', 'stopped');
          again = await continued(opened, offset, validator, context);
        }
        opened = again;
      }
    }
  } finally {
    opened.leave();
  }
}

/** A server that drips is not asked again. */
class TooSlow extends RefusalError {}

/** What may be over when one asks again. */
const lasting: ReadonlySet<string> = new Set(['protocol-broken', 'connect-failed', 'deadline', 'name-not-found', 'tls-failed']);

/** The same document from a byte on; undefined when that failed in a way that may pass. Throws where it is another document now. */
async function continued(before: Opened, offset: number, validator: string, context: ArchiveContext): Promise<Opened | undefined> {
  let opened: Opened;
  try {
    opened = await ask(before.url, context, offset === 0 ? {} : { range: `bytes=${offset}-`, 'if-range': validator });
  } catch (error) {
    if (error instanceof RefusalError && lasting.has(error.code)) return undefined;
    throw error;
  }
  const { status, headers } = opened.answer;
  if (offset === 0 && status === 200 && strongValidator(headers) === validator) return opened;
  if (status === 206 && (headers['content-range'] ?? '').startsWith(`bytes ${offset}-`)) return opened;
  opened.leave();
  if (status === 429 || status >= 500) return undefined;
  throw new RefusalError(
    'status-unexpected',
    `${status} when asked to go on at byte ${offset}: the document changed or cannot be read in parts`,
    status,
  );
}

async function within<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new RefusalError('deadline', `no byte within ${ms} ms`)), ms);
  const abort = (): void => reject(new RefusalError('cancelled', 'stopped'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
