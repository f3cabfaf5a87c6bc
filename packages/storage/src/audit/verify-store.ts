import type { Database } from '../database.ts';
import { listArticles } from '../tables/articles.ts';
import { factsOfStory } from '../tables/facts.ts';
import { mentionsOfArticle } from '../tables/mentions.ts';
import { listStories } from '../tables/stories.ts';
import { evidenceFault, textFault } from './check-evidence.ts';

const PAGE = 200;

export interface VerifyReport {
  articles: number;
  mentions: number;
  facts: number;
  faults: string[];
}

/** Re-checks the whole store: every text against its hash, every mention against its text, every fact against its mentions. */
export async function verifyStore(database: Database): Promise<VerifyReport> {
  const report: VerifyReport = { articles: 0, mentions: 0, facts: 0, faults: [] };
  const known = new Set<string>();
  for (let after: string | undefined; ;) {
    const page = await listArticles(database, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const stored of page) {
      report.articles++;
      const fault = textFault(stored);
      if (fault !== null) report.faults.push(`article ${stored.article.articleId}: ${fault}`);
      for (const mention of await mentionsOfArticle(database, stored.article.articleId)) {
        report.mentions++;
        known.add(mention.id);
        const wrong = evidenceFault(mention, stored);
        if (wrong !== null) report.faults.push(`mention ${mention.id}: ${wrong}`);
      }
    }
    after = page.at(-1)?.article.articleId;
    if (page.length < PAGE) break;
  }
  for (let offset = 0; ; offset += PAGE) {
    const stories = await listStories(database, { limit: PAGE, offset });
    for (const story of stories) {
      for (const fact of await factsOfStory(database, story.id)) {
        report.facts++;
        if (fact.mentions.length === 0) report.faults.push(`fact ${fact.id}: nothing proves it`);
        for (const id of fact.mentions) if (!known.has(id)) report.faults.push(`fact ${fact.id}: its mention ${id} is not there`);
      }
    }
    if (stories.length < PAGE) return report;
  }
}
