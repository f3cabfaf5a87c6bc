import { createExtractor, openStoryLedger, warmUp, warmUpReports } from '@copydesk/facts';
import type { ArticleContext, StoryLedger } from '@copydesk/facts';
import { createClusterer } from '@copydesk/near-duplicate';
import { documentSchema } from '../story/document.ts';
import { mentionLine } from '../story/mention-line.ts';
import { readArticle } from '../story/read-article.ts';
import type { TaskResult } from '../task.ts';

/** Milliseconds between two documents where none is dated: only their order counts. */
const FIRST_OBSERVED = Date.parse('2000-01-01T00:00:00Z');

/** Article → cluster → mentions → ledger, in memory, with the cores and defaults of the services. Before the clock runs the extractor is warmed up as when its service starts, and invented reports of one event go all the way. */
export function run(items: readonly unknown[]): TaskResult {
  warmUp(createExtractor());
  readAll(warmUpReports().map((report, index) => ({ ...report, id: `warm-up-${index}`, file: '' })));
  return readAll(items);
}

function readAll(items: readonly unknown[]): TaskResult {
  const documents = items.map((item) => documentSchema.parse(item));
  const extractor = createExtractor();
  const clusterer = createClusterer();
  const ledgers = new Map<string, StoryLedger>();
  const placed = new Map<string, { context: ArticleContext; story: string; mentions: ReturnType<typeof extractor.extract>['mentions'] }>();
  const lines: object[] = [];
  const idOf = new Map<string, string>();
  const dated = documents.map((document) => Date.parse(document.published ?? '')).filter((time) => Number.isFinite(time));
  let observed = dated.length > 0 ? Math.min(...dated) : FIRST_OBSERVED;
  let milliseconds = 0;
  let worstMs = 0;
  const ledgerOf = (story: string) => {
    const ledger = ledgers.get(story) ?? openStoryLedger(story);
    ledgers.set(story, ledger);
    return ledger;
  };
  for (const document of documents) {
    const begun = performance.now();
    observed += 1;
    const read = readArticle(document, new Date(observed).toISOString());
    if (read !== undefined) {
      const { revision: article, toSource } = read;
      idOf.set(article.articleId, document.id);
      const { text, title, language, url, publisher, observedAt } = article;
      const decision = clusterer.add({
        id: article.articleId,
        revision: 1,
        title,
        text,
        language,
        url,
        publisher,
        observedAt,
        published: article.published?.value ?? null,
      });
      const { mentions } = extractor.extract(article);
      const context: ArticleContext = {
        articleId: article.articleId,
        revision: 1,
        publisher,
        url,
        observedAt,
        published: article.published?.value ?? null,
        wireCredit: article.wireCredit,
        group: decision.group,
        relation: decision.relation,
        of: decision.of,
        directed: decision.directed,
        copies: decision.copies,
      };
      ledgerOf(decision.story).setArticle(context, mentions);
      placed.set(article.articleId, { context, story: decision.story, mentions });
      const moves = [
        ...decision.merged.map(({ from, into }) => ({
          into,
          ids: [...placed].filter(([, entry]) => entry.story === from).map(([id]) => id),
        })),
        ...decision.splits.map(({ into, articleIds }) => ({ into, ids: articleIds })),
      ];
      for (const { into, ids } of moves) {
        for (const id of ids) {
          const entry = placed.get(id);
          if (entry === undefined) continue;
          ledgerOf(entry.story).removeArticle(id);
          entry.story = into;
          ledgerOf(into).setArticle(entry.context, entry.mentions);
        }
      }
      for (const mention of mentions) lines.push(mentionLine(mention, document.id, toSource));
    }
    const took = performance.now() - begun;
    milliseconds += took;
    worstMs = Math.max(worstMs, took);
  }
  for (const ledger of ledgers.values()) {
    const { facts, conflicts } = ledger.published();
    for (const fact of facts.filter(({ status }) => status === 'active')) {
      const { articles, outlets, independent, roots } = fact.support;
      lines.push({
        kind: 'fact',
        id: fact.id,
        mentions: fact.mentions,
        support: { articles, outlets, independent },
        roots: roots.map(({ name, articles: ids, reason }) => ({ name, articles: ids.map((id) => idOf.get(id) ?? id), reason })),
      });
    }
    for (const conflict of conflicts.filter(({ status }) => status === 'active')) {
      const { type, severity, sides } = conflict;
      lines.push({ kind: 'conflict', sides: sides.map((side) => side.mentions), type, class: conflict.class, severity });
    }
  }
  return { lines, milliseconds, worstMs };
}
