import { scrub } from '@copydesk/text';
import type { Span } from '@copydesk/text';
import type { PublishedDate } from './metadata/published.ts';
import type { WireCredit } from './wire/find-credit.ts';

/** Why nothing was read. A refusal is a result, not an error. */
export type RejectionCode =
  | 'too-large'
  | 'too-many-nodes'
  | 'empty'
  | 'no-body'
  | 'challenge'
  | 'consent'
  | 'login'
  | 'error-page'
  | 'deadline'
  | 'out-of-memory'
  | 'failed';

export interface Rejection {
  code: RejectionCode;
  detail: string;
}

/** What the article reader takes out of a page or of a flat text. */
export interface ArticleReading {
  /** The body: one line a paragraph, headline above it left out, scrubbed. Empty when rejected. */
  text: string;
  /** Flat input only: leads an offset of `text` to the offset of the same character in the source. */
  map: ((offset: number) => number) | undefined;
  title: string | null;
  /** Flat input only: where the title stands in the source text. */
  titleSpan?: Span;
  /** Lines of `text` that are headlines inside the body. */
  headlines: Span[];
  authors: string[];
  published: PublishedDate | null;
  updated: PublishedDate | null;
  /** BCP 47 primary language, by the text itself where that is reliable, else by the page's own word. */
  language: string | null;
  publisher: string | null;
  canonicalUrl: string | null;
  wireCredit: WireCredit | null;
  /** How many blocks or lines with text were left out. */
  boilerplate: number;
  rejected?: Rejection;
}

/** A reading that says why there is no article. */
export function rejectedReading(code: RejectionCode, detail: string, boilerplate = 0): ArticleReading {
  return {
    text: '',
    map: undefined,
    title: null,
    headlines: [],
    authors: [],
    published: null,
    updated: null,
    language: null,
    publisher: null,
    canonicalUrl: null,
    wireCredit: null,
    boilerplate,
    rejected: { code, detail },
  };
}

/** The reading with every piece of metadata made safe to store and index, as the text is; white space in them folded. */
export function withCleanMetadata(reading: ArticleReading): ArticleReading {
  const { title, authors, publisher, wireCredit, rejected } = reading;
  const cleaned: ArticleReading = {
    ...reading,
    title: cleanOrNull(title),
    authors: authors.map(clean).filter((name) => name !== ''),
    publisher: cleanOrNull(publisher),
    wireCredit: wireCredit === null ? null : { ...wireCredit, surface: clean(wireCredit.surface) },
  };
  return rejected === undefined ? cleaned : { ...cleaned, rejected: { ...rejected, detail: clean(rejected.detail) } };
}

function clean(text: string): string {
  return scrub(text).text.replace(/\s+/g, ' ').trim();
}

function cleanOrNull(text: string | null): string | null {
  const cleaned = text === null ? '' : clean(text);
  return cleaned === '' ? null : cleaned;
}
