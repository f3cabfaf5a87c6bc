import { decodeHTMLStrict } from 'entities';
import type { RepairLog } from '../repairs.ts';

/** Windows-1252 meanings of the C1 range: what `&#146;` means on the web (WHATWG HTML, numeric character reference end state). */
const c1 = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c,
  0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];

const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);
const looked = new Map<string, string | undefined>();

/** A named character of HTML (without `&` and `;`), or undefined. */
function htmlEntity(name: string): string | undefined {
  if (!looked.has(name)) {
    const reference = `&${name};`;
    const text = decodeHTMLStrict(reference);
    // Names come from hostile input: the cache must not grow with them.
    if (text === reference || text.endsWith(';')) return undefined;
    looked.set(name, text);
  }
  return looked.get(name);
}

/** C1 control characters in decoded text are windows-1252 ones that went through a wrong conversion: they are put back. C0 ones mean nothing in text. */
export function withoutControls(text: string, repairs: RepairLog): string {
  if (!/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F]/.test(text)) return text;
  repairs.add('control-characters');
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F]/g, (character) => characterOf(character.charCodeAt(0)));
}

/** Numeric references in HTML, written the one way that every reader of XHTML knows: `&#146;` → `&#x2019;`, `&#X61;` → `&#x61;`. */
export function plainReferences(html: string): string {
  if (!/&#(?:X|1[2-5]\d;)/.test(html)) return html;
  return html.replace(/&#(?:X([0-9a-fA-F]{1,6})|(1[2-5]\d));/g, (whole, hex: string | undefined, decimal: string | undefined) =>
    decimal === undefined
      ? `&#x${hex ?? ''};`
      : Number(decimal) < 0x80
        ? whole
        : `&#x${(characterOf(Number(decimal)).codePointAt(0) ?? 0).toString(16)};`,
  );
}

/** The character of a numeric reference; U+FFFD for what is no character. */
function characterOf(point: number): string {
  if (point >= 0x80 && point <= 0x9f) point = c1[point - 0x80] || point;
  if (!(point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) return '\uFFFD';
  if (point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d) return '';
  return String.fromCodePoint(point);
}

/**
 * Resolves character references in XML text, leniently: HTML's names count as declared; what is no reference stays as written.
 * Entities declared in the document are replaced once and never expanded again.
 */
export function decodeReferences(text: string, declared: ReadonlyMap<string, string> | undefined, repairs: RepairLog | undefined): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  while (at >= 0) {
    const end = referenceEnd(text, at + 1);
    const character = end < 0 ? undefined : resolve(text.slice(at + 1, end), declared, repairs);
    if (character === undefined) repairs?.add(end < 0 ? 'bare-ampersand' : 'undeclared-entity');
    else {
      out += text.slice(from, at) + character;
      from = end + 1;
    }
    at = text.indexOf('&', Math.max(at + 1, from));
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Index of the `;` that ends a reference whose body begins at `at`; -1 when there is none within reach. */
function referenceEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 40);
  for (let index = at; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x3b) return index > at ? index : -1;
    const letter = (code | 32) >= 0x61 && (code | 32) <= 0x7a;
    const digit = code >= 0x30 && code <= 0x39;
    if (!letter && !digit && !(code === 0x23 && index === at) && code !== 0x2d && code !== 0x2e && code !== 0x5f) return -1;
  }
  return -1;
}

function resolve(body: string, declared: ReadonlyMap<string, string> | undefined, repairs: RepairLog | undefined): string | undefined {
  if (body.startsWith('#')) {
    const digits = /^#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}))$/.exec(body);
    if (!digits) return undefined;
    const point = digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16);
    const character = characterOf(point);
    if (character === '\uFFFD' || character === '' || (point >= 0x80 && point <= 0x9f)) repairs?.add('reference-repaired');
    return character;
  }
  return predefined.get(body) ?? declared?.get(body) ?? htmlEntity(body);
}
