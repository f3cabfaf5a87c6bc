import { gravestFirst } from '@copydesk/contracts';
import type { Conflict, Fact, Mention } from '@copydesk/contracts';
import { articlesOfStory, conflictsOfStory, countOutcomes, factsOfStory, listStories, mentionsOfStory } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';

/** Most facts shown of one story; the rest is counted. */
const FACTS_SHOWN = 25;
const STORIES_SHOWN = 10;

export interface Totals {
  articles: number;
  outcomes: Record<string, number>;
  stories: number;
  facts: number;
  conflicts: number;
}

const clip = (text: string, width: number) => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= width ? flat : `${flat.slice(0, width - 1)}…`;
};
const plural = (count: number, noun: string, many = `${noun}s`) => `${count} ${count === 1 ? noun : many}`;

/** "< 2,000 troops", "900–1,000 km". */
function describeValue(fact: Fact): string {
  const quantity = fact.value;
  if (quantity === null) return '';
  const signs = { eq: '', approx: '≈ ', lt: '< ', lte: '≤ ', gt: '> ', gte: '≥ ', range: '', vague: '' } as const;
  const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });
  const amount =
    quantity.value !== null
      ? number(quantity.value)
      : quantity.min !== null && quantity.max !== null
        ? `${number(quantity.min)}–${number(quantity.max)}`
        : quantity.surface;
  return `${signs[quantity.comparator]}${amount} ${quantity.unit}`.trim();
}

function factLines(fact: Fact, mentions: ReadonlyMap<string, Mention>, width: number): string[] {
  const value = describeValue(fact);
  const first = fact.mentions.map((id) => mentions.get(id)).find((mention) => mention !== undefined);
  return [
    `  • ${clip(fact.statement, width - 4)}`,
    `      ${value === '' ? '' : `${value} · `}${plural(fact.support.articles, 'article')}, ${fact.support.independent} independent${fact.conflicts.length > 0 ? ` · ${plural(fact.conflicts.length, 'conflict')}` : ''}`,
    ...(first === undefined ? [] : [`      “${clip(first.evidence.selectors[0].exact, width - 8)}”`]),
  ];
}

function conflictLines(conflict: Conflict, facts: readonly Fact[], width: number): string[] {
  // Sides of a polarity conflict are the whole claims.
  const about = conflict.type === 'polarity' ? undefined : facts.find(({ id }) => conflict.facts.includes(id));
  return [
    `  ! ${conflict.type}, ${conflict.class}, ${conflict.severity}: ${clip(conflict.explanation, width - 30)}`,
    ...(about === undefined ? [] : [`      about: ${clip(about.statement, width - 13)}`]),
    ...conflict.sides.map(
      (side, index) =>
        `      ${conflict.preferred === index ? '→' : ' '} ${clip(side.value, width - 40)} — ${plural(side.articles.length, 'article')}, ${side.roots.length} independent`,
    ),
  ];
}

/** A readable account of the newest stories: facts by support with one piece of evidence each, then what disagrees. */
export async function storyReport(database: Database, width: number): Promise<string> {
  const lines: string[] = [];
  for (const story of await listStories(database, { limit: STORIES_SHOWN, offset: 0 })) {
    const facts = await factsOfStory(database, story.id);
    const conflicts = await conflictsOfStory(database, story.id);
    const mentions = new Map((await mentionsOfStory(database, story.id)).map((mention) => [mention.id, mention]));
    const outlets = new Set(
      (await articlesOfStory(database, story.id)).map((stored) => stored.article.publisher ?? stored.article.articleId),
    );
    lines.push('', `STORY ${clip(story.title ?? story.id, width - 6)}`);
    lines.push(
      `  ${plural(story.articles, 'article')}, ${plural(outlets.size, 'outlet')}, ${plural(facts.length, 'fact')}, ${plural(conflicts.length, 'conflict')}`,
    );
    for (const fact of facts.slice(0, FACTS_SHOWN)) lines.push(...factLines(fact, mentions, width));
    if (facts.length > FACTS_SHOWN) lines.push(`  … and ${facts.length - FACTS_SHOWN} more facts`);
    for (const conflict of gravestFirst(conflicts)) lines.push(...conflictLines(conflict, facts, width));
  }
  return lines.join('\n');
}

/** "5 articles, 1 story, 122 facts, 9 conflicts". */
export function totalsLine({ articles, stories, facts, conflicts }: Totals): string {
  return [plural(articles, 'article'), plural(stories, 'story', 'stories'), plural(facts, 'fact'), plural(conflicts, 'conflict')].join(
    ', ',
  );
}

/** What the ledger holds, in numbers. */
export async function totals(database: Database): Promise<Totals> {
  const outcomes = await countOutcomes(database);
  const sum: Totals = { articles: Object.values(outcomes).reduce((a, b) => a + b, 0), outcomes, stories: 0, facts: 0, conflicts: 0 };
  for (let offset = 0; ; offset += 500) {
    const stories = await listStories(database, { limit: 500, offset });
    sum.stories += stories.length;
    for (const story of stories) {
      sum.facts += story.facts;
      sum.conflicts += story.conflicts;
    }
    if (stories.length < 500) return sum;
  }
}
