import type { EpochMoves } from '@copydesk/contracts';
import { createEpochNames } from './epoch-names.ts';
import { createStoryBook } from './story-book.ts';
import type { StoryBook } from './story-book.ts';

/** True when an article was once split off from a story: unless it has come back by a merge, the ledger would lead it away from there again. */
export type HasLeft = (articleId: string, storyId: string) => boolean;

/** Stories with most articles in common keep the id they are known by: each gets at most one, each is given at most once, the largest overlap first. */
function keptNames(known: StoryBook, fresh: StoryBook, hasLeft: HasLeft): EpochMoves['names'] {
  const shared: { own: string; name: string; articles: number; firstSeen: string }[] = [];
  for (const { id: own, members } of fresh.stories()) {
    const counts = new Map<string, number>();
    for (const articleId of members.keys()) {
      const name = known.storyOf(articleId);
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [name, articles] of counts) {
      if ([...members.keys()].some((articleId) => known.storyOf(articleId) !== name && hasLeft(articleId, name))) continue;
      shared.push({ own, name, articles, firstSeen: known.get(name)?.firstSeen ?? '' });
    }
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  shared.sort((a, b) => b.articles - a.articles || order(a.firstSeen, b.firstSeen) || order(a.name, b.name) || order(a.own, b.own));
  const names: EpochMoves['names'] = [];
  const [givenTo, given] = [new Set<string>(), new Set<string>()];
  for (const { own, name } of shared) {
    if (givenTo.has(own) || given.has(name)) continue;
    givenTo.add(own);
    given.add(name);
    names.push([own, name, (known.get(name)?.revision ?? 0) + 1]);
  }
  return names;
}

/** The book under the names that stories are known by. Pure: what is stored of a switch makes the same book again. */
export function renamedBook(
  fresh: StoryBook,
  { epoch, keepHours }: { epoch: number; keepHours: number },
  names: EpochMoves['names'],
): StoryBook {
  const { nameOf } = createEpochNames(epoch, names);
  const revisions = new Map(names.map(([own, , revision]) => [own, revision]));
  const { stories, assigned, hour } = fresh.dump();
  return createStoryBook(keepHours, {
    // What was merged away before the switch is merged away for good, under a name that nobody knows.
    stories: stories
      .filter(({ mergedInto }) => mergedInto === null)
      // Lines begin anew: the new rules' own splits have never been published.
      .map((story) => {
        const { ancestor: _, ...rest } = story;
        return { ...rest, id: nameOf(story.id), revision: revisions.get(story.id) ?? story.revision };
      }),
    assigned: assigned.map(([articleId, storyId]) => [articleId, nameOf(storyId)]),
    hour,
  });
}

/**
 * What it takes to come from the stories that are known outside to those of the new rules. A story whose articles all go to one other is merged into it, so that its id goes on; else its articles leave it.
 * Articles that have left the window stay where they are.
 */
export function movesTo(
  known: StoryBook,
  fresh: StoryBook,
  { epoch, hasLeft }: { epoch: number; hasLeft: HasLeft },
): Pick<EpochMoves, 'names' | 'merges' | 'splits'> {
  const names = keptNames(known, fresh, hasLeft);
  const { nameOf } = createEpochNames(epoch, names);
  const reasons = [`epoch ${epoch}: other rules or options of clustering`];
  const merges: EpochMoves['merges'] = [];
  const splits: EpochMoves['splits'] = [];
  for (const { id: from, members } of known.stories()) {
    const goesTo = new Map<string, string[]>();
    for (const articleId of members.keys()) {
      const own = fresh.storyOf(articleId);
      const into = own === undefined ? from : nameOf(own);
      const there = goesTo.get(into);
      if (there === undefined) goesTo.set(into, [articleId]);
      else there.push(articleId);
    }
    const [only] = goesTo.keys();
    if (goesTo.size === 1 && only !== undefined && only !== from) merges.push({ from, into: only, reasons });
    else for (const [storyId, articleIds] of goesTo) if (storyId !== from) splits.push({ from, storyId, articleIds, reasons });
  }
  return { names, merges, splits };
}
