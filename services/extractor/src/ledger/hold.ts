import type { Assignment } from '@copydesk/contracts';
import { findArticle, placeOfArticle, resolveStory } from '@copydesk/storage';
import type { Queryable } from '@copydesk/storage';
import type { StoryLedgers } from './story-ledgers.ts';

type Versions = ReadonlyMap<string, number>;

/** Holds the story that an assignment leads to, and the one that the article stood in before. */
export async function holdPlace(
  db: Queryable,
  ledgers: StoryLedgers,
  { article, storyId }: Assignment,
): Promise<{ storyId: string; before: string | undefined; versions: Versions }> {
  const look = async () => await placeOfArticle(db, article.articleId, storyId);
  let place = await look();
  for (;;) {
    const versions = await ledgers.hold(db, place.before === undefined ? [place.storyId] : [place.storyId, place.before]);
    // While we waited for the hold, a merge or a split may have moved what we were about to hold.
    const again = await look();
    if (again.storyId === place.storyId && again.before === place.before) return { ...place, versions };
    place = again;
  }
}

/** Holds the story that an article stands in. */
export async function holdStoryOf(
  db: Queryable,
  ledgers: StoryLedgers,
  articleId: string,
): Promise<{ storyId: string | undefined; versions: Versions }> {
  for (let storyId = (await findArticle(db, articleId))?.storyId; ;) {
    const versions = await ledgers.hold(db, storyId === undefined ? [] : [storyId]);
    const now = (await findArticle(db, articleId))?.storyId;
    if (now === storyId) return { storyId, versions };
    storyId = now;
  }
}

/** Holds two stories as they are called now; a merge that was waited for may have joined one of them to another. */
export async function holdPair(
  db: Queryable,
  ledgers: StoryLedgers,
  one: string,
  other: string,
): Promise<{ from: string; into: string; versions: Versions }> {
  const look = async () => ({ from: await resolveStory(db, one), into: await resolveStory(db, other) });
  for (let pair = await look(); ;) {
    // Each merge comes under both keys: the second time nothing is held, and what is in memory stays good.
    if (pair.from === pair.into) return { ...pair, versions: new Map() };
    const versions = await ledgers.hold(db, [pair.from, pair.into]);
    const now = await look();
    if (now.from === pair.from && now.into === pair.into) return { ...pair, versions };
    pair = now;
  }
}
