import { chainMaps, offsetMap } from './offset-map.ts';
import type { OffsetMap, Segment } from './offset-map.ts';

/** Scrubbed text and the way back to where each of its characters stood in the source. */
export interface Scrubbed {
  text: string;
  map: OffsetMap;
}

/** What has to be replaced: line ends other than "\n", surrogates (paired ones are skipped), controls, and marks that say nothing inside a text. */
const suspects =
  /\r\n?|[\u2028\u2029]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g;

/**
 * Makes any string safe to store, hash and index: no NUL or other control character (tab and "\n" stay), no lone surrogate (each becomes U+FFFD), no soft
 * hyphen or byte order mark, line ends as "\n", NFC. Linear in the length of the text; the map leads every offset of the result back into the source.
 */
export function scrub(source: string): Scrubbed {
  const clean = rewrite(source, suspects, replacement);
  if (clean.text.normalize('NFC') === clean.text) return clean;
  const composed = rewrite(clean.text, composable, (piece) => piece.normalize('NFC'));
  return { text: composed.text, map: chainMaps(composed.map, clean.map) };
}

/** A base character with all that may combine with it. ASCII never composes with what stands before it, so each piece can be composed alone. */
const composable = /[\u0000-\u007f]?[^\u0000-\u007f]+/g;

function replacement(found: string): string {
  const code = found.charCodeAt(0);
  if (code === 0x0d || code === 0x2028 || code === 0x2029) return '\n';
  return code >= 0xd800 && code <= 0xdfff ? found.toWellFormed() : '';
}

/** Replaces what `pattern` finds and keeps a map back to the source. */
function rewrite(source: string, pattern: RegExp, by: (found: string) => string): Scrubbed {
  const segments: Segment[] = [[0, 0]];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    const found = match[0];
    const instead = by(found);
    if (instead === found) continue;
    const end = match.index + found.length;
    parts.push(source.slice(from, match.index), instead);
    length += match.index - from;
    if (instead.length !== found.length) segments.push([length, match.index], [length + instead.length, end]);
    length += instead.length;
    from = end;
  }
  if (from === 0) return { text: source, map: offsetMap(segments, source.length, source.length) };
  parts.push(source.slice(from));
  const text = parts.join('');
  return { text, map: offsetMap(segments, text.length, source.length) };
}
