import { chainMaps, offsetMap, scrub } from '@copydesk/text';
import type { OffsetMap, Segment, Span } from '@copydesk/text';
import { refusePage } from './challenge.ts';
import { looksLikeHeading, readsAsBody, settleHeadings } from './line/headings.ts';
import { cutFrames, cutRemnants } from './flat/frames.ts';
import type { Line } from './flat/lines.ts';
import { splitLines } from './flat/lines.ts';
import { judgeLines } from './flat/judge-lines.ts';
import { readSurroundings } from './flat/surroundings.ts';
import { unescapeReferences } from './flat/unescape.ts';
import { maxTextLength } from './limits.ts';
import { isRemnant, withoutBoilerplate } from './line/boilerplate.ts';
import { withoutEdges } from './line/edges.ts';
import { withoutDoubled } from './line/doubled.ts';
import { endsEmbeddedPost, isNeverBody } from './line/never-body.ts';
import { canonicalOf, languageOf, slashOrder } from './metadata/address-language.ts';
import type { PublishedDate } from './metadata/published.ts';
import { fromAddress } from './metadata/published.ts';
import { readDate } from './metadata/page-date.ts';
import { bestCut } from './model/best-cut.ts';
import type { ArticleReading } from './reading.ts';
import { rejectedReading, withCleanMetadata } from './reading.ts';
import { findCredit, leadInLength } from './wire/find-credit.ts';

/** What the caller knows about a flat text besides the text. */
export interface FlatMeta {
  url?: string | undefined;
  title?: string | undefined;
  /** A date in any form that feeds and archives use. */
  published?: string | undefined;
  publisher?: string | undefined;
}

/**
 * Takes the article out of a page's text flattened to lines, with navigation, share buttons, comments and related articles still in it.
 * Never throws; `map` leads every offset of the result's text to the same character of `source`.
 */
export function readFlat(source: string, meta: FlatMeta = {}): ArticleReading {
  return withCleanMetadata(readLines(source, meta));
}

function readLines(source: string, meta: FlatMeta): ArticleReading {
  if (source.length > maxTextLength) return rejectedReading('too-large', `${source.length} characters, at most ${maxTextLength} are read`);
  const plain = unescapeReferences(source);
  const scrubbed = scrub(plain.text);
  const toSource = chainMaps(scrubbed.map, plain.map);
  const lines = cutFrames(cutRemnants(splitLines(scrubbed.text)));
  if (lines.length === 0) return rejectedReading('empty', 'no line with text');
  const keep = chooseLines(lines, meta);
  const chosen = lines.filter((_, i) => keep[i]);
  const refusal = refusePage(meta.title ?? '', scrubbed.text, chosen.map((line) => line.text).join('\n'));
  if (refusal !== null) return { ...rejectedReading('no-body', '', lines.length), rejected: refusal };
  if (!readsAsBody(chosen.map((line) => line.text)))
    return rejectedReading('no-body', `none of ${lines.length} lines reads as an article`, lines.length);
  const first = keep.indexOf(true);
  const last = keep.lastIndexOf(true);
  const language = languageOf(chosen.map((line) => line.text).join('\n'), '');
  const around = readSurroundings(lines, first, last, meta.title, slashOrder('', language, meta.url ?? ''));
  const headline = around.headline ?? (meta.title === undefined && around.postTitle === undefined ? headlineWithin(chosen) : undefined);
  const kept = chosen[0] === headline ? chosen.slice(1) : chosen;
  const wireCredit = findCredit({
    authors: around.authors,
    above: textsOf(lines.slice(Math.max(0, first - 8), first)),
    body: textsOf(kept),
    below: textsOf(lines.slice(last + 1, last + 8)),
  });
  const { text, map, headlines } = assemble(kept, scrubbed.text, toSource, wireCredit?.kind === 'lead-in' ? wireCredit.surface : '');
  const reading: ArticleReading = {
    text,
    map: (offset) => map.toSource(offset),
    title: meta.title ?? headline?.text ?? around.postTitle ?? null,
    headlines,
    authors: around.authors,
    published: givenDate(meta.published) ?? around.published ?? fromAddress(meta.url ?? ''),
    updated: around.updated,
    language,
    publisher: meta.publisher ?? around.outlet ?? null,
    canonicalUrl: canonicalOf(meta.url ?? ''),
    wireCredit,
    boilerplate: lines.length - kept.length,
  };
  if (headline === undefined) return reading;
  const { start, end } = headline;
  return { ...reading, titleSpan: { start: toSource.toSource(start), end: toSource.toSource(end - 1) + 1 } };
}

/** The article's headline where no line above the body is one: the first line of the body, if it is a phrase and a sentence follows. */
function headlineWithin(chosen: readonly Line[]): Line | undefined {
  const [first, second] = chosen;
  if (first === undefined || second === undefined || chosen.length < 3) return undefined;
  const { text } = first;
  return text.length >= shortestHeadline && looksLikeHeading(text) && endsSentence.test(second.text.slice(-3)) ? first : undefined;
}

const shortestHeadline = 25;
const endsSentence = /[.!?…。！？]["'”“’‘»«)\]]{0,2}$/;

const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => line.text);

function chooseLines(lines: readonly Line[], meta: FlatMeta): boolean[] {
  const texts = textsOf(lines);
  const chances = judgeLines(lines).map((p, i) => {
    // A post whose author stands on a line of its own is the line before.
    const isPost = endsEmbeddedPost(texts[i + 1] ?? '') === 'author';
    return isPost || isRemnant(texts[i] ?? '') || isNeverBody(texts[i] ?? '') ? 0 : p;
  });
  const cut = bestCut(
    chances,
    texts.map((text) => text.length),
  );
  const kept = withoutBoilerplate(texts, cut);
  const settled = withoutBoilerplate(texts, settleHeadings(texts, chances, kept, meta.title), kept);
  return withoutEdges(texts, withoutDoubled(texts, settled), meta.title ?? '', (i) => looksLikeHeading(texts[i] ?? ''));
}

/** Joins the kept lines by line breaks, notes the headlines among them and the way back. A credit that leads a line in is cut off it. */
function assemble(
  kept: readonly Line[],
  source: string,
  toSource: OffsetMap,
  leadIn: string,
): { text: string; map: OffsetMap; headlines: Span[] } {
  const segments: Segment[] = [];
  const headlines: Span[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [i, line] of kept.entries()) {
    const start = line.start + (leadIn === '' ? 0 : leadInLength(line.text, leadIn));
    const text = source.slice(start, line.end).replaceAll('\n', ' ');
    if (i > 0) length += 1;
    if (kept.length > 1 && i < kept.length - 1 && looksLikeHeading(text)) headlines.push({ start: length, end: length + text.length });
    segments.push([length, start], [length + text.length, line.end]);
    parts.push(text);
    length += text.length;
  }
  const map = chainMaps(offsetMap(segments, length, kept.at(-1)?.end ?? 0), toSource);
  return { text: parts.join('\n'), map, headlines };
}

/** A date the caller gave, as it stands. */
function givenDate(published: string | undefined): PublishedDate | null {
  const date = published === undefined ? null : readDate(published);
  return date === null ? null : { ...date, source: 'given' };
}
