import { textOverlap } from './text-overlap.ts';

/** A shorter statement is a summary. */
const shortestBody = 500;
/** What was found on the page has less than this share of the stated body: the page builds its text in the browser, or hides it. */
const smallestShare = 0.3;

/**
 * The lines of the article body that structured data states, when the visible page has hardly any of it; undefined when the page's own blocks are the better source.
 * @param found the body as read from the blocks; @param stated `articleBody`.
 */
export function statedBody(found: string, stated: string): string[] | undefined {
  if (stated.length < shortestBody || found.length > 2 * stated.length) return undefined;
  // Two pieces of it found word for word settle most pages at once.
  const middle = stated.length >> 1;
  if (found.includes(stated.slice(middle, middle + 40)) && found.includes(stated.slice(middle >> 1, (middle >> 1) + 40))) return undefined;
  const plain = stated
    .replace(/<\/?(?:p|div|br|li|h[1-6])\b[^<>]{0,300}>/gi, '\n')
    .replace(/<[^<>]{0,300}>/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const text = plain.join('\n');
  if (text.length < shortestBody) return undefined;
  const share = textOverlap(found)(text);
  return share < smallestShare ? plain : undefined;
}
