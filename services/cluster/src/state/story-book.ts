import { STORY_ARTICLES_LISTED } from '@copydesk/contracts';
import type { ArticleRaw, Story, Verdict } from '@copydesk/contracts';
import { createShelf } from './story-shelf.ts';
import type { BookStory, StoredBook } from './story-shelf.ts';

/** What merges and splits do to stories, whoever asks for them: an article, or the beginning of an epoch. */
export type StoryMoves = Pick<Verdict, 'merges' | 'splits'>;

/** The stories of one partition as they stand now. */
export interface StoryBook {
  /** Applies a verdict. @returns the ids of the stories that changed. */
  apply(input: ArticleRaw, verdict: Verdict | null): string[];
  /** Applies merges and splits. @returns the ids of the stories that changed. */
  move(moves: StoryMoves): string[];
  /** The story an article stands in, undefined for one that is unknown, withdrawn or forgotten. */
  storyOf(articleId: string): string | undefined;
  /** The newest revision of an article that stands somewhere. */
  revisionOf(articleId: string): number | undefined;
  /** The story under whose key the article was last assigned, where it has moved since. */
  assignedUnder(articleId: string): string | undefined;
  /** The state of a story as it is published. */
  get(storyId: string): Story | undefined;
  /** The first story of the line that a story was split off from; itself where it began by itself. */
  ancestorOf(storyId: string): string;
  /** How many articles stand in a story. */
  sizeOf(storyId: string): number;
  stories(): Iterable<BookStory>;
  /** Drops stories that nothing will name again, with their articles. */
  forget(storyIds: readonly string[]): void;
  dump(): StoredBook;
}

/** A book with what was dumped, else an empty one. @param keepHours hours after which articles are let go, which are then only counted; Infinity keeps all */
export function createStoryBook(keepHours: number, stored?: StoredBook): StoryBook {
  const shelf = createShelf(keepHours, stored);

  const move = ({ merges, splits }: StoryMoves): string[] => {
    for (const { from, into } of merges) {
      shelf.move(from, into, shelf.articlesOf(from));
      const departed = shelf.get(from)?.departed ?? 0;
      shelf.change(from, (story) => {
        story.mergedInto = into;
        story.departed = 0;
      });
      const target = shelf.get(into);
      if (target !== undefined) target.departed += departed;
    }
    for (const { from, storyId, articleIds } of splits) shelf.move(from, storyId, articleIds);
    return [...merges.flatMap(({ from, into }) => [from, into]), ...splits.flatMap(({ from, storyId }) => [from, storyId])];
  };
  return {
    move,
    apply(input, verdict) {
      if (input.kind === 'withdrawal') {
        const storyId = shelf.storyOf(input.articleId);
        if (storyId === undefined) return [];
        shelf.take(storyId, input.articleId);
        return [storyId];
      }
      if (verdict === null) return [];
      const before = shelf.storyOf(input.articleId);
      shelf.place(input, verdict.storyId, verdict.group);
      const moved = move(verdict);
      return [...new Set([verdict.storyId, ...(before === undefined ? [] : [before]), ...moved])];
    },
    storyOf: shelf.storyOf,
    revisionOf: shelf.revisionOf,
    assignedUnder: shelf.assignedUnder,
    get(storyId) {
      const story = shelf.get(storyId);
      if (story === undefined) return undefined;
      const { members, departed, ancestor: _, ...rest } = story;
      const articles: Story['articles'] = [];
      let skip = members.size - STORY_ARTICLES_LISTED;
      for (const [articleId, { group }] of members) if (--skip < 0) articles.push({ articleId, group });
      return { ...rest, articleCount: members.size + departed, articles };
    },
    ancestorOf: (storyId) => shelf.get(storyId)?.ancestor ?? storyId,
    sizeOf: (storyId) => shelf.get(storyId)?.members.size ?? 0,
    stories: shelf.stories,
    forget: (storyIds) => storyIds.forEach(shelf.remove),
    dump: shelf.dump,
  };
}
