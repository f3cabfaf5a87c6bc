import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a string's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * Content id: a prefix that says what the object is, and 128 bits of SHA-256 over the canonical JSON of its identifying parts.
 * 128 bits keep the chance of any collision among 10^12 objects below 10^-14 (birthday bound).
 */
function contentId(prefix: string, parts: readonly unknown[]): string {
  return `${prefix}_${sha256(canonicalJson(parts)).slice(0, 32)}`;
}

/** Article id: from the feed-scoped guid when there is one, else from the canonical URL (or, for a bare file, its text's own hash). */
export function articleId(identity: { feed: string; guid: string } | { url: string } | { textHash: string }): string {
  if ('guid' in identity) return contentId('a', ['guid', identity.feed, identity.guid]);
  if ('url' in identity) return contentId('a', ['url', identity.url]);
  return contentId('a', ['text', identity.textHash]);
}

/** Mention id: the article revision, where in it, what kind, and which slot of which rule (two rules may read one span). */
export function mentionId(parts: { articleId: string; revision: number; start: number; end: number; type: string; slot: string }): string {
  return contentId('m', [parts.articleId, parts.revision, parts.start, parts.end, parts.type, parts.slot]);
}

/** Fact id: from the canonical key the fact had when it was first published. No story id: stories merge and split, facts stay. */
export function factId(key: string): string {
  return contentId('f', [key]);
}

/** Conflict id: what it is about (its facts' keys, sorted) and of which kind. */
export function conflictId(type: string, keys: readonly string[]): string {
  return contentId('x', [type, [...keys].sort()]);
}

/** Id of one published message: the same content and cause give the same id, so that sinks can drop redeliveries. */
export function eventId(type: string, parts: readonly unknown[]): string {
  return contentId('e', [type, ...parts]);
}
