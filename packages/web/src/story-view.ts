import { gravestFirst } from '@copydesk/contracts';
import type { ArticleSummary, FactDetail, Mention, StoryChange, StoryDetail } from '@copydesk/contracts';
import { conflictView } from './conflict-view.ts';
import { html, safeHref } from './html.ts';
import type { Html } from './html.ts';
import { count, moment, page } from './layout.ts';

/** How an article is named to a reader: its publisher, else its host, else its title, else its id. */
export function articleName(article: ArticleSummary): string {
  const href = safeHref(article.url);
  return article.publisher ?? (href === undefined ? undefined : new URL(href).hostname) ?? article.title ?? article.articleId;
}

function evidenceView(mention: Mention, names: ReadonlyMap<string, string>): Html {
  const quote = mention.evidence.selectors[0];
  return html`<li>
    <q>${quote.exact}</q>
    <span class="meta"
      ><a href="/articles/${mention.articleId}#c${mention.evidence.selectors[1].start}"
        >${names.get(mention.articleId) ?? mention.articleId}</a
      >
      ${mention.source === null ? null : ` · says ${[mention.source.name ?? mention.source.role ?? mention.source.kind, ...mention.source.via.map((via) => `via ${via}`)].join(' ')}`}</span
    >
  </li>`;
}

function factView(fact: FactDetail, names: ReadonlyMap<string, string>): Html {
  return html`<li class="fact" id="${fact.id}">
    <details>
      <summary>
        <span class="type">${fact.type}</span> ${fact.statement}
        <span class="support">${count(fact.support.articles, 'article')}, ${fact.support.independent} independent</span>
        ${fact.conflicts.length > 0 ? html`<span class="flag">${count(fact.conflicts.length, 'conflict')}</span>` : null}
      </summary>
      <ul class="evidence">
        ${fact.evidence.map((mention) => evidenceView(mention, names))}
      </ul>
      <p class="meta">Roots: ${fact.support.roots.map((root) => `${names.get(root.name) ?? root.name} (${root.reason})`).join('; ')}</p>
    </details>
  </li>`;
}

/** "a copy of Outlet, 94 % alike": the relation in words, with the article that it speaks of. */
function relationView({ relation, of, directed, score }: ArticleSummary, names: ReadonlyMap<string, string>): Html {
  if (of === null) return html`${relation}`;
  const other = html`<a href="/articles/${of}">${names.get(of) ?? of}</a>`;
  return html`${relation} of ${other}${score > 0 ? ` (${Math.round(score * 100)} % shared)` : ''}${directed ? '' : ', direction unknown'}`;
}

function changeView({ kind, from, into, articles, reasons, observedAt }: StoryChange): Html {
  return html`<li>
    ${moment(observedAt)}
    ${kind === 'merge' ? html`${from} went on in ${into}` : html`${count(articles ?? 0, 'article')} left ${from} for ${into}`}:
    ${reasons.join('; ')}
  </li>`;
}

function articleView(article: ArticleSummary, names: ReadonlyMap<string, string>): Html {
  return html`<li>
    <a href="/articles/${article.articleId}">${article.title ?? articleName(article)}</a>
    <p class="meta">
      ${articleName(article)} ·
      ${relationView(article, names)}${article.wireCredit.length > 0 ? ` · credits ${article.wireCredit.join(', ')}` : ''}
      ${article.reasons.length > 0 ? html`<br />Why here: ${article.reasons.join('; ')}` : null}
    </p>
  </li>`;
}

/** One story: conflicts first, then facts by support, then the articles and why they are grouped. */
export function renderStory(story: StoryDetail): string {
  const names = new Map(story.articleList.map((article) => [article.articleId, articleName(article)]));
  return page(
    story.title ?? 'Story',
    html`<h1>${story.title ?? 'Untitled story'}</h1>
      <p class="meta">${count(story.articles, 'article')} · ${count(story.facts, 'fact')} · ${count(story.conflicts, 'conflict')}</p>
      <section aria-labelledby="conflicts">
        <h2 id="conflicts">Where the sources disagree</h2>
        ${story.conflictList.length === 0 ? html`<p>Nowhere.</p>` : gravestFirst(story.conflictList).map((conflict) => conflictView(conflict, { names, facts: story.factList }))}
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">Facts</h2>
        <ul class="facts">
          ${story.factList.map((fact) => factView(fact, names))}
        </ul>
      </section>
      <section aria-labelledby="articles">
        <h2 id="articles">Articles</h2>
        <ul class="articles">
          ${story.articleList.map((article) => articleView(article, names))}
        </ul>
        ${
          story.changes.length === 0
            ? null
            : html`<h3>Merged and parted</h3>
                <ul class="changes">
                  ${story.changes.map((change) => changeView(change))}
                </ul>`
        }
      </section>`,
  );
}
