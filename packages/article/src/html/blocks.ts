import type { Element } from './element.ts';
import { elementCues, isHidden, isReadOutOnly } from './cues.ts';
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

/** Where in the page a text stands. What names say is looked up only where there is text: half of a page's elements have none. */
class Place {
  readonly element: Element;
  readonly heading: number;
  readonly depth: number;
  ownCues = 0;
  nearCues = 0;
  cues = 0;
  hidden = false;
  private readonly outer: Place | undefined;
  private known: boolean;

  constructor(element: Element, outer: Place | undefined) {
    this.element = element;
    this.outer = outer;
    this.heading = headingLevel(element.name) ?? outer?.heading ?? 0;
    this.depth = outer === undefined ? 0 : outer.depth + 1;
    this.known = outer === undefined;
  }

  /** Fills in what the names of the element and of those around it say. */
  know(): void {
    const { outer } = this;
    if (this.known || outer === undefined) return;
    outer.know();
    this.ownCues = elementCues(this.element);
    this.nearCues = this.ownCues | outer.ownCues;
    this.cues = outer.cues | this.ownCues;
    this.hidden = outer.hidden || isHidden(this.element);
    this.known = true;
  }
}

/** A block of text that stands in no place of the page. */
export function plainBlock(text: string, element: Element): Block {
  return { text, linkLength: 0, links: 0, boldLength: 0, element, ownCues: 0, nearCues: 0, cues: 0, heading: 0, depth: 0, hidden: false };
}

/** A block longer than this ends at its next line break, so that a page of one endless block stays cheap. */
const longestBlock = 20_000;

/** The blocks of a page in document order. Paragraphs broken by two line breaks are two blocks; a single line break stays in the text. */
export function collectBlocks(root: Element): Block[] {
  const collector = new Collector();
  const place = new Place(root, undefined);
  collector.element(root, place, false, false);
  collector.end(place);
  return collector.blocks;
}

function headingLevel(name: string): number | undefined {
  const level = name.length === 2 && name.startsWith('h') ? name.charCodeAt(1) - 48 : 0;
  return level >= 1 && level <= 6 ? level : undefined;
}

/** White space other than a single space. */
const foldable = /[^\S ]|  /;

/** What links say to screen readers at their end, in a part of its own. */
const newWindow =
  /^[\s(,]{0,3}(?:opens?(?: an?)?(?: in)?(?: an?)? (?:new|external) (?:tab|window|website|site|link)|öffnet (?:sich )?i[nm] (?:einem )?neue[mn] (?:fenster|tab)|(?:se )?abre en (?:una )?(?:nueva )?(?:ventana|pestaña)(?: nueva)?|(?:s'ouvre|ouvre|ouverture) dans (?:une nouvelle fenêtre|un nouvel onglet)|(?:si )?apre in una nuova (?:finestra|scheda)|abre em (?:uma )?nova (?:janela|aba))[\s).]{0,3}$/i;
const longestNote = 60;

/** Whether a sentence ends where one part ends and the next part begins another, with nothing between them ("… last year.<span>The mayor"). */
function runsOn(text: string, next: string): boolean {
  const mark = text.charCodeAt(text.length - 1);
  return (mark === 46 || mark === 33 || mark === 63) && /^\p{Lu}\p{Ll}/u.test(next) && /\p{Ll}{2}.$/u.test(text.slice(-3));
}

/** Most texts between two tags are line breaks and indentation. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && (code < 9 || code > 13) && code !== 0xa0) return false;
  }
  return true;
}

class Collector {
  readonly blocks: Block[] = [];
  private text = '';
  private linkLength = 0;
  private links = 0;
  private boldLength = 0;
  private breaks = 0;
  private spaced = true;

  end(place: Place): void {
    if (this.text === '') {
      this.reset();
      return;
    }
    const text = (this.text.includes('\n') ? this.text.replace(/ \n/g, '\n') : this.text).trim();
    if (text !== '' && this.blocks.length < maxLines) {
      place.know();
      this.blocks.push({
        text,
        linkLength: Math.min(this.linkLength, text.length),
        links: this.links,
        boldLength: Math.min(this.boldLength, text.length),
        element: place.element,
        ownCues: place.ownCues,
        nearCues: place.nearCues,
        cues: place.cues,
        heading: place.heading,
        depth: place.depth,
        hidden: place.hidden,
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
    if (isBlank(raw) || (link && raw.length < longestNote && newWindow.test(raw))) {
      if (!this.spaced) this.text += ' ';
      this.spaced = true;
      return;
    }
    const text = foldable.test(raw) ? raw.replace(/[\s\u00a0]+/g, ' ') : raw;
    if (text === ' ' || text === '') {
      if (!this.spaced && text !== '') this.text += ' ';
      this.spaced = true;
      return;
    }
    this.breaks = 0;
    const piece = this.spaced && text.startsWith(' ') ? text.slice(1) : text;
    if (!this.spaced && runsOn(this.text, piece)) this.text += ' ';
    this.text += piece;
    this.spaced = piece.endsWith(' ');
    if (link) this.linkLength += piece.length;
    if (bold) this.boldLength += piece.length;
  }

  element(element: Element, outer: Place, link: boolean, bold: boolean): void {
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
        if (child.attributes !== undefined && (isHidden(child) || isReadOutOnly(child))) continue;
        if (name === 'a') this.links++;
        this.element(child, outer, link || name === 'a', bold || name === 'b' || name === 'strong');
      } else if (name !== 'head' && name !== 'title') {
        this.end(outer);
        const place = new Place(child, outer);
        this.element(child, place, link, bold);
        this.end(place);
      }
    }
  }
}
