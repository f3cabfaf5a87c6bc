import type { Element } from './element.ts';
import { elementCues, isHidden } from './cues.ts';
import { inlineTags } from './tag-kinds.ts';
import { maxLines } from '../limits.ts';

/** A run of text between two block boundaries of the page. */
export interface Block {
  text: string;
  /** Characters inside links, and the number of links. */
  linkLength: number;
  links: number;
  /** Characters inside bold type. */
  boldLength: number;
  /** The innermost block-level element. */
  element: Element;
  /** Cue bits of the innermost element, and of every element on the way to it. */
  ownCues: number;
  nearCues: number;
  cues: number;
  /** 1–6 inside a heading, else 0. */
  heading: number;
  depth: number;
  hidden: boolean;
}

interface Context {
  element: Element;
  ownCues: number;
  nearCues: number;
  cues: number;
  heading: number;
  depth: number;
  hidden: boolean;
}

/** A block of text that stands in no place of the page. */
export function plainBlock(text: string, element: Element): Block {
  return { text, element, linkLength: 0, links: 0, boldLength: 0, ownCues: 0, nearCues: 0, cues: 0, heading: 0, depth: 0, hidden: false };
}

/** A block longer than this ends at its next line break, so that a page of one endless block stays cheap. */
const longestBlock = 20_000;

/** The blocks of a page in document order. Paragraphs broken by two line breaks are two blocks; a single line break stays in the text. */
export function collectBlocks(root: Element): Block[] {
  const collector = new Collector();
  const context: Context = { element: root, ownCues: 0, nearCues: 0, cues: 0, heading: 0, depth: 0, hidden: false };
  collector.element(root, context, false, false);
  collector.end(context);
  return collector.blocks;
}

function headingLevel(name: string): number | undefined {
  const level = name.length === 2 && name.startsWith('h') ? name.charCodeAt(1) - 48 : 0;
  return level >= 1 && level <= 6 ? level : undefined;
}

/** White space other than a single space. */
const foldable = /[^\S ]|  /;

class Collector {
  readonly blocks: Block[] = [];
  private text = '';
  private linkLength = 0;
  private links = 0;
  private boldLength = 0;
  private breaks = 0;
  private spaced = true;

  end(context: Context): void {
    if (this.text === '') {
      this.reset();
      return;
    }
    const text = (this.text.includes('\n') ? this.text.replace(/ \n/g, '\n') : this.text).trim();
    if (text !== '' && this.blocks.length < maxLines) {
      const { linkLength, links, boldLength } = this;
      this.blocks.push({
        ...context,
        text,
        linkLength: Math.min(linkLength, text.length),
        links,
        boldLength: Math.min(boldLength, text.length),
      });
    }
    this.reset();
  }

  private reset(): void {
    this.text = '';
    this.linkLength = 0;
    this.links = 0;
    this.boldLength = 0;
    this.breaks = 0;
    this.spaced = true;
  }

  private add(raw: string, link: boolean, bold: boolean): void {
    const text = foldable.test(raw) ? raw.replace(/[\s\u00a0]+/g, ' ') : raw;
    if (text === ' ' || text === '') {
      if (!this.spaced && text !== '') this.text += ' ';
      this.spaced = true;
      return;
    }
    this.breaks = 0;
    const piece = this.spaced && text.startsWith(' ') ? text.slice(1) : text;
    this.text += piece;
    this.spaced = piece.endsWith(' ');
    if (link) this.linkLength += piece.length;
    if (bold) this.boldLength += piece.length;
  }

  element(element: Element, outer: Context, link: boolean, bold: boolean): void {
    for (const child of element.children) {
      if (typeof child === 'string') {
        this.add(child, link, bold);
        continue;
      }
      const { name } = child;
      if (name === 'br') {
        if (this.text === '') continue;
        if (++this.breaks >= 2 || this.text.length > longestBlock) this.end(outer);
        else this.text += '\n';
        this.spaced = true;
      } else if (inlineTags.has(name)) {
        if (child.attributes !== undefined && isHidden(child)) continue;
        if (name === 'a') this.links++;
        this.element(child, outer, link || name === 'a', bold || name === 'b' || name === 'strong');
      } else if (name !== 'head' && name !== 'title') {
        this.end(outer);
        const own = elementCues(child);
        const context: Context = {
          element: child,
          ownCues: own,
          nearCues: own | outer.ownCues,
          cues: outer.cues | own,
          heading: headingLevel(name) ?? outer.heading,
          depth: outer.depth + 1,
          hidden: outer.hidden || isHidden(child),
        };
        this.element(child, context, link, bold);
        this.end(context);
      }
    }
  }
}
