// Page or flat text -> article body and metadata. The pure readers never throw and do no I/O.
export { readHtml } from './read-html.ts';
export type { HtmlMeta } from './read-html.ts';
export { readFlat } from './read-flat.ts';
export type { FlatMeta } from './read-flat.ts';
export type { ArticleReading, Rejection, RejectionCode } from './reading.ts';
export type { DateSource, PublishedDate } from './metadata/published.ts';
export type { WireCredit } from './wire/find-credit.ts';
export { HostMemory, withoutRepeats } from './host-memory.ts';
export type { HostMemoryState } from './host-memory.ts';
export { checkSite, readSites } from './site/read-sites.ts';
export type { Sites } from './site/read-sites.ts';
export { rulesFor } from './site/site-rules.ts';
export type { SiteRules } from './site/site-rules.ts';
export { createReaderPool } from './pool/reader-pool.ts';
export type { ReaderPool, ReaderPoolOptions } from './pool/reader-pool.ts';
export { warmUp } from './pool/warm-up.ts';
export { decodePage } from './html/decode-page.ts';
export type { DecodedPage } from './html/decode-page.ts';
