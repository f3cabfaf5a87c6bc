/** A line that stands on this many pages of one host is the site's, not an article's. */
const enoughPages = 3;
/** Shorter lines are not remembered: too many of them repeat by chance. */
const shortest = 12;
const longest = 600;

/** Lines of one host with the number of pages they stood on. Plain data: it is stored and handed in, the readers stay pure. */
export interface HostMemoryState {
  pages: number;
  counts: [line: string, pages: number][];
}

/** The way a line is remembered: letters in lower case, digits as one sign, white space folded, so that counters and dates do not hide a repeat. */
export function lineKey(line: string): string {
  return line.slice(0, longest).toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
}

/** Whether the set of known lines (keys as `lineKey` makes them) holds this line. */
export function isKnownLine(known: ReadonlySet<string>, line: string): boolean {
  return line.length >= shortest && known.size > 0 && known.has(lineKey(line));
}

/**
 * Remembers which lines repeat on the pages of one host, in bounded space: at most `capacity` lines, the ones seen least are forgotten first.
 * Deterministic; one instance a host. Give it each page once (its canonical address is the caller's concern): a re-read page would count as a repeat.
 */
export class HostMemory {
  private readonly capacity: number;
  private readonly counts: Map<string, number>;
  private pages: number;

  constructor(state: HostMemoryState = { pages: 0, counts: [] }, capacity = 4_000) {
    this.capacity = capacity;
    this.counts = new Map(state.counts);
    this.pages = state.pages;
  }

  /** Notes the lines of one page; a line counts once a page. */
  add(lines: Iterable<string>): void {
    this.pages++;
    const keys = new Set<string>();
    for (const line of lines) if (line.length >= shortest && line.length <= longest) keys.add(lineKey(line));
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    if (this.counts.size > this.capacity) this.forget();
  }

  /** The lines that repeat on at least three pages and on a tenth of the pages seen. */
  knownLines(): ReadonlySet<string> {
    const bar = Math.max(enoughPages, this.pages * 0.1);
    const known = new Set<string>();
    for (const [key, pages] of this.counts) if (pages >= bar) known.add(key);
    return known;
  }

  /** What has to be stored to go on later. */
  state(): HostMemoryState {
    return { pages: this.pages, counts: [...this.counts] };
  }

  /** Halves the memory: the most often seen stay, among equals the latest. */
  private forget(): void {
    const entries = [...this.counts].map(([key, pages], order) => ({ key, pages, order }));
    entries.sort((a, b) => b.pages - a.pages || b.order - a.order);
    const kept = entries.slice(0, this.capacity >> 1).sort((a, b) => a.order - b.order);
    this.counts.clear();
    for (const { key, pages } of kept) this.counts.set(key, pages);
  }
}
