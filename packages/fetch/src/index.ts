export type { Archive, ArchiveLimits, ArchivePlace } from './archive.ts';
export { forbiddenAddress } from './address.ts';
export { maxValidatorAge } from './conditional.ts';
export type { Connect, Resolve } from './connect.ts';
export { decoded } from './decoded.ts';
export { createFetcher } from './fetcher.ts';
export type { Fetcher, FetcherOptions, FetchRequest } from './fetcher.ts';
export { maxRetryAfter } from './header-values.ts';
export type { Limits } from './limits.ts';
export { createLimiter, politenessKey } from './politeness.ts';
export type { Limiter } from './politeness.ts';
export { RefusalError } from './result.ts';
export type {
  FetchNote,
  FetchResult,
  GoneResult,
  NotModifiedResult,
  OkResult,
  RefusalCode,
  RefusedResult,
  RetryLaterResult,
  Validators,
} from './result.ts';
