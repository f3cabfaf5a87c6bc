import type { ArticleRaw, Story, Verdict } from '@copydesk/contracts';

/** The stories of one partition as they stand now. */
export interface StoryBook {
  /** Applies a verdict. @returns the ids of the stories that changed. */
  apply(input: ArticleRaw, verdict: Verdict | null): string[];
  /** The story an article stands in, undefined for an unknown article. */
  storyOf(articleId: string): string | undefined;
  get(storyId: string): Story | undefined;
}

/** An empty book. */
export function createStoryBook(): StoryBook {
  const stories = new Map<string, Story>();
  const storyOf = new Map<string, string>();

  const change = (id: string, edit: (story: Story) => Story) => {
    const story = stories.get(id);
    if (story !== undefined) stories.set(id, { ...edit(story), revision: story.revision + 1 });
  };
  const place = (input: Extract<ArticleRaw, { kind: 'revision' }>, storyId: string, group: string) => {
    const before = storyOf.get(input.articleId);
    if (before !== undefined && before !== storyId) take(before, input.articleId);
    storyOf.set(input.articleId, storyId);
    const entry = { articleId: input.articleId, group };
    if (!stories.has(storyId)) {
      const { language, title, observedAt } = input;
      stories.set(storyId, {
        id: storyId,
        revision: 0,
        language,
        title,
        articles: [],
        firstSeen: observedAt,
        lastSeen: observedAt,
        mergedInto: null,
      });
    }
    change(storyId, (story) => ({
      ...story,
      title: story.title ?? input.title,
      articles: [...story.articles.filter((article) => article.articleId !== input.articleId), entry],
      firstSeen: input.observedAt < story.firstSeen ? input.observedAt : story.firstSeen,
      lastSeen: input.observedAt > story.lastSeen ? input.observedAt : story.lastSeen,
    }));
  };
  const take = (storyId: string, articleId: string) => {
    storyOf.delete(articleId);
    change(storyId, (story) => ({ ...story, articles: story.articles.filter((article) => article.articleId !== articleId) }));
  };
  const move = (from: string, into: string, articleIds: readonly string[]) => {
    const source = stories.get(from);
    if (source === undefined) return;
    const moved = source.articles.filter((article) => articleIds.includes(article.articleId));
    if (!stories.has(into)) stories.set(into, { ...source, id: into, revision: 0, articles: [], mergedInto: null });
    change(from, (story) => ({ ...story, articles: story.articles.filter((article) => !articleIds.includes(article.articleId)) }));
    change(into, (story) => ({
      ...story,
      articles: [...story.articles, ...moved],
      firstSeen: source.firstSeen < story.firstSeen ? source.firstSeen : story.firstSeen,
      lastSeen: source.lastSeen > story.lastSeen ? source.lastSeen : story.lastSeen,
    }));
    for (const { articleId } of moved) storyOf.set(articleId, into);
  };

  return {
    apply(input, verdict) {
      if (input.kind === 'withdrawal') {
        const storyId = storyOf.get(input.articleId);
        if (storyId === undefined) return [];
        take(storyId, input.articleId);
        return [storyId];
      }
      if (verdict === null) return [];
      const changed = new Set<string>([verdict.storyId]);
      const before = storyOf.get(input.articleId);
      if (before !== undefined) changed.add(before);
      place(input, verdict.storyId, verdict.group);
      for (const merge of verdict.merges) {
        move(merge.from, merge.into, stories.get(merge.from)?.articles.map((article) => article.articleId) ?? []);
        change(merge.from, (story) => ({ ...story, mergedInto: merge.into }));
        changed.add(merge.from).add(merge.into);
      }
      for (const split of verdict.splits) {
        move(split.from, split.storyId, split.articleIds);
        changed.add(split.from).add(split.storyId);
      }
      return [...changed];
    },
    storyOf: (articleId) => storyOf.get(articleId),
    get: (storyId) => stories.get(storyId),
  };
}
