import type { Fact, Root } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { familyOf, isAnonymous, mayRetell } from './testimony.ts';
import type { Testimony } from './testimony.ts';

type Support = Fact['support'];

function copiesUnder(testimony: Testimony): ArticleContext['copies'] {
  const { start, end } = testimony.mention.evidence.selectors[1];
  return testimony.article.copies.filter((copy) => copy.start < end && copy.end > start);
}

/** Joins a mention with what its sentence was copied from, and tells whether it was copied at all. */
function joinCopies(sets: DisjointSets, testimony: Testimony, byArticle: ReadonlyMap<string, readonly Testimony[]>): boolean {
  const { article, mention } = testimony;
  const own = `m:${mention.id}`;
  const copies = copiesUnder(testimony);
  for (const { group, origin } of copies) {
    sets.union(own, `g:${group}`);
    if (origin === null) continue;
    for (const source of byArticle.get(origin.articleId) ?? []) {
      const { start, end } = source.mention.evidence.selectors[1];
      if (source.mention.id !== mention.id && start < origin.end && end > origin.start) sets.union(own, `m:${source.mention.id}`);
    }
  }
  // Without measured stretches the whole article is the copy.
  const isWholeCopy = article.relation !== 'original' && article.copies.length === 0;
  if (isWholeCopy || article.relation === 'original') sets.union(own, `g:${article.group}`);
  return copies.length > 0 || isWholeCopy;
}

/**
 * The agency that an uncredited mention really goes back to, among those that others credit for the same claim: one that its article retells elsewhere in the story;
 * or, where the credited text lays the claim to somebody without a name, that text: two newsrooms seldom have the same unnamed speaker say the same thing.
 */
function silentCredit(testimony: Testimony, credited: ReadonlyMap<string, readonly Testimony[]>): string | undefined {
  if (!mayRetell(testimony)) return undefined;
  const known = testimony.retells?.find((agency) => credited.has(agency));
  return known ?? [...credited].find(([, others]) => others.some(isAnonymous))?.[0];
}

/**
 * Counts a claim's testimony by independent root. Mentions are one root when their sentences were copied from one another (the copy must overlap the claim's
 * own words), when their articles are whole copies of one group, when they credit one agency, or retell it without saying so; the root is then named after the
 * agency, else after the outlet that was copied, else after the outlet itself.
 */
export function supportOf(testimonies: readonly Testimony[]): Support {
  const sets = createDisjointSets();
  const byArticle = Map.groupBy(testimonies, ({ article }) => article.articleId);
  const credited = new Map<string, Testimony[]>();
  for (const testimony of testimonies) {
    for (const credit of testimony.credits) {
      const list = credited.get(credit);
      if (list === undefined) credited.set(credit, [testimony]);
      else list.push(testimony);
    }
  }
  const agencies = new Map([...credited].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)));
  const copied = new Set<Testimony>();
  for (const testimony of testimonies) {
    const own = `m:${testimony.mention.id}`;
    const { credits } = testimony;
    for (const credit of credits) sets.union(own, `a:${credit}`);
    if (joinCopies(sets, testimony, byArticle)) {
      copied.add(testimony);
      continue;
    }
    const silent = silentCredit(testimony, agencies);
    if (silent === undefined) sets.union(own, `o:${familyOf(testimony.article)}:${credits.join('/')}`);
    else sets.union(own, `a:${silent}`);
  }
  const groups = Map.groupBy(testimonies, ({ mention }) => sets.find(`m:${mention.id}`));
  const roots = [...groups.values()].map((group) => rootOf(group, copied));
  roots.sort((a, b) => compare(a.name, b.name) || compare(a.articles[0] ?? '', b.articles[0] ?? ''));
  const outlets = new Set(testimonies.map(({ article }) => familyOf(article)));
  return { articles: byArticle.size, outlets: outlets.size, roots, independent: roots.length };
}

function rootOf(group: readonly Testimony[], copied: ReadonlySet<Testimony>): Root {
  const articles = [...new Set(group.map(({ article }) => article.articleId))].sort();
  const credits = [...new Set(group.flatMap(({ credits: own }) => own))].sort();
  if (credits.length > 0) return { name: credits.join('/'), articles, reason: 'credited in the text' };
  const originals = group.filter((testimony) => !copied.has(testimony));
  const first = (originals.length > 0 ? originals : group).reduce((a, b) => (isEarlier(b.article, a.article) ? b : a)).article;
  const name = first.publisher ?? first.url ?? first.articleId;
  if (originals.length === 0) return { name, articles, reason: 'one copy group, first place unknown' };
  if (originals.length < group.length) return { name, articles, reason: 'its sentences were copied' };
  return { name, articles, reason: articles.length === 1 ? 'its own report' : 'one outlet' };
}

function isEarlier(a: ArticleContext, b: ArticleContext): boolean {
  return (compare(a.observedAt, b.observedAt) || compare(a.articleId, b.articleId)) < 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
