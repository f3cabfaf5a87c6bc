import { Follower } from '../told/follower.ts';
import type { ToldSet } from '../told/told-set.ts';
import { CreditCount } from './credit-count.ts';
import { RootGroup } from './root-group.ts';
import { RootList } from './root-list.ts';
import { overlapsWords } from './support.ts';
import type { Support } from './support.ts';
import type { Testimony } from './testimony.ts';

interface Stretch {
  readonly copier: Testimony;
  readonly origin: { readonly start: number; readonly end: number };
}

function put<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/**
 * `supportOf`, kept up to date testimony by testimony: groups of one root are joined as links between them show. All is counted anew only when the agency changes that uncredited
 * testimonies go back to, or when a testimony leaves.
 */
export class SupportTally extends Follower {
  #waiting: Testimony[] = [];
  readonly #credits = new CreditCount();
  #anonymous: string | undefined;
  /** Uncredited testimonies, and the group that each was put into. */
  readonly #silent = new Map<Testimony, string>();
  /** Of these the ones whose articles are seen in another light now. */
  #restanding: Testimony[] = [];
  readonly #families = new Set<string>();
  readonly #articles = new Map<string, Testimony[]>();
  readonly #groups = new Map<string, RootGroup>();
  readonly #copiedGroups = new Set<string>();
  readonly #stretches = new Map<string, Stretch[]>();
  readonly #heads = new Map<string, Testimony[]>();
  readonly #roots = new RootList();

  of(set: ToldSet): Support {
    this.catchUp(set);
    const credited = this.#credits.size;
    for (const testimony of this.#waiting) this.#credits.add(testimony);
    const before = this.#anonymous;
    this.#anonymous = this.#credits.anonymous();
    const doubtful = before !== this.#anonymous || this.#credits.size !== credited ? this.#silent.keys() : this.#restanding;
    if (!this.#resettle(doubtful)) {
      this.clear();
      this.#waiting = [...set.list];
      for (const testimony of this.#waiting) this.#credits.add(testimony);
      this.#anonymous = this.#credits.anonymous();
    }
    for (const testimony of this.#waiting) this.#enter(testimony);
    this.#waiting = [];
    this.#restanding = [];
    const roots = this.#roots.snapshot();
    return { articles: this.#articles.size, outlets: this.#families.size, roots, independent: roots.length };
  }

  protected override clear(): void {
    this.#waiting = [];
    this.#credits.clear();
    this.#anonymous = undefined;
    this.#silent.clear();
    this.#restanding = [];
    this.#families.clear();
    for (const map of [this.#articles, this.#groups, this.#stretches, this.#heads]) map.clear();
    this.#copiedGroups.clear();
    this.#roots.clear();
  }

  protected override take(testimony: Testimony): void {
    this.#waiting.push(testimony);
  }

  protected override drop(_testimony: Testimony): boolean {
    return false;
  }

  protected override standing(testimony: Testimony): void {
    this.#restanding.push(testimony);
  }

  /** Puts uncredited testimonies into the groups that they belong to now. @returns false where others were joined by one of them: then all must be counted anew. */
  #resettle(testimonies: Iterable<Testimony>): boolean {
    for (const testimony of testimonies) {
      const was = this.#silent.get(testimony);
      const key = this.#keyOf(testimony);
      if (was === undefined || was === key) continue;
      const group = this.#group(was);
      if (this.#isLinked(testimony)) return false;
      group.remove(testimony);
      this.#roots.touch(group);
      this.#silent.set(testimony, key);
      this.#group(key).add(testimony);
      this.#roots.touch(this.#group(key));
    }
    return true;
  }

  /** True where copies of a testimony were joined with it. */
  #isLinked(testimony: Testimony): boolean {
    const { article } = testimony;
    if (article.relation === 'original' && this.#copiedGroups.has(article.group)) return true;
    return (this.#stretches.get(article.articleId) ?? []).some(({ origin }) => overlapsWords(testimony, origin));
  }

  #enter(testimony: Testimony): void {
    const { article, copies, isWholeCopy } = testimony;
    this.#families.add(testimony.family);
    const key = this.#keyOf(testimony);
    if (testimony.isSilent) this.#silent.set(testimony, key);
    const group = this.#group(key);
    group.add(testimony);
    this.#roots.touch(group);
    if (this.#isApart(testimony)) for (const credit of testimony.credits) this.#join(key, `a:${credit}`);
    put(this.#articles, article.articleId, testimony);
    if (isWholeCopy || article.relation === 'original') {
      put(this.#heads, article.group, testimony);
      if (this.#copiedGroups.has(article.group)) this.#join(key, `g:${article.group}`);
    }
    if (isWholeCopy) this.#copy(article.group);
    for (const { group: of, origin } of copies) {
      this.#copy(of);
      this.#join(key, `g:${of}`);
      if (origin === null) continue;
      put(this.#stretches, origin.articleId, { copier: testimony, origin });
      for (const source of this.#articles.get(origin.articleId) ?? [])
        if (source !== testimony && overlapsWords(source, origin)) this.#join(key, this.#keyOf(source));
    }
    for (const { copier, origin } of this.#stretches.get(article.articleId) ?? [])
      if (copier !== testimony && overlapsWords(testimony, origin)) this.#join(key, this.#keyOf(copier));
  }

  /** A group of copies turns up: all that stand at its head are of one root. */
  #copy(group: string): void {
    if (this.#copiedGroups.has(group)) return;
    this.#copiedGroups.add(group);
    for (const head of this.#heads.get(group) ?? []) this.#join(this.#keyOf(head), `g:${group}`);
  }

  /** True where a testimony cannot be told by its source alone. */
  #isApart({ copies, isWholeCopy, credits }: Testimony): boolean {
    return copies.length > 0 || isWholeCopy || credits.length > 1;
  }

  #keyOf(testimony: Testimony): string {
    if (this.#isApart(testimony)) return `m:${testimony.mention.id}`;
    const [credit] = testimony.credits;
    if (credit !== undefined) return `a:${credit}`;
    const silent = this.#silentCredit(testimony);
    return silent === undefined ? `o:${testimony.family}` : `a:${silent}`;
  }

  #silentCredit(testimony: Testimony): string | undefined {
    if (!testimony.isSilent) return undefined;
    return testimony.standing.retells.find((agency) => this.#credits.has(agency)) ?? this.#anonymous;
  }

  #group(key: string): RootGroup {
    const known = this.#groups.get(key);
    if (known !== undefined) return known.top();
    const group = new RootGroup();
    this.#groups.set(key, group);
    return group;
  }

  #join(a: string, b: string): void {
    const [x, y] = [this.#group(a), this.#group(b)];
    if (x === y) return;
    const [large, small] = x.size >= y.size ? [x, y] : [y, x];
    large.join(small);
    this.#roots.touch(small);
    this.#roots.touch(large);
  }
}
