import { canonicalJson } from '@copydesk/contracts';
import type { Database } from '../database.ts';
import { listArticles } from '../tables/articles.ts';
import { conflictsOfStory } from '../tables/conflicts.ts';
import { factsOfStory } from '../tables/facts.ts';
import { mentionsOfStory } from '../tables/mentions.ts';
import { listOutcomes } from '../tables/outcomes.ts';
import { listStories } from '../tables/stories.ts';

const PAGE = 500;

/** Members that say when or how often something travelled, not what it says. */
const transport = new Set(['observedAt', 'firstSeen', 'lastSeen', 'lastChanged']);

function withoutTransport(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTransport(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !transport.has(name))
      .map(([name, member]) => [name, withoutTransport(member)]),
  );
}

/** How often a fact or conflict was published depends on how its articles were batched, not on what they say. */
function body(item: object): unknown {
  return withoutTransport({ ...item, revision: undefined });
}

/**
 * Everything the ledger says, a line an object, in an order that depends on content alone: two ledgers that say the same have the same bytes, whatever crashes,
 * redeliveries and replays lie behind them. Times of transport and counts of publication are left out.
 */
export async function* canonicalDump(database: Database): AsyncGenerator<string> {
  const line = (kind: string, value: unknown) => canonicalJson({ kind, ...(value as object) });
  const lines: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const stories = await listStories(database, { limit: PAGE, offset });
    for (const story of stories) {
      lines.push(line('story', withoutTransport(story)));
      for (const fact of await factsOfStory(database, story.id)) lines.push(line('fact', body(fact)));
      for (const conflict of await conflictsOfStory(database, story.id)) lines.push(line('conflict', body(conflict)));
      for (const mention of await mentionsOfStory(database, story.id)) lines.push(line('mention', mention));
    }
    if (stories.length < PAGE) break;
  }
  for (let after: string | undefined; ;) {
    const page = await listArticles(database, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const stored of page) lines.push(line('article', withoutTransport(stored)));
    after = page.at(-1)?.article.articleId;
    if (page.length < PAGE) break;
  }
  for (let after: { articleId: string; revision: number } | undefined; ;) {
    const page = await listOutcomes(database, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const outcome of page) lines.push(line('outcome', outcome));
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  yield* lines.sort();
}
