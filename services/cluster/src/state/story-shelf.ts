import type { ArticleRevision, Story } from '@copydesk/contracts';
import { createDepartures } from './departures.ts';

interface Member {
  group: string;
  revision: number;
  /** Hour of its arrival. */
  hour: number;
}

/** A story with its articles of the window: by id, in the order they came to it. */
export interface BookStory extends Omit<Story, 'articles' | 'articleCount'> {
  members: Map<string, Member>;
  /** How many more have left the window. */
  departed: number;
  /** The first story of the line that it was split off from; none where it began by itself. */
  ancestor?: string;
}

/** The book as JSON: articles as rows of id, group, revision and hour. */
export interface StoredBook {
  stories: (Omit<BookStory, 'members'> & { members: [string, string, number, number][] })[];
  assigned: [string, string][];
  /** The hour it is, by the articles. */
  hour: number;
}

/** Stories and where each article stands, changed in place: what an article costs does not grow with its story. */
export interface Shelf {
  readonly get: (storyId: string) => BookStory | undefined;
  readonly stories: () => Iterable<BookStory>;
  readonly storyOf: (articleId: string) => string | undefined;
  readonly revisionOf: (articleId: string) => number | undefined;
  readonly assignedUnder: (articleId: string) => string | undefined;
  readonly articlesOf: (storyId: string) => string[];
  /** Edits a story that is there and counts a revision of it. */
  readonly change: (storyId: string, edit: (story: BookStory) => void) => void;
  readonly place: (input: ArticleRevision, storyId: string, group: string) => void;
  readonly take: (storyId: string, articleId: string) => void;
  readonly move: (from: string, into: string, articleIds: readonly string[]) => void;
  readonly remove: (storyId: string) => void;
  readonly dump: () => StoredBook;
}

/** A shelf with what was dumped, else an empty one. @param keepHours hours after which articles are let go; Infinity keeps all */
export function createShelf(keepHours: number, stored: StoredBook = { stories: [], assigned: [], hour: 0 }): Shelf {
  const stories = new Map<string, BookStory>(
    stored.stories.map(({ members, ...story }) => [
      story.id,
      { ...story, members: new Map(members.map(([articleId, group, revision, hour]) => [articleId, { group, revision, hour }])) },
    ]),
  );
  const storyOf = new Map<string, string>();
  for (const { id, members } of stories.values()) for (const articleId of members.keys()) storyOf.set(articleId, id);
  const assigned = new Map(stored.assigned);
  const arrivals = stored.stories.flatMap(({ members }) => members.map(([articleId, , , hour]) => [articleId, hour] as const));
  const departures = createDepartures(keepHours, { hour: stored.hour, arrivals });

  const memberOf = (articleId: string) => stories.get(storyOf.get(articleId) ?? '')?.members.get(articleId);
  const open = (from: Omit<BookStory, 'revision' | 'members' | 'departed' | 'mergedInto'>) => {
    if (!stories.has(from.id)) stories.set(from.id, { ...from, revision: 0, members: new Map(), departed: 0, mergedInto: null });
  };
  /** No revision of the story: as it is published, nothing has changed. */
  const leave = (articleId: string, hour: number) => {
    const story = stories.get(storyOf.get(articleId) ?? '');
    // It came again since.
    if (story?.members.get(articleId)?.hour !== hour) return;
    story.members.delete(articleId);
    story.departed += 1;
    storyOf.delete(articleId);
    assigned.delete(articleId);
  };
  const seen = (story: BookStory, first: string, last: string) => {
    if (first < story.firstSeen) story.firstSeen = first;
    if (last > story.lastSeen) story.lastSeen = last;
  };

  const shelf: Shelf = {
    get: (storyId) => stories.get(storyId),
    stories: () => stories.values(),
    storyOf: (articleId) => storyOf.get(articleId),
    revisionOf: (articleId) => memberOf(articleId)?.revision,
    assignedUnder: (articleId) => assigned.get(articleId),
    articlesOf: (storyId) => [...(stories.get(storyId)?.members.keys() ?? [])],
    change(storyId, edit) {
      const story = stories.get(storyId);
      if (story === undefined) return;
      edit(story);
      story.revision += 1;
    },
    place({ articleId, revision, language, title, observedAt }, storyId, group) {
      const known = memberOf(articleId)?.revision ?? 0;
      const before = storyOf.get(articleId);
      if (before !== undefined && before !== storyId) shelf.take(before, articleId);
      storyOf.set(articleId, storyId);
      assigned.delete(articleId);
      const hour = departures.arrive(articleId, observedAt);
      open({ id: storyId, language, title, firstSeen: observedAt, lastSeen: observedAt });
      shelf.change(storyId, (story) => {
        story.title ??= title;
        story.members.delete(articleId);
        story.members.set(articleId, { group, revision: Math.max(known, revision), hour });
        seen(story, observedAt, observedAt);
      });
      departures.due(leave);
    },
    take(storyId, articleId) {
      storyOf.delete(articleId);
      assigned.delete(articleId);
      shelf.change(storyId, (story) => story.members.delete(articleId));
    },
    move(from, into, articleIds) {
      const source = stories.get(from);
      if (source === undefined || from === into) return;
      const moved = articleIds.flatMap((articleId) => {
        const member = source.members.get(articleId);
        return member === undefined ? [] : [[articleId, member] as const];
      });
      const { language, title, firstSeen, lastSeen } = source;
      open({ id: into, language, title, firstSeen, lastSeen, ancestor: source.ancestor ?? from });
      shelf.change(from, (story) => moved.forEach(([articleId]) => story.members.delete(articleId)));
      shelf.change(into, (story) => {
        for (const [articleId, member] of moved) story.members.set(articleId, member);
        seen(story, firstSeen, lastSeen);
      });
      for (const [articleId] of moved) {
        storyOf.set(articleId, into);
        if (!assigned.has(articleId)) assigned.set(articleId, from);
      }
    },
    remove(storyId) {
      for (const articleId of stories.get(storyId)?.members.keys() ?? []) {
        storyOf.delete(articleId);
        assigned.delete(articleId);
      }
      stories.delete(storyId);
    },
    dump: () => ({
      stories: [...stories.values()].map(({ members, ...story }) => ({
        ...story,
        members: [...members].map(([articleId, { group, revision, hour }]): [string, string, number, number] => [
          articleId,
          group,
          revision,
          hour,
        ]),
      })),
      assigned: [...assigned],
      hour: departures.hour(),
    }),
  };
  return shelf;
}
