import type { RepairLog } from '../repairs.ts';
import { decodeReferences } from './references.ts';

const maxAttributes = 200;

/** The attributes in a tag's inner text: names lower-cased, values resolved. Lenient: unquoted and missing values are read as HTML does; the first of a name counts. */
export function readAttributes(
  tag: string,
  declared: ReadonlyMap<string, string> | undefined,
  repairs: RepairLog | undefined,
): Map<string, string> {
  const attributes = new Map<string, string>();
  let at = 0;
  while (at < tag.length && attributes.size < maxAttributes) {
    while (at < tag.length && (isSpace(tag.charCodeAt(at)) || tag[at] === '/')) at++;
    const nameStart = at;
    while (at < tag.length && tag[at] !== '=' && !isSpace(tag.charCodeAt(at))) at++;
    const name = tag.slice(nameStart, at).toLowerCase();
    while (isSpace(tag.charCodeAt(at))) at++;
    let value = '';
    if (tag[at] === '=') {
      at++;
      while (isSpace(tag.charCodeAt(at))) at++;
      const quote = tag[at];
      let end: number;
      if (quote === '"' || quote === "'") {
        at++;
        end = tag.indexOf(quote, at);
        if (end < 0) end = tag.length;
        value = tag.slice(at, end);
        at = end + 1;
      } else {
        end = at;
        while (end < tag.length && !isSpace(tag.charCodeAt(end))) end++;
        value = tag.slice(at, end);
        at = end;
      }
    }
    if (name !== '' && !attributes.has(name)) attributes.set(name, decodeReferences(value, declared, repairs));
  }
  return attributes;
}

/** XML white space; false for NaN, so that reading past the end stops. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
