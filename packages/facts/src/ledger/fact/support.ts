import type { Fact, Root } from '@copydesk/contracts';
import { createDisjointSets } from './disjoint-sets.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { isAnonymous } from './testimony.ts';
import type { Testimony } from './testimony.ts';

export type Support = Fact['support'];

/** What others in the claim may refer to: the articles and copy groups that some sentence was copied from, and the agencies credited, the most credited first. */
interface Claim {
  readonly testimonies: readonly Testimony[];
  readonly copiedGroups: ReadonlySet<string>;
  readonly copiedArticles: ReadonlySet<string>;
  readonly credited: ReadonlyMap<string, { count: number; anonymous: boolean }>;
}

function read(testimonies: readonly Testimony[]): Claim {
  const copiedGroups = new Set<string>();
  const copiedArticles = new Set<string>();
  const credited = new Map<string, { count: number; anonymous: boolean }>();
  for (const testimony of testimonies) {
    for (const { group, origin } of testimony.copies) {
      copiedGroups.add(group);
      if (origin !== null) copiedArticles.add(origin.articleId);
    }
    if (testimony.isWholeCopy) copiedGroups.add(testimony.article.group);
    for (const credit of testimony.credits) {
      const known = credited.get(credit) ?? { count: 0, anonymous: false };
      credited.set(credit, { count: known.count + 1, anonymous: known.anonymous || isAnonymous(testimony) });
    }
  }
  const inOrder = [...credited].sort(([a, x], [b, y]) => y.count - x.count || compare(a, b));
  return { testimonies, copiedGroups, copiedArticles, credited: new Map(inOrder) };
}

/**
 * The agency that an uncredited mention really goes back to, among those that others credit for the same claim: one that its article retells elsewhere in the story;
 * or, where the credited text lays the claim to somebody without a name, that text: two newsrooms seldom have the same unnamed speaker say the same thing.
 */
function silentCredit(testimony: Testimony, credited: Claim['credited']): string | undefined {
  if (!testimony.isSilent || credited.size === 0) return undefined;
  const known = testimony.standing.retells.find((agency) => credited.has(agency));
  if (known !== undefined) return known;
  for (const [agency, { anonymous }] of credited) if (anonymous) return agency;
  return undefined;
}

/** Joins copies with what they were copied from. A testimony is known by its mention where copies are about, by its source otherwise. */
function joinCopies(sets: DisjointSets, claim: Claim): void {
  const byArticle = Map.groupBy(
    claim.testimonies.filter(({ article }) => claim.copiedArticles.has(article.articleId)),
    ({ article }) => article.articleId,
  );
  for (const testimony of claim.testimonies) {
    const own = keyOf(testimony, claim);
    for (const credit of testimony.credits) sets.union(own, `a:${credit}`);
    const isCopied = testimony.copies.length > 0 || testimony.isWholeCopy;
    if (claim.copiedGroups.has(testimony.article.group) && (testimony.isWholeCopy || testimony.article.relation === 'original')) {
      sets.union(own, `g:${testimony.article.group}`);
    }
    for (const { group, origin } of testimony.copies) {
      sets.union(own, `g:${group}`);
      if (origin === null) continue;
      for (const source of byArticle.get(origin.articleId) ?? []) {
        if (source !== testimony && overlapsWords(source, origin)) sets.union(own, keyOf(source, claim));
      }
    }
    if (!isCopied && testimony.credits.length === 0) sets.union(own, sourceOf(testimony, claim));
  }
}

/** True where a stretch of the article has some of the mention's own words. */
export function overlapsWords({ mention }: Testimony, stretch: { readonly start: number; readonly end: number }): boolean {
  const { start, end } = mention.evidence.selectors[1];
  return start < stretch.end && end > stretch.start;
}

function sourceOf(testimony: Testimony, claim: Claim): string {
  const [credit] = testimony.credits;
  if (credit !== undefined) return `a:${credit}`;
  const silent = silentCredit(testimony, claim.credited);
  return silent === undefined ? `o:${testimony.family}` : `a:${silent}`;
}

function keyOf(testimony: Testimony, claim: Claim): string {
  const { article, copies, isWholeCopy, credits } = testimony;
  const isPlain =
    copies.length === 0 &&
    !isWholeCopy &&
    credits.length < 2 &&
    !claim.copiedGroups.has(article.group) &&
    !claim.copiedArticles.has(article.articleId);
  return isPlain ? sourceOf(testimony, claim) : `m:${testimony.mention.id}`;
}

/**
 * Counts a claim's testimony (in its `order`) by independent root. Mentions are one root when their sentences were copied from one another (the copy must overlap the claim's
 * own words), when their articles are whole copies of one group, when they credit one agency, or retell it without saying so; the root is then named after the
 * agency, else after the outlet that was copied, else after the outlet itself.
 */
export function supportOf(testimonies: readonly Testimony[]): Support {
  const claim = read(testimonies);
  const sets = createDisjointSets();
  if (claim.copiedGroups.size > 0 || claim.copiedArticles.size > 0 || testimonies.some(({ credits }) => credits.length > 1))
    joinCopies(sets, claim);
  const groups = new Map<string, Testimony[]>();
  const articles = new Set<string>();
  const outlets = new Set<string>();
  for (const testimony of testimonies) {
    articles.add(testimony.article.articleId);
    outlets.add(testimony.family);
    const root = sets.find(keyOf(testimony, claim));
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [testimony]);
    else group.push(testimony);
  }
  // An outlet's own report and its sentences in others' texts are one outlet's word.
  const named = Map.groupBy([...groups.values()].map(rootOf), ({ name }) => name);
  const roots = [...named.values()].map(joinRoots);
  roots.sort((a, b) => compare(a.name, b.name) || compare(a.articles[0] ?? '', b.articles[0] ?? ''));
  return { articles: articles.size, outlets: outlets.size, roots, independent: roots.length };
}

/** Roots of one name as one. */
export function joinRoots(roots: readonly Root[]): Root {
  const [first, ...others] = roots;
  if (first === undefined) throw new RangeError('no root');
  if (others.length === 0) return first;
  const articles = [...new Set(roots.flatMap((root) => root.articles))].sort();
  return { name: first.name, articles, reason: roots.map(({ reason }) => reason).sort()[0] ?? first.reason };
}

function rootOf(group: readonly Testimony[]): Root {
  const articles = [...new Set(group.map(({ article }) => article.articleId))];
  const credits = [...new Set(group.flatMap(({ credits: own }) => own))].sort();
  if (credits.length > 0) return { name: credits.join('/'), articles, reason: 'credited in the text' };
  const originals = group.filter(({ copies, isWholeCopy }) => copies.length === 0 && !isWholeCopy);
  const first = (originals.length > 0 ? originals : group).reduce((a, b) =>
    b.article.observedAt < a.article.observedAt || (b.article.observedAt === a.article.observedAt && b.worth < a.worth) ? b : a,
  );
  const name = first.article.publisher ?? first.article.url ?? first.article.articleId;
  if (originals.length === 0) return { name, articles, reason: 'one copy group, first place unknown' };
  if (originals.length < group.length) return { name, articles, reason: 'its sentences were copied' };
  return { name, articles, reason: articles.length === 1 ? 'its own report' : 'one outlet' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
