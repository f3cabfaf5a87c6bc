import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { archiveLimits, openArchive, type Archive, type ArchiveLimits, type ArchivePlace } from './archive.ts';
import { conditionalHeaders } from './conditional.ts';
import { systemConnect, systemResolve, vettedAddresses, vettingConnect, type Connect, type Resolve } from './connect.ts';
import { DeadlineError, exchange } from './exchange.ts';
import { limitsOf, type FetchKind, type Limits } from './limits.ts';
import { createLimiter, politenessKey, type Limiter } from './politeness.ts';
import { followHops, type Hop } from './redirects.ts';
import { RefusalError, refused, type FetchResult, type Validators } from './result.ts';
import { resultOf } from './result-of.ts';
import { createRobotsGate } from './robots-gate.ts';
import { webTarget } from './target.ts';

export interface FetcherOptions {
  /** Sent with every request; must say how to reach who runs this: `Copydesk/1.0 (+https://desk.example/bot)`. */
  userAgent: string;
  /** Shared by all that fetch; two at once per registrable domain unless given. */
  limiter?: Limiter;
  limits?: Partial<Limits>;
  /** An HTTP proxy for everything. Proxies named by the environment are ignored. Names are vetted here too, but the proxy resolves them again. */
  proxy?: string;
  now?: () => number;
  resolve?: Resolve;
  connect?: Connect;
  /** For tests against servers on this machine. */
  testing?: { allowLoopback: true };
}

export interface FetchRequest {
  kind: Exclude<FetchKind, 'robots'>;
  /** Accept header; by kind unless given. */
  accept?: string;
  validators?: Validators;
  signal?: AbortSignal;
  limits?: Partial<Limits>;
}

export interface Fetcher {
  /** Asks for one address. Always ends, within its limits, and never throws: what went wrong is a coded result. */
  get(url: string, request: FetchRequest): Promise<FetchResult>;
  /**
   * Asks for one document that an operator named, of any length, to be read as a stream. robots.txt is not asked: this is no crawl. What brings no document is answered as by `get`; the stream
   * itself throws `RefusalError` where it ends too soon.
   * @param request.place where to begin: asked for by `If-Range`, so that another version, or a server that sends no parts, gives the whole document (`Archive.from` says which).
   */
  open(
    url: string,
    request: { signal: AbortSignal; limits?: Partial<ArchiveLimits>; place?: ArchivePlace },
  ): Promise<Archive | Exclude<FetchResult, { kind: 'ok' }>>;
  /** Closes the connections kept open. */
  close(): Promise<void>;
}

const accepts: Readonly<Record<FetchKind, string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.5',
  opml: 'text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
};

/**
 * The one HTTP client for feeds, pages and lists of feeds. Every connection goes to an address that was vetted at the moment of connecting; bytes, times,
 * redirects and headers are bounded; pages are asked for only where robots.txt allows.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, resolve = systemResolve, now = Date.now, limiter = createLimiter() } = options;
  if (userAgent.trim() === '' || /[^\x20-\x7E]/.test(userAgent))
    throw new Error('the User-Agent must be printable ASCII and say how to reach you');
  const allowLoopback = options.testing?.allowLoopback === true;
  const shared = limitsOf('feed', options.limits);
  const dispatcher = dispatcherOf(
    options,
    vettingConnect(resolve, options.connect ?? systemConnect(shared.connectMs), allowLoopback, shared.connectMs),
    shared,
  );
  const robots = createRobotsGate({ userAgent, now, fetchText: (url) => robotsText(url) });

  /** One hop: its turn at the domain, then the exchange. The time spent waiting for the turn is the limiter's, not the server's. */
  function hop(kind: FetchKind, headers: Readonly<Record<string, string>>, limits: Limits, caller: AbortSignal | undefined): Hop {
    const deadline = new AbortController();
    let left = limits.totalMs;
    return async (url) => {
      const release = await limiter.acquire(politenessKey(url.hostname), caller ?? new AbortController().signal);
      const begun = performance.now();
      const timer = setTimeout(() => deadline.abort(new DeadlineError(`more than ${limits.totalMs} ms`)), left);
      try {
        if (options.proxy !== undefined) await vettedAddresses(url.hostname, resolve, allowLoopback);
        const signal = caller === undefined ? deadline.signal : AbortSignal.any([deadline.signal, caller]);
        return await exchange(url, headers, dispatcher, limits, kind !== 'page', signal);
      } finally {
        clearTimeout(timer);
        left = Math.max(0, left - (performance.now() - begun));
        release();
      }
    };
  }

  async function robotsText(url: URL): Promise<{ status: number; text: string }> {
    const limits = limitsOf('robots', options.limits);
    const headers = { 'user-agent': userAgent, accept: accepts.robots, 'accept-encoding': 'gzip, br, deflate' };
    const { answer } = await followHops(url, hop('robots', headers, limits, undefined), limits.redirects, async () => undefined);
    return { status: answer.status, text: answer.content?.body.toString('utf8') ?? '' };
  }

  async function get(address: string, request: FetchRequest): Promise<FetchResult> {
    const limits = limitsOf(request.kind, { ...options.limits, ...request.limits });
    let at = address;
    try {
      const target = webTarget(address);
      at = target.href;
      const headers = {
        'user-agent': userAgent,
        accept: request.accept ?? accepts[request.kind],
        'accept-encoding': 'gzip, br, zstd, deflate',
        ...conditionalHeaders(request.validators, now()),
      };
      const allowed = async (url: URL): Promise<void> => {
        at = url.href;
        if (request.kind === 'page') await robots.check(url);
      };
      const { answer, url, movedTo } = await followHops(
        target,
        hop(request.kind, headers, limits, request.signal),
        limits.redirects,
        allowed,
      );
      return resultOf(answer, { url: url.href, ...(movedTo === undefined ? {} : { movedTo }) }, request.validators, now());
    } catch (error) {
      if (error instanceof RefusalError) return refused(error, at);
      if (request.signal?.aborted === true) return refused(new RefusalError('cancelled', at), at);
      return refused(new RefusalError('protocol-broken', error instanceof Error ? error.message : String(error)), at);
    }
  }

  async function open(
    address: string,
    { signal, limits, place }: { signal: AbortSignal; limits?: Partial<ArchiveLimits>; place?: ArchivePlace },
  ): Promise<Archive | Exclude<FetchResult, { kind: 'ok' }>> {
    try {
      const target = webTarget(address);
      const opened = await openArchive(
        target,
        {
          dispatcher,
          limiter,
          limits: { ...archiveLimits, ...limits },
          redirects: shared.redirects,
          headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' },
          signal,
          before: async (url) => {
            if (options.proxy !== undefined) await vettedAddresses(url.hostname, resolve, allowLoopback);
          },
        },
        place,
      );
      if (opened.kind === 'open') return opened;
      const result = resultOf(opened.answer, { url: opened.url }, undefined, now());
      return result.kind === 'ok' ? refused(new RefusalError('protocol-broken', opened.url), opened.url) : result;
    } catch (error) {
      if (error instanceof RefusalError) return refused(error, address);
      if (signal.aborted) return refused(new RefusalError('cancelled', address), address);
      return refused(new RefusalError('protocol-broken', error instanceof Error ? error.message : String(error)), address);
    }
  }

  return { get, open, close: () => dispatcher.close() };
}

function dispatcherOf(options: FetcherOptions, connect: Connect, limits: Limits): Dispatcher {
  const common = {
    maxHeaderSize: limits.headerBytes,
    allowH2: false,
    connections: 2,
    pipelining: 1,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  };
  return options.proxy === undefined ? new Agent({ ...common, connect }) : new ProxyAgent({ ...common, uri: options.proxy });
}
