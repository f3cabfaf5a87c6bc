import { decodeHTMLStrict } from 'entities';
import { offsetMap } from '@copydesk/text';
import type { Scrubbed, Segment } from '@copydesk/text';

const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;

/** Resolves character references that a careless flattening left in the text (`&uuml;`, `&#8217;`), with the way back. Text without any comes back as it is. */
export function unescapeReferences(source: string): Scrubbed {
  const segments: Segment[] = [[0, 0]];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (const match of source.matchAll(reference)) {
    const [found] = match;
    const character = decodeHTMLStrict(found);
    if (character === found) continue;
    parts.push(source.slice(from, match.index), character);
    length += match.index - from;
    from = match.index + found.length;
    segments.push([length, match.index], [length + character.length, from]);
    length += character.length;
  }
  parts.push(source.slice(from));
  const text = from === 0 ? source : parts.join('');
  return { text, map: offsetMap(segments, text.length, source.length) };
}
