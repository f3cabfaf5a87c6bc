import { chainMaps, offsetMap, scrub } from '@copydesk/text';
import type { Segment, Span } from '@copydesk/text';
import { refusePage } from './challenge.ts';
import { cleanAuthors } from './metadata/authors.ts';
import type { PublishedDate } from './metadata/published.ts';
import { fromAddress } from './metadata/published.ts';
import { readDate } from './metadata/page-date.ts';
import { canonicalOf, languageOf } from './metadata/address-language.ts';
import { agrees } from './metadata/title.ts';
import { findCredit } from './wire/find-credit.ts';
import type { ArticleReading } from './reading.ts';
import { rejectedReading } from './reading.ts';
import type { Line } from './flat/lines.ts';
import { splitLines } from './flat/lines.ts';
import { selectLines } from './flat/select-lines.ts';
import { maxTextLength } from './limits.ts';

/** What the caller knows about a flat text besides the text. */
export interface FlatMeta {
  url?: string | undefined;
  title?: string | undefined;
  /** A date in any form that feeds and archives use. */
  published?: string | undefined;
  publisher?: string | undefined;
  /** Lines known to repeat on other pages of this host. */
  knownLines?: ReadonlySet<string> | undefined;
}

/**
 * Takes the article out of a page's text flattened to lines, with navigation, share buttons, comments and related articles still in it.
 * Never throws; `map` leads every offset of the result's text to the same character of `source`.
 */
export function readFlat(source: string, meta: FlatMeta = {}): ArticleReading {
  if (source.length > maxTextLength) return rejectedReading('too-large', `${source.length} characters, at most ${maxTextLength} are read`);
  const clean = scrub(source);
  const lines = splitLines(clean.text);
  if (lines.length === 0) return rejectedReading('empty', 'no line with text');
  const keep = selectLines(lines);
  const kept = lines.filter((_, i) => keep[i]);
  const boilerplate = lines.length - kept.length;
  const body = kept.map((line) => line.text).join('\n');
  const refusal = refusePage(meta.title ?? '', clean.text, body);
  if (refusal !== null) return { ...rejectedReading('no-body', '', lines.length), rejected: refusal };
  if (kept.length === 0) return rejectedReading('no-body', `none of ${lines.length} lines reads as an article`, lines.length);
  const { text, segments } = join(kept);
  const map = chainMaps(offsetMap(segments, text.length, kept.at(-1)?.end ?? 0), clean.map);
  const first = lines.findIndex((_, i) => keep[i]);
  const last = keep.lastIndexOf(true);
  const above = lines.slice(Math.max(0, first - 8), first);
  const below = lines.slice(last + 1, last + 8);
  const headline = findHeadline(lines, first, meta.title);
  const authors = cleanAuthors(above.filter((line) => /^(?:by|von|por|par)\s/i.test(line.text)).map((line) => line.text));
  const reading: ArticleReading = {
    text,
    map: (offset) => map.toSource(offset),
    title: meta.title ?? headline?.text ?? null,
    headlines: [],
    authors,
    published: givenDate(meta.published) ?? dateNear(above, below) ?? fromAddress(meta.url ?? ''),
    updated: null,
    language: languageOf(text, ''),
    publisher: meta.publisher ?? null,
    canonicalUrl: canonicalOf(meta.url ?? ''),
    wireCredit: findCredit({ authors, above: above.map((l) => l.text), body: kept.map((l) => l.text), below: below.map((l) => l.text) }),
    boilerplate,
  };
  const titleSpan = headline === undefined ? undefined : sourceSpan(headline, (offset) => clean.map.toSource(offset));
  return titleSpan === undefined ? reading : { ...reading, titleSpan };
}

function sourceSpan(line: Span, toSource: (offset: number) => number): Span {
  return { start: toSource(line.start), end: toSource(line.end - 1) + 1 };
}

/** Joins the kept lines by line breaks, with the segments of the way back. */
function join(kept: readonly Line[]): { text: string; segments: Segment[] } {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of kept) {
    if (parts.length > 0) length += 1;
    segments.push([length, line.start], [length + line.text.length, line.end]);
    parts.push(line.text);
    length += line.text.length;
  }
  return { text: parts.join('\n'), segments };
}

/** The line above the body that is the headline: the one the caller's title confirms, else the nearest line that could be one. */
function findHeadline(lines: readonly Line[], first: number, title: string | undefined): Line | undefined {
  const above = lines.slice(Math.max(0, first - 12), first).toReversed();
  if (title !== undefined) return above.find((line) => agrees(line.text, title));
  return above.find(
    (line) => line.text.length >= 20 && line.text.length <= 220 && !/[.:;]$/.test(line.text) && /\p{L}{2,}.*\p{L}{2,}/u.test(line.text),
  );
}

/** A date the caller gave, as it stands. */
export function givenDate(published: string | undefined): PublishedDate | null {
  const date = published === undefined ? null : readDate(published);
  return date === null ? null : { ...date, source: 'given' };
}

function dateNear(above: readonly Line[], below: readonly Line[]): PublishedDate | null {
  for (const line of above.toReversed().concat(below.slice(0, 3))) {
    if (line.text.length > 120) continue;
    const date = readDate(line.text);
    if (date !== null) return { ...date, source: 'text' };
  }
  return null;
}
