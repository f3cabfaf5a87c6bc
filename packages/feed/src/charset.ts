import { RepairLog } from './repairs.ts';
import { sniffLegacyCharset } from './sniff-charset.ts';

export interface DecodedText {
  text: string;
  /** WHATWG name of the encoding used, e.g. `utf-8`, `windows-1252`. */
  charset: string;
  /** Which of the four signs, in their order of precedence, decided. */
  decidedBy: 'bom' | 'http' | 'prolog' | 'sniff';
}

/**
 * Bytes → text, with the charset taken from BOM > HTTP header > XML prolog > the bytes themselves. A declared charset that the bytes disprove
 * (invalid UTF-8, or UTF-8 declared as a single-byte set) gives way to the next sign, and that is recorded.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined, repairs: RepairLog): DecodedText {
  const marked = byOrderMark(bytes);
  if (marked !== undefined) return { ...decodeAs(bytes.subarray(marked.skip), marked.charset), decidedBy: 'bom' };
  const candidates: [string | undefined, 'http' | 'prolog'][] = [
    [contentType === undefined ? undefined : charsetParameter(contentType), 'http'],
    [prologCharset(bytes) ?? metaCharset(bytes), 'prolog'],
  ];
  for (const [declared, decidedBy] of candidates) {
    if (declared === undefined) continue;
    const charset = knownCharset(declared);
    if (charset === undefined) repairs.add('charset-unknown');
    else {
      const text = provenText(bytes, charset);
      if (text !== undefined) return { text, charset, decidedBy };
      repairs.add('charset-mismatch');
    }
  }
  const sniffed = sniff(bytes);
  const decoded = decodeAs(bytes, sniffed);
  if (sniffed === 'utf-8' && decoded.text.includes('\uFFFD')) repairs.add('invalid-bytes');
  return { ...decoded, decidedBy: 'sniff' };
}

/**
 * The text of any document of the web, a page as well as a feed, by the same rules (a page's `<meta charset>` counts as its prolog).
 * @param contentType value of the Content-Type header, when there was one.
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string): DecodedText {
  return decodeText(bytes, contentType, new RepairLog());
}

/** The charset parameter of a Content-Type value, or undefined. */
function charsetParameter(contentType: string): string | undefined {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType.slice(0, 1000))?.[1];
}

function byOrderMark(bytes: Uint8Array): { charset: string; skip: number } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', skip: 3 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', skip: 4 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', skip: 4 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', skip: 2 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', skip: 2 };
  return undefined;
}

function prologCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<\?xml\s[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head)?.[1];
}

/** An HTML page's `<meta charset>`, looked for in its first 4 KB; HTML that says UTF-16 there means UTF-8 (WHATWG HTML, 13.2.3.2). */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (!/<(?:!doctype html|html|head|meta)\b/i.test(head) || /<(?:\?xml|rss|feed|rdf:RDF)\b/i.test(head)) return undefined;
  const meta = /<meta\b[^<>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(head)?.[1];
  return meta !== undefined && /^utf-?16/i.test(meta) ? 'utf-8' : meta;
}

const utf32 = /^(?:utf-?32|ucs-?4|iso-10646-ucs-4)(be|le)?$/i;

function knownCharset(label: string): string | undefined {
  const wide = utf32.exec(label);
  if (wide) return wide[1]?.toLowerCase() === 'le' ? 'utf-32le' : 'utf-32be';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The text under a declared charset, or undefined when the bytes disprove the declaration. */
function provenText(bytes: Uint8Array, charset: string): string | undefined {
  const layout = zeroLayout(bytes);
  if (charset.startsWith('utf-16') || charset.startsWith('utf-32')) return layout === charset ? decodeAs(bytes, charset).text : undefined;
  if (layout !== undefined) return undefined;
  if (charset === 'utf-8') return strictUtf8(bytes);
  // Text in a single-byte set is practically never valid UTF-8 with several multi-byte characters: then the label is what is wrong.
  if (singleByte.test(charset) && highBytes(bytes).inSequences > 3 && strictUtf8(bytes) !== undefined) return undefined;
  return decodeAs(bytes, charset).text;
}

const singleByte = /^(?:windows-125\d|iso-8859-\d+|macintosh)$/;

/** UTF-16 and UTF-32 without a BOM show in the zero bytes around the first `<` or `{`. */
function zeroLayout(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d !== 0 && d !== undefined) return 'utf-32be';
  if (a !== 0 && a !== undefined && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b !== 0 && c === 0) return 'utf-16be';
  if (a !== 0 && a !== undefined && b === 0 && d === 0) return 'utf-16le';
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes outside ASCII, and those of them in well-formed multi-byte sequences, over the first 256 KiB. */
function highBytes(bytes: Uint8Array): { all: number; inSequences: number } {
  const end = Math.min(bytes.length, 1 << 18);
  let all = 0;
  let inSequences = 0;
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all++;
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    let follow = 1;
    while (follow < length && ((bytes[at + follow] ?? 0) & 0xc0) === 0x80) follow++;
    if (length === 0 || follow < length) continue;
    all += length - 1;
    inSequences += length;
    at += length - 1;
  }
  return { all, inSequences };
}

/** No sign helped: UTF-8 when it is valid, or mostly so (a cut or a few stray bytes); else what its most frequent characters make it. */
function sniff(bytes: Uint8Array): string {
  const layout = zeroLayout(bytes);
  if (layout !== undefined) return layout;
  if (strictUtf8(bytes) !== undefined) return 'utf-8';
  const { all, inSequences } = highBytes(bytes);
  return inSequences >= all * 0.6 ? 'utf-8' : sniffLegacyCharset(bytes);
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  if (charset === 'utf-32be' || charset === 'utf-32le') return { text: decodeUtf32(bytes, charset === 'utf-32le'), charset };
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    text += point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point);
  }
  return text;
}
