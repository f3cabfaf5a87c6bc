/** What to send for a conditional request, and to store after each answer. */
export interface Validators {
  etag?: string;
  lastModified?: string;
  /** SHA-256 of the last body, hexadecimal: finds a 200 that brings the same again. */
  bodyHash?: string;
  /** When the last whole body came, in milliseconds since 1970; after `maxValidatorAge` a whole one is asked for again. */
  obtainedAt: number;
}

/** Why no answer was taken. Stable; `docs` and operators see them. */
export type RefusalCode =
  | 'url-invalid'
  | 'scheme-forbidden'
  | 'credentials-in-url'
  | 'port-forbidden'
  | 'address-forbidden'
  | 'name-not-found'
  | 'connect-failed'
  | 'tls-failed'
  | 'deadline'
  | 'cancelled'
  | 'redirect-limit'
  | 'redirect-loop'
  | 'redirect-invalid'
  | 'headers-too-large'
  | 'body-too-large'
  | 'decoded-too-large'
  | 'compression-ratio'
  | 'encoding-unknown'
  | 'encoding-broken'
  | 'protocol-broken'
  | 'robots-disallowed'
  | 'robots-unreachable'
  | 'challenge'
  | 'not-found'
  | 'access-denied'
  | 'legal-reasons'
  | 'status-unexpected';

interface Located {
  /** Address that answered, after redirects. */
  url: string;
  /** Where an unbroken row of 301 and 308 leads, when the address asked for begins one. */
  movedTo?: string;
}

export interface OkResult extends Located {
  kind: 'ok';
  body: Uint8Array;
  /** Response headers, names in lower case, repeated ones joined by a comma. */
  headers: Readonly<Record<string, string>>;
  validators: Validators;
  /** A 200 whose body is the one the validators came from. */
  identical: boolean;
  /** Seconds for which the server says this stays fresh; 0 when it forbids reuse. */
  freshSeconds?: number;
  /** What was odd and put up with. */
  notes: FetchNote[];
}

export type FetchNote = 'encoding-undeclared' | 'encoding-mislabelled' | 'body-cut';

export interface NotModifiedResult extends Located {
  kind: 'not-modified';
  validators: Validators;
  freshSeconds?: number;
}

/** 410: the publisher says it is gone for good. */
export interface GoneResult extends Located {
  kind: 'gone';
}

/** The server wants to be left alone, or is ill: 429, 503, other 5xx. */
export interface RetryLaterResult extends Located {
  kind: 'retry-later';
  status: number;
  code: 'rate-limited' | 'unavailable' | 'server-error';
  /** Seconds, when the server named them; never more than `maxRetryAfter`. */
  after?: number;
}

export interface RefusedResult {
  kind: 'refused';
  code: RefusalCode;
  /** For people; may hold the address or the peer's words, never more than 300 characters. */
  detail: string;
  url: string;
  status?: number;
  /** Another try may end otherwise without anyone changing anything. */
  transient: boolean;
}

export type FetchResult = OkResult | NotModifiedResult | GoneResult | RetryLaterResult | RefusedResult;

const transientCodes: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'name-not-found',
  'connect-failed',
  'tls-failed',
  'deadline',
  'cancelled',
  'protocol-broken',
  'robots-unreachable',
  'encoding-broken',
]);

/** Ends an exchange with a coded reason; becomes a `refused` result at the border. */
export class RefusalError extends Error {
  readonly code: RefusalCode;
  readonly status: number | undefined;

  constructor(code: RefusalCode, detail: string, status?: number) {
    super(detail);
    this.name = 'RefusalError';
    this.code = code;
    this.status = status;
  }
}

export function refused(error: RefusalError, url: string): RefusedResult {
  const { code, message, status } = error;
  const detail = message
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F]+/g, ' ')
    .slice(0, 300);
  return { kind: 'refused', code, detail, url, ...(status === undefined ? {} : { status }), transient: transientCodes.has(code) };
}
