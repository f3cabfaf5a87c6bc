/** How far into a page its own word on its encoding is looked for, in bytes. */
const declarationLength = 4_096;

/** A page's text and the encoding it was read in (label of the Encoding Standard). */
export interface DecodedPage {
  text: string;
  encoding: string;
}

/**
 * Decodes a page: byte order mark, then the encoding that the transport or the page declares, corrected by what the bytes are — valid UTF-8 with letters beyond ASCII is
 * UTF-8 whatever was declared, and bytes that are mostly not UTF-8 are read in the old encoding of the page's language. Never throws.
 * @param contentType the transport's content type, if there was one.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): DecodedPage {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), encoding: mark };
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationLength));
  const declared =
    known(/charset\s?=\s?["']?([\w:.-]{2,30})/i.exec(contentType)?.[1]) ??
    known(/<meta[^<>]{0,200}charset\s?=\s?["']?([\w:.-]{2,30})/i.exec(beginning)?.[1]) ??
    'utf-8';
  const strict = strictly(bytes, 'utf-8');
  if (strict !== undefined && (declared === 'utf-8' || strict.length < bytes.length)) return { text: strict, encoding: 'utf-8' };
  if (declared !== 'utf-8') return { text: new TextDecoder(declared).decode(bytes), encoding: declared };
  const text = new TextDecoder('utf-8').decode(bytes);
  const encoding = isMostlyBroken(text) ? ofLanguage(beginning) : 'utf-8';
  return encoding === 'utf-8' ? { text, encoding } : { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The standard's name of a label, or undefined for one that nobody knows. UTF-16 without a mark is a mistake of the page: it could not have declared it in ASCII. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether the signs for unreadable bytes are more than a tenth of all that is not ASCII. */
function isMostlyBroken(text: string): boolean {
  let broken = 0;
  let beyond = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) continue;
    beyond++;
    if (code === 0xfffd) broken++;
  }
  return broken > 0.1 * beyond;
}

const byLanguage: Readonly<Record<string, string | undefined>> = {
  zh: 'gb18030',
  ja: 'shift_jis',
  ko: 'euc-kr',
  ru: 'windows-1251',
  uk: 'windows-1251',
  bg: 'windows-1251',
  sr: 'windows-1251',
  pl: 'iso-8859-2',
  cs: 'windows-1250',
  sk: 'windows-1250',
  hu: 'iso-8859-2',
  ro: 'iso-8859-2',
  el: 'windows-1253',
  tr: 'windows-1254',
  he: 'windows-1255',
  ar: 'windows-1256',
  th: 'windows-874',
  vi: 'windows-1258',
};

function ofLanguage(beginning: string): string {
  const root = /<html[^<>]{0,330}/i.exec(beginning)?.[0] ?? '';
  const language = /\slang\s?=\s?["']?([a-z]{2})/i.exec(root)?.[1]?.toLowerCase();
  return (language === undefined ? undefined : byLanguage[language]) ?? 'windows-1252';
}
