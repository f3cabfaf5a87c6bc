import type { RepairLog } from './repairs.ts';
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
    [prologCharset(bytes), 'prolog'],
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

/** The charset parameter of a Content-Type value, or undefined. */
export function charsetParameter(contentType: string): string | undefined {
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
  return /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head)?.[1];
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
  if (singleByte.test(charset) && multiByteCount(bytes) > 1 && strictUtf8(bytes) !== undefined) return undefined;
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

/** Well-formed multi-byte lead + continuation pairs, counted over the first 256 KiB. */
function multiByteCount(bytes: Uint8Array): number {
  let count = 0;
  const end = Math.min(bytes.length, 1 << 18) - 1;
  for (let at = 0; at < end; at++) if ((bytes[at] ?? 0) >= 0xc2 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80) count++;
  return count;
}

/** No sign helped: UTF-8 when it is valid, or mostly so (a cut or a few stray bytes); else what its most frequent characters make it. */
function sniff(bytes: Uint8Array): string {
  const layout = zeroLayout(bytes);
  if (layout !== undefined) return layout;
  if (strictUtf8(bytes) !== undefined) return 'utf-8';
  let high = 0;
  const end = Math.min(bytes.length, 1 << 18);
  for (let at = 0; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) high++;
  return multiByteCount(bytes) * 2 >= high * 0.8 ? 'utf-8' : sniffLegacyCharset(bytes);
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
