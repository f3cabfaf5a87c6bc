import type { Fact, Mention, Root } from '@copydesk/contracts';
import type { ArticleContext } from '../article-context.ts';
import { agencyOfPublisher, carrierName } from './agency.ts';
import { createDisjointSets } from './disjoint-sets.ts';

/** A mention with the article it stands in. */
export interface Testimony {
  readonly mention: Mention;
  readonly article: ArticleContext;
}

type Support = Fact['support'];

/** Publisher family for counting: an article of an unknown publisher is a family of its own. */
export function familyOf(article: ArticleContext): string {
  return article.publisher ?? `article ${article.articleId}`;
}

function copiesUnder(testimony: Testimony): ArticleContext['copies'] {
  const { start, end } = testimony.mention.evidence.selectors[1];
  return testimony.article.copies.filter((copy) => copy.start < end && copy.end > start);
}

/** Agencies that the mention or, where nothing nearer is said, its article credits. */
function creditsOf(testimony: Testimony): string[] {
  const via = testimony.mention.source?.via ?? [];
  if (via.length > 0) return via.map(carrierName);
  if (testimony.article.wireCredit.length > 0) return [testimony.article.wireCredit.map(carrierName).sort().join('/')];
  const own = agencyOfPublisher(testimony.article.publisher ?? '');
  return own === null ? [] : [own];
}

/**
 * Counts a claim's testimony by independent root. Mentions are one root when their sentences were copied from one another (the copy must overlap the claim's
 * own words), when their articles are whole copies of one group, or when they credit one agency; the root is then named after the agency that any of them
 * credits, else after the outlet that was copied, else after the outlet itself.
 */
export function supportOf(testimonies: readonly Testimony[]): Support {
  const sets = createDisjointSets();
  const here = new Map<string, Testimony[]>();
  for (const testimony of testimonies) {
    const list = here.get(testimony.article.articleId);
    if (list === undefined) here.set(testimony.article.articleId, [testimony]);
    else list.push(testimony);
  }
  const copied = new Set<string>();
  for (const testimony of testimonies) {
    const { article, mention } = testimony;
    const own = `m:${mention.id}`;
    sets.find(own);
    for (const credit of creditsOf(testimony)) sets.union(own, `a:${credit}`);
    const copies = copiesUnder(testimony);
    for (const copy of copies) {
      copied.add(mention.id);
      sets.union(own, `g:${copy.group}`);
      const { origin } = copy;
      if (origin === null) continue;
      for (const source of here.get(origin.articleId) ?? []) {
        const { start, end } = source.mention.evidence.selectors[1];
        if (source.mention.id !== mention.id && start < origin.end && end > origin.start) sets.union(own, `m:${source.mention.id}`);
      }
    }
    const wholeCopy = article.relation !== 'original' && article.copies.length === 0;
    if (wholeCopy) {
      copied.add(mention.id);
      sets.union(own, `g:${article.group}`);
    }
    if (article.relation === 'original') sets.union(own, `g:${article.group}`);
    if (copies.length === 0 && !wholeCopy) sets.union(own, `o:${familyOf(article)}:${creditsOf(testimony).join('/')}`);
  }
  const byRoot = new Map<string, Testimony[]>();
  for (const testimony of testimonies) {
    const root = sets.find(`m:${testimony.mention.id}`);
    const list = byRoot.get(root);
    if (list === undefined) byRoot.set(root, [testimony]);
    else list.push(testimony);
  }
  const roots = [...byRoot.values()].map((group) => rootOf(group, copied));
  roots.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : (a.articles[0] ?? '') < (b.articles[0] ?? '') ? -1 : 1));
  return {
    articles: here.size,
    outlets: new Set(testimonies.map(({ article }) => familyOf(article))).size,
    roots,
    independent: roots.length,
  };
}

function rootOf(group: readonly Testimony[], copied: ReadonlySet<string>): Root {
  const articles = [...new Set(group.map(({ article }) => article.articleId))].sort();
  const credits = [...new Set(group.flatMap(creditsOf))].sort();
  if (credits.length > 0) return { name: credits.join('/'), articles, reason: 'credited in the text' };
  const originals = group.filter(({ mention }) => !copied.has(mention.id));
  const first = [...(originals.length > 0 ? originals : group)].sort((a, b) => order(a, b))[0];
  const name = first === undefined ? '' : (first.article.publisher ?? first.article.url ?? first.article.articleId);
  if (articles.length === 1 && originals.length > 0) return { name, articles, reason: 'its own report' };
  const outlets = new Set(group.map(({ article }) => familyOf(article)));
  if (originals.length === group.length) return { name, articles, reason: outlets.size > 1 ? 'one copy group' : 'one outlet' };
  return { name, articles, reason: originals.length > 0 ? 'its sentences were copied' : 'one copy group, first place unknown' };
}

function order(a: Testimony, b: Testimony): number {
  const x = `${a.article.observedAt} ${a.article.articleId}`;
  const y = `${b.article.observedAt} ${b.article.articleId}`;
  return x < y ? -1 : x > y ? 1 : 0;
}
