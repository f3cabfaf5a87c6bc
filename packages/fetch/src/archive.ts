import { setTimeout as sleep } from 'node:timers/promises';
import { request, type Dispatcher } from 'undici';
import { fingerprintOf, fingerprintParts, restFrom, strongValidator } from './document-version.ts';
import { DeadlineError, asRefusal, flattened, type Answer } from './exchange.ts';
import { lent } from './lent.ts';
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
  /** The server can tell this version from any other byte by byte: it may be asked for its rest later. */
  resumable: boolean;
  /** The byte that `chunks` begins with: what was asked for where the server still has that version and sends its rest, else 0. */
  from: number;
  /**
   * The body, to be read once and to its end or left. A piece is lent until the next one is asked for, then its memory is taken back: what is to be kept longer must be copied. Throws
   * `RefusalError`.
   */
  chunks: AsyncGenerator<Uint8Array>;
  /** Gives the connection free when the body is not read, or not to its end. What waits for more of it ends as cancelled. */
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

/** A place in a version of a document. */
export interface ArchivePlace {
  byte: number;
  fingerprint: string;
}

interface Opened {
  answer: Answer;
  url: URL;
  body: AsyncIterator<Uint8Array>;
  leave: () => void;
}

/**
 * Asks for a document to be streamed, through the same vetting of addresses and redirects as any other.
 * @param place where to begin, if the document is still that version; else it is read from its beginning. @returns the answer itself when it brings no document.
 */
export async function openArchive(
  start: URL,
  outer: ArchiveContext,
  place?: ArchivePlace,
): Promise<Archive | { kind: 'answer'; answer: Answer; url: string }> {
  const closing = new AbortController();
  const context = { ...outer, signal: AbortSignal.any([outer.signal, closing.signal]) };
  const rest = place === undefined || place.byte === 0 ? undefined : await askForRest(start, context, place);
  const opened = rest ?? (await ask(start, context, {}));
  const { answer, url } = opened;
  const from = answer.status === 206 ? (place?.byte ?? 0) : 0;
  if (answer.status !== 200 && from === 0) {
    opened.leave();
    return { kind: 'answer', answer, url: url.href };
  }
  const known = fingerprintParts(place?.fingerprint ?? '');
  const length = from > 0 ? known.length : (answer.headers['content-length'] ?? '');
  const coding = answer.headers['content-encoding'] ?? 'identity';
  const size = /^\d{1,15}$/.test(length) ? Number(length) : undefined;
  if (coding !== 'identity' || (size ?? 0) > context.limits.bytes) {
    opened.leave();
    throw coding === 'identity'
      ? new RefusalError('body-too-large', `${size} bytes declared`, 200)
      : new RefusalError('encoding-unknown', coding.slice(0, 100));
  }
  const validator = from > 0 ? known.validator : strongValidator(answer.headers);
  return {
    kind: 'open',
    url: url.href,
    headers: answer.headers,
    size,
    fingerprint: from > 0 ? (place?.fingerprint ?? '') : fingerprintOf(answer.headers, length),
    resumable: validator !== undefined && answer.headers['accept-ranges'] !== 'none',
    from,
    chunks: lent(download(opened, from, size, validator, context)),
    close: () => closing.abort(),
  };
}

/** The rest of a document, or the answer that came instead; undefined where the server sends another part or cannot send that one. */
async function askForRest(start: URL, context: ArchiveContext, { byte, fingerprint }: ArchivePlace): Promise<Opened | undefined> {
  const { validator, length } = fingerprintParts(fingerprint);
  const opened = await ask(start, context, { range: `bytes=${byte}-`, 'if-range': validator });
  const { status, headers } = opened.answer;
  if (status !== 206 && status !== 416) return opened;
  if (restFrom(status, headers, byte, validator) === length) return opened;
  opened.leave();
  return undefined;
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
  from: number,
  size: number | undefined,
  validator: string | undefined,
  context: ArchiveContext,
): AsyncGenerator<Uint8Array> {
  const { limits, signal } = context;
  let opened = first;
  let offset = from;
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
        if (waitedMs > limits.graceMs + (1000 * (offset - from)) / limits.bytesPerSecond)
          throw new TooSlow('deadline', `${offset - from} bytes in ${Math.round(waitedMs / 1000)} s`);
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
  if (restFrom(status, headers, offset, validator) !== undefined) return opened;
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
