import type { Block } from './blocks.ts';
import type { Element } from './element.ts';
import { attribute, textOf } from './element.ts';

/** Class names that platforms give to the markup of their embedded posts. */
const post =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-embed-bq|reddit-card|telegram-post)(?:\s|$)/;
/** How far out the markup of a post or the box of a picture is looked for. */
const steps = 4;
const endsSentence = /[.!?…。！？:;,]\s?["'”“’‘»«)\]]{0,2}(?:\([^()]{1,12}\))?$/;
const severalSentences = /\p{L}{3}[.!?…] \p{Lu}/u;
/** A picture's box holds no more elements and texts than this. */
const mostNodes = 60;
/** Beside a caption there may be a credit of so many characters. */
const mostBeside = 50;
/** A caption is no longer than this. */
const longestCaption = 240;

/** Whether a block is another's: the words of a post embedded from elsewhere, or all the text that a picture has in its box. */
export function isEmbedded(block: Block | undefined): boolean {
  if (block === undefined) return false;
  let element: Element | undefined = block.element;
  for (let step = 0; step < steps && element !== undefined; step++, element = element.parent)
    if (element.name === 'blockquote' && post.test(attribute(element, 'class'))) return true;
  const { text, heading, boldLength } = block;
  return (
    heading === 0 &&
    text.length <= longestCaption &&
    boldLength < text.length / 2 &&
    !endsSentence.test(text.slice(-20)) &&
    !severalSentences.test(text) &&
    !inList.has(block.element.name) &&
    isCaption(block)
  );
}

/** Whether the smallest element around the block that has a picture has no other text. */
function isCaption(block: Block): boolean {
  let element: Element | undefined = block.element;
  for (let step = 0; step < steps && element !== undefined; step++, element = element.parent) {
    if (nodesWithin(element, mostNodes + 1) > mostNodes) return false;
    if (!hasPicture(element)) continue;
    // A picture behind the words is one the words lead up to.
    if (beginsWithText(element)) return false;
    const most = solidLength(block.text) + mostBeside;
    return solidTextLength(element, most + 1) <= most;
  }
  return false;
}

/** Characters that are no white space. */
function solidLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** The same of an element, counted no further than to `limit`. */
function solidTextLength(element: Element, limit: number): number {
  let length = 0;
  for (const child of element.children) {
    if (length >= limit) break;
    length += typeof child === 'string' ? solidLength(child) : solidTextLength(child, limit - length);
  }
  return length;
}

/** Whether text stands before the first picture. */
function beginsWithText(element: Element): boolean {
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return true;
    } else if (pictures.has(child.name)) return false;
    else if (textOf(child, 200).trim() !== '') return beginsWithText(child);
    else if (hasPicture(child)) return false;
  }
  return false;
}

function hasPicture(element: Element): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' &&
      (pictures.has(child.name) ? !/emoji|smiley|emoticon|icon/i.test(attribute(child, 'class')) : hasPicture(child)),
  );
}

/** Elements and texts inside an element, counted no further than to `limit`. */
function nodesWithin(element: Element, limit: number): number {
  let count = 0;
  for (const child of element.children) {
    if (count >= limit) break;
    count += 1 + (typeof child === 'string' ? 0 : nodesWithin(child, limit - count - 1));
  }
  return count;
}

/** Items of lists and cells of tables have pictures of their own: formulas, steps of a recipe. */
const inList: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dd', 'dt']);
const pictures: ReadonlySet<string> = new Set(['img', 'picture', 'amp-img', 'figure']);
