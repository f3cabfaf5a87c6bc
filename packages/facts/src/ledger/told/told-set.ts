import type { Support } from '../fact/support.ts';
import { supportOf } from '../fact/support.ts';
import { SupportTally } from '../fact/support-tally.ts';
import type { Testimony } from '../fact/testimony.ts';
import { Change } from './follower.ts';
import type { Turn } from './follower.ts';
import { Partition } from './partition.ts';
import type { Part, PartitionKind } from './partition.ts';
import { Extremes, NumberSpan, Strings } from './readings.ts';
import type { SortedList } from './sorted-list.ts';
import { Union } from './union.ts';

/** Smaller sets are read anew each time: that is quicker than keeping count. */
const LARGE = 48;
/** Turns that a set keeps for who follows it, in times its size. */
const KEPT_TURNS = 4;

/** Testimonies in their order, and what is read from all of them: each reading is kept, and brought up to date when it is asked for again. */
export class ToldSet {
  readonly #list: Testimony[] = [];
  #log: Turn[] | undefined;
  /** Another number says that the turns begin anew. */
  epoch = 0;
  #extremes: Extremes | undefined;
  #ids: Strings | undefined;
  #sortedIds: Strings | undefined;
  #articles: Strings | undefined;
  #tally: SupportTally | undefined;
  #partitions: Map<PartitionKind, Partition> | undefined;
  #spans: Map<(testimony: Testimony) => number, NumberSpan> | undefined;
  #unions: Map<string, Union> | undefined;

  /** In order, each testimony once. */
  get list(): readonly Testimony[] {
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
  }

  add(testimony: Testimony): void {
    this.#list.splice(this.#place(testimony), 0, testimony);
    this.#turn(testimony);
  }

  remove(testimony: Testimony): void {
    let at = this.#place(testimony);
    while (this.#list[at] !== testimony && this.#list[at]?.order === testimony.order) at++;
    if (this.#list[at] !== testimony) return;
    this.#list.splice(at, 1);
    this.#turn(new Change(testimony, 'out'));
  }

  /** Says that the standing of a testimony's article is another. */
  restand(testimony: Testimony): void {
    this.#turn(new Change(testimony, 'standing'));
  }

  /** All that happened since the epoch began, or since somebody asked for the first time. */
  turns(): readonly Turn[] {
    return (this.#log ??= []);
  }

  /** The first of greatest worth. */
  get best(): Testimony | undefined {
    return (this.#extremes ??= new Extremes()).of(this).best;
  }

  get firstSeen(): string {
    return (this.#extremes ??= new Extremes()).of(this).first;
  }

  get lastSeen(): string {
    return (this.#extremes ??= new Extremes()).of(this).last;
  }

  /** Ids of the mentions in the order of the testimonies. */
  get ids(): readonly string[] {
    if (this.size < LARGE) return this.#list.map(({ mention }) => mention.id);
    return (this.#ids ??= new Strings(({ order, mention }) => [order, mention.id])).of(this).snapshot();
  }

  /** Ids of the mentions, sorted. */
  get sortedIds(): readonly string[] {
    if (this.size < LARGE) return this.#list.map(({ mention }) => mention.id).sort();
    return (this.#sortedIds ??= new Strings(({ mention }) => [mention.id, mention.id])).of(this).snapshot();
  }

  /** Ids of the articles, sorted, each once. */
  get articleIds(): readonly string[] {
    if (this.size < LARGE) return [...new Set(this.#list.map(({ article }) => article.articleId))].sort();
    return this.#articleList().snapshot();
  }

  hasArticle(articleId: string): boolean {
    if (this.size < LARGE) return this.#list.some(({ article }) => article.articleId === articleId);
    return this.#articleList().has(articleId);
  }

  /** True where an article stands in both. */
  sharesArticle(other: ToldSet): boolean {
    const [small, large] = this.size <= other.size ? [this, other] : [other, this];
    if (small.size < LARGE) return small.#list.some(({ article }) => large.hasArticle(article.articleId));
    for (const articleId of small.#articleList().keys()) if (large.hasArticle(articleId)) return true;
    return false;
  }

  support(): Support {
    return this.size < LARGE ? supportOf(this.#list) : (this.#tally ??= new SupportTally()).of(this);
  }

  /** Names of the independent roots, sorted. */
  rootNames(): string[] {
    return this.support().roots.map(({ name }) => name);
  }

  /** The parts of the set, in the order that the kind says. */
  parts(kind: PartitionKind): readonly Part[] {
    const partitions = (this.#partitions ??= new Map());
    let partition = partitions.get(kind);
    if (partition === undefined) partitions.set(kind, (partition = new Partition(kind)));
    return partition.of(this);
  }

  /** Least and greatest of a number; `read` must be the same function each time. */
  span(read: (testimony: Testimony) => number): { readonly first: number; readonly last: number } {
    const spans = (this.#spans ??= new Map());
    let span = spans.get(read);
    if (span === undefined) spans.set(read, (span = new NumberSpan(read)));
    return span.of(this);
  }

  /** Several parts of this set as one, kept under a name. */
  union(name: string, parts: readonly ToldSet[]): ToldSet {
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return only;
    const unions = (this.#unions ??= new Map());
    let union = unions.get(name);
    if (union === undefined) unions.set(name, (union = new Union()));
    return union.of(parts);
  }

  #articleList(): SortedList {
    return (this.#articles ??= new Strings(({ article }) => [article.articleId, article.articleId])).of(this);
  }

  #place(testimony: Testimony): number {
    let [low, high] = [0, this.#list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#list[middle]?.order ?? '') < testimony.order) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #turn(turn: Turn): void {
    if (this.#log === undefined) return;
    this.#log.push(turn);
    if (this.#log.length <= KEPT_TURNS * (this.#list.length + LARGE)) return;
    this.#log = undefined;
    this.epoch++;
  }
}
