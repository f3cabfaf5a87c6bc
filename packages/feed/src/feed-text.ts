import { decodeHTML } from 'entities';
import type { FeedText } from './model.ts';
import { plainReferences } from './xml/references.ts';
import type { XmlElement } from './xml/element.ts';

/** A tag's or a reference's beginning; bounded, so that it is linear. */
const htmlSign = /<(?:\/?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]{0,2000})?>|!--|!\[CDATA\[)|&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const blockTag = /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|section|article|figure|hr|dd|dt|dl)\b/i;

/** A text of RSS, which does not say whether it is HTML: it is when it holds a tag or a reference. */
export function guessedText(value: string): FeedText | undefined {
  if (value === '') return undefined;
  return htmlSign.test(value) ? { value: plainReferences(value), type: 'html' } : { value, type: 'text' };
}

/** Text of an element of RSS and its modules. Child elements make it HTML; `mode="base64"` and the like are Atom's and are honoured anywhere. */
export function elementText(element: XmlElement | undefined): FeedText | undefined {
  if (element === undefined) return undefined;
  if (element.key.startsWith('atom:')) return atomText(element);
  const value = element.value();
  if (element.hasMarkup && value !== '') return { value: plainReferences(withoutWrapper(value)), type: 'html' };
  return guessedText(value);
}

/** A text construct of Atom 0.3 (`mode`) or 1.0 (`type`). */
function atomText(element: XmlElement): FeedText | undefined {
  const type = (element.attribute('type') ?? 'text').toLowerCase().trim();
  const mode = (element.attribute('mode') ?? '').toLowerCase();
  const raw = element.value();
  if (raw === '') return undefined;
  if (element.hasMarkup) return { value: type === 'xhtml' ? withoutWrapper(raw) : raw, type: 'html' };
  const value = mode === 'base64' || (mode === '' && isBinaryType(type)) ? fromBase64(raw) : raw;
  if (type === 'html' || type === 'xhtml' || type === 'text/html' || type === 'application/xhtml+xml') return { value, type: 'html' };
  // Feeds that declare nothing, or plain text, yet carry escaped markup are common: tags decide, bare references do not.
  return { value, type: /<\/?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]{0,2000})?>/i.test(value) ? 'html' : 'text' };
}

function isBinaryType(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[/+](?:xml|json)$|^message\//.test(type);
}

function fromBase64(raw: string): string {
  const packed = raw.replace(/\s+/g, '');
  if (packed.length % 4 === 1 || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(packed)) return raw;
  const bytes = Buffer.from(packed, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).trim();
  }
}

/** Atom's `xhtml:div` around xhtml is no part of the text (RFC 4287, 3.1.1.3). */
function withoutWrapper(markup: string): string {
  const open = /^<(?:[\w-]{1,40}:)?div(?:\s[^<>]{0,2000})?>/i.exec(markup);
  const close = /<\/(?:[\w-]{1,40}:)?div\s{0,9}>$/i.exec(markup.slice(-60));
  if (!open || !close || open[0].endsWith('/>')) return markup;
  const inner = markup.slice(open[0].length, markup.length - close[0].length);
  // Two divs beside each other are no wrapper.
  return /<\/(?:[\w-]{1,40}:)?div\s{0,9}>/i.test(inner) && !/<(?:[\w-]{1,40}:)?div[\s>]/i.test(inner) ? markup : inner.trim();
}

/** A feed's text without tags, references resolved, white space folded. */
export function plainText(text: FeedText | undefined): string {
  if (text === undefined) return '';
  const plain = text.type === 'html' ? decodeHTML(withoutTags(text.value)) : text.value;
  return plain.replace(/[\s\u200B\uFEFF]+/g, ' ').trim();
}

const tagStart = /^<(?:\/?[a-z]|!|\?)/i;

const unspoken = /^<(script|style|noscript|template|iframe|svg|math)\b/i;

/** Takes tags, comments and what is not meant to be read out; block tags leave a space. A `<` that begins no tag, or one that never ends, is text. */
function withoutTags(html: string): string {
  let out = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    const comment = html.startsWith('<!--', open);
    const end = tagStart.test(html.slice(open, open + 3)) ? html.indexOf(comment ? '-->' : '>', open) : open;
    if (end < 0) break;
    out += html.slice(at, open);
    at = end + (comment ? 3 : 1);
    const element = unspoken.exec(html.slice(open, open + 12))?.[1];
    if (element !== undefined && html[end - 1] !== '/') {
      const close = new RegExp(`</${element}\\s{0,9}>`, 'gi');
      close.lastIndex = at;
      // Without its end tag it lasts to the end, as in a browser.
      if (close.exec(html) === null) return out;
      at = close.lastIndex;
    }
    if (end === open) out += '<';
    else if (blockTag.test(html.slice(open, open + 14))) out += ' ';
  }
  return out + html.slice(at);
}
