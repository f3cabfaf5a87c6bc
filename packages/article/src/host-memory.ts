import type { ArticleReading } from './reading.ts';

/** A line that stands on so many pages of one host, and on this share of them, is the site's, not an article's. */
const enoughPages = 5;
const shareOfLabels = 0.1;
/** Whole sentences repeat in articles too: the background of a long story. Only what stands on every fourth page is taken for the site's. */
const shareOfSentences = 0.25;
/** A page of which so much is known is a copy of an earlier one: it teaches nothing of the site, and nothing is taken out of it. */
const shareOfCopies = 0.4;
/** Shorter lines are not remembered: too many of them repeat by chance. Nor are longer ones: the site says nothing at such length. */
const shortest = 12;
const longest = 600;
/** Lines looked at on one page. */
const mostLines = 400;
/** When so many pages are counted all counts are halved: a site that changes its phrases is learnt anew. */
const fullPages = 400;
/** Lines remembered of one host; of those seen once, about the last thirty pages'. */
const defaultCapacity = 800;

/** What is remembered of one host, as plain data to be stored: no words, only hashes of lines with the number of pages they stood on. */
export interface HostMemoryState {
  pages: number;
  lines: [key: string, pages: number][];
}

/**
 * Remembers which lines of article bodies repeat on the pages of one host, in bounded space: the lines seen least are forgotten first. Pure and deterministic: the state follows from the pages
 * learnt and their order. Teach it each page once: a page that is read again would count as a repeat.
 */
export class HostMemory {
  private readonly capacity: number;
  private readonly counts: Map<string, number>;
  private pages: number;

  constructor(state: HostMemoryState = { pages: 0, lines: [] }, capacity: number = defaultCapacity) {
    this.capacity = capacity;
    this.counts = new Map(state.lines);
    this.pages = state.pages;
  }

  /** Notes the lines of one article body; a line counts once a page. */
  learn(text: string): void {
    const lines = text.split('\n', mostLines);
    if (shareOf(lines, (line) => this.counts.has(lineKey(line))) > shareOfCopies && this.pages > 0) return;
    this.pages++;
    for (const key of new Set(lines.filter(isMemorable).map(lineKey))) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    if (this.pages >= fullPages) this.halve();
    if (this.counts.size > this.capacity) this.forget();
  }

  /** For each line of an article body whether it is the site's. None is, where that would be most of the text. */
  repeats(text: string): boolean[] {
    const lines = text.split('\n');
    const found = lines.map((line, i) => i < mostLines && this.isKnown(line));
    const known = new Set(lines.filter((_, i) => found[i]));
    return shareOf(lines, (line) => known.has(line)) > shareOfCopies ? lines.map(() => false) : found;
  }

  /** What has to be stored to go on later. */
  state(): HostMemoryState {
    return { pages: this.pages, lines: [...this.counts] };
  }

  private isKnown(line: string): boolean {
    if (!isMemorable(line)) return false;
    const pages = this.counts.get(lineKey(line)) ?? 0;
    return pages >= Math.max(enoughPages, this.pages * (isSentence(line) ? shareOfSentences : shareOfLabels));
  }

  private halve(): void {
    this.pages >>= 1;
    for (const [key, pages] of this.counts) {
      if (pages > 1) this.counts.set(key, pages >> 1);
      else this.counts.delete(key);
    }
  }

  /** Forgets a quarter: the most often seen stay, among equals the latest. */
  private forget(): void {
    const entries = [...this.counts].map(([key, pages], order) => ({ key, pages, order }));
    entries.sort((a, b) => b.pages - a.pages || b.order - a.order);
    const kept = entries.slice(0, Math.floor(this.capacity * 0.75)).sort((a, b) => a.order - b.order);
    this.counts.clear();
    for (const { key, pages } of kept) this.counts.set(key, pages);
  }
}

/** The reading without the lines that its host repeats; the same reading where there are none. */
export function withoutRepeats(reading: ArticleReading, memory: HostMemory): ArticleReading {
  const repeats = memory.repeats(reading.text);
  if (!repeats.includes(true)) return reading;
  /** Where each kept line stands now, and where it stood. */
  const kept: { start: number; before: number; text: string }[] = [];
  let before = 0;
  let start = 0;
  for (const [i, text] of reading.text.split('\n').entries()) {
    if (repeats[i] !== true) {
      kept.push({ start, before, text });
      start += text.length + 1;
    }
    before += text.length + 1;
  }
  const { map } = reading;
  return {
    ...reading,
    text: kept.map(({ text }) => text).join('\n'),
    map: map === undefined ? undefined : (offset) => map(offset + shiftAt(kept, offset)),
    headlines: reading.headlines.flatMap((span) => {
      const line = kept.find((at) => at.before === span.start && at.before + at.text.length === span.end);
      return line === undefined ? [] : [{ start: line.start, end: line.start + line.text.length }];
    }),
    boilerplate: reading.boilerplate + repeats.filter(Boolean).length,
  };
}

/** How far the line at this offset has moved. */
function shiftAt(kept: readonly { start: number; before: number }[], offset: number): number {
  const line = kept.findLast(({ start }) => start <= offset);
  return line === undefined ? 0 : line.before - line.start;
}

const isMemorable = (line: string): boolean => line.length >= shortest && line.length <= longest;
const isSentence = (line: string): boolean => line.length >= 60 && /[.!?。！？…]["'”’»)]{0,2}$/.test(line);

function shareOf(lines: readonly string[], is: (line: string) => boolean): number {
  let all = 0;
  let such = 0;
  for (const line of lines) {
    all += line.length;
    if (isMemorable(line) && is(line)) such += line.length;
  }
  return such / Math.max(1, all);
}

/** A short name for a line: letters in lower case, digits as one sign, white space folded, so that counters and dates do not hide a repeat; then 64 bits of hash (two of FNV-1a). */
function lineKey(line: string): string {
  const plain = line.slice(0, longest).toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 15);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36).padStart(7, '0');
}
