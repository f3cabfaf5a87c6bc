import { scrub } from '@copydesk/text';
import type { Span } from '@copydesk/text';
import { looksLikeHeading, readsAsBody } from './line/headings.ts';
import { refuseConsentText, refusePage } from './challenge.ts';
import { statedBody } from './html/stated-body.ts';
import { buildTree } from './html/build-tree.ts';
import type { Block } from './html/blocks.ts';
import { collectBlocks, plainBlock } from './html/blocks.ts';
import { selectBlocks } from './html/select-blocks.ts';
import type { PageHints } from './html/features.ts';
import type { Element } from './html/element.ts';
import { canonicalOf, languageOf, slashOrder } from './metadata/address-language.ts';
import { cleanAuthors, findAuthors } from './metadata/authors.ts';
import type { PageHead } from './metadata/head.ts';
import { fold, readHead } from './metadata/head.ts';
import type { JsonLdArticle } from './metadata/json-ld.ts';
import { readJsonLd } from './metadata/json-ld.ts';
import { findPublished, findUpdated } from './metadata/published.ts';
import { findTitle } from './metadata/title.ts';
import { maxBodyLength } from './limits.ts';
import type { ArticleReading } from './reading.ts';
import { rejectedReading, withCleanMetadata } from './reading.ts';
import { allTexts, dropParts, firstDate, firstText, ruleOnBlocks } from './site/apply-rules.ts';
import type { SiteRules } from './site/site-rules.ts';
import { findCredit, leadInLength } from './wire/find-credit.ts';

/** What the caller knows about a page besides its HTML. */
export interface HtmlMeta {
  url?: string | undefined;
  /** The rules of the page's site, where there are some. */
  site?: SiteRules | undefined;
}

/**
 * Takes the article out of a page: body text, headline, authors, dates, language, publisher, address, agency credit.
 * Pure and linear; never throws. Run it in the pool for pages of the open web, where a deadline and a heap limit hold.
 */
export function readHtml(html: string, meta: HtmlMeta = {}): ArticleReading {
  return withCleanMetadata(readTree(html, meta));
}

function readTree(html: string, meta: HtmlMeta): ArticleReading {
  const tree = buildTree(html);
  if (!tree.ok) return rejectedReading(tree.code, tree.detail);
  const { site } = meta;
  if (site !== undefined) dropParts(tree.root, site);
  const head = readHead(tree.root);
  const data = readJsonLd(tree.jsonLd);
  const blocks = collectBlocks(tree.root);
  if (blocks.length === 0 && data.body === undefined) return rejectedReading('empty', 'no text');
  const title = firstText(tree.root, site?.title) ?? findTitle(head, data);
  const hints = { ...hintsOf(head, data), title: title ?? '' };
  const keep = selectBlocks(blocks, hints, site === undefined ? undefined : ruleOnBlocks(tree.root, blocks, site));
  const chosen = blocks.filter((_, i) => keep[i]);
  const kept = statedBody(textsOf(chosen).join('\n'), data.body ?? '')?.map((text) => plainBlock(text, tree.root)) ?? chosen;
  const raw = textsOf(kept).join('\n');
  if (raw.length > maxBodyLength)
    return rejectedReading('too-large', `a body of ${raw.length} characters, at most ${maxBodyLength} are read`, blocks.length);
  const refusal =
    refusePage(head.title || (title ?? ''), textsOf(blocks.slice(0, 200)).join('\n'), raw) ??
    refuseConsentText(
      textsOf(kept),
      data.published !== undefined || head.meta.has('article:published_time') || head.meta.get('og:type') === 'article',
    );
  if (refusal !== null) return { ...rejectedReading('no-body', '', blocks.length), title, rejected: refusal };
  if (!readsAsBody(textsOf(kept)))
    return { ...rejectedReading('no-body', `none of ${blocks.length} blocks reads as an article`, blocks.length), title };
  const first = Math.max(0, keep.indexOf(true));
  const last = Math.max(0, keep.lastIndexOf(true));
  const named = cleanAuthors(allTexts(tree.root, site?.authors));
  const authors =
    named.length > 0 ? named : findAuthors(head, data, textsOf(blocks.slice(Math.max(0, first - 8), first + 2)), meta.url ?? '');
  const wireCredit = findCredit({
    authors: [...authors, ...cleanAuthors(data.authors)],
    above: textsOf(blocks.slice(Math.max(0, first - 8), first)),
    body: textsOf(kept),
    below: textsOf(blocks.slice(last + 1, last + 8)),
  });
  const { text, headlines } = assemble(kept, wireCredit?.kind === 'lead-in' ? wireCredit.surface : '');
  const declared = data.language ?? (head.language || head.meta.get('og:locale') || head.meta.get('content-language') || '');
  const language = languageOf(text, declared);
  const order = slashOrder(head.language, language, meta.url ?? '');
  return {
    text,
    map: undefined,
    title,
    headlines,
    authors,
    published:
      firstDate(tree.root, site?.published, order) ??
      findPublished(head, data, blocks, { first, last, title, keep }, meta.url ?? '', order, html),
    updated: firstDate(tree.root, site?.updated, order) ?? findUpdated(head, data, order),
    language,
    publisher:
      site?.publisher ?? (fold(data.publisher ?? head.meta.get('og:site_name') ?? head.meta.get('application-name') ?? '') || null),
    canonicalUrl: canonicalOf(head.canonical, head.meta.get('og:url') ?? '', meta.url ?? ''),
    wireCredit,
    boilerplate: Math.max(0, blocks.length - kept.length),
  };
}

const textsOf = (blocks: readonly Block[]): string[] => blocks.map((block) => block.text);

/**
 * Joins the blocks by line breaks, scrubbed, and notes the headlines among them. A credit that leads a block in is cut off it. Behind a headline whose next block begins with a small letter
 * ("iPhone sales fell …") stands an empty line: one line break alone would read like a sentence that goes on.
 */
function assemble(kept: readonly Block[], leadIn: string): { text: string; headlines: Span[] } {
  const headlines: Span[] = [];
  const parts: string[] = [];
  let length = 0;
  const push = (part: string): void => {
    parts.push(part);
    length += part.length + 1;
  };
  for (const [i, block] of kept.entries()) {
    const { text } = scrub(leadIn === '' ? block.text : block.text.slice(leadInLength(block.text, leadIn)));
    if (headlines.at(-1)?.end === length - 1 && /^\p{Ll}/u.test(text)) push('');
    if (i < kept.length - 1 && isHeadline(kept, i, text)) headlines.push({ start: length, end: length + text.length });
    push(text);
  }
  return { text: parts.join('\n'), headlines };
}

/** Whether a block is a headline inside the body: marked as one, in bold, or a phrase that stands alone between two sentences. */
function isHeadline(kept: readonly Block[], i: number, text: string): boolean {
  const block = kept[i];
  if (block === undefined) return false;
  if (block.heading > 0 || block.boldLength > 0.9 * block.text.length) return looksLikeHeading(text);
  const before = kept[i - 1]?.text ?? '.';
  const after = kept[i + 1]?.text ?? '';
  return block.element.name !== 'li' && !ends(text) && ends(before) && ends(after) && looksLikeHeading(text);
}

const ends = (text: string): boolean => endsSentence.test(text.slice(-3));
const endsSentence = /[.!?…。！？:]["'”“’‘»«)\]]{0,2}$/;

/** What the page says of its article outside the body. */
export function pageHints(root: Element, scripts: readonly string[]): PageHints {
  const head = readHead(root);
  return hintsOf(head, readJsonLd(scripts));
}

function hintsOf(head: PageHead, data: JsonLdArticle): PageHints {
  return {
    title: findTitle(head, data) ?? '',
    articleBody: data.body ?? '',
    description: data.description ?? head.meta.get('description') ?? head.meta.get('og:description') ?? '',
  };
}
