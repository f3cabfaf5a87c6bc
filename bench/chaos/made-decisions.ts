import { articleId } from '@copydesk/contracts';
import type { ArticleRaw, ArticleRevision, Decision, Verdict } from '@copydesk/contracts';
import { madeArticle, madeWithdrawal } from '@copydesk/testkit';
import { createStoryBook } from '../../services/cluster/src/state/story-book.ts';
import type { StoryBook } from '../../services/cluster/src/state/story-book.ts';
import { writtenDecision } from '../../services/cluster/src/state/written-decision.ts';
import type { Dice } from './dice.ts';
import { madeInput } from './made-input.ts';

const begin = Date.parse('2024-03-04T06:00:00Z');
const reasons: string[] = [];
/** Stories that get articles at a time. */
const OPEN_STORIES = 8;

/** Made articles as a reader publishes them: the same address again is a new revision. */
function revisions(count: number, seed: number): ArticleRevision[] {
  const known = new Map<string, number>();
  const records = madeInput(count, seed).filter(({ text }) => text.trim() !== '');
  return records.map(({ url, title, text, publisher }, at) => {
    const revision = (known.get(url) ?? 0) + 1;
    known.set(url, revision);
    const observedAt = new Date(begin + at * 97_000).toISOString();
    return madeArticle({ articleId: articleId({ url }), url, revision, title, text, publisher, observedAt });
  });
}

/** Stories that still take articles, in the order they were begun. */
function openStories(book: StoryBook): string[] {
  const open = [...book.stories()].filter(({ mergedInto, members }) => mergedInto === null && members.size > 0);
  return open.map(({ id }) => id).slice(-OPEN_STORIES);
}

function verdictOn(input: ArticleRevision, at: number, book: StoryBook, dice: Dice): Verdict {
  const open = openStories(book);
  const known = book.storyOf(input.articleId);
  const stays = known !== undefined && dice.next() < 0.4;
  const storyId = stays ? known : open.length === 0 || dice.next() < 0.2 ? `s_${at}` : dice.pick(open);
  const place = {
    storyId,
    group: input.articleId,
    relation: 'original',
    of: null,
    directed: false,
    score: 1,
    reasons,
    copies: [],
  } as const;
  const merges: Verdict['merges'] = [];
  const splits: Verdict['splits'] = [];
  const change = dice.next();
  const [into, from] = [...open].slice(dice.below(3));
  if (change < 0.08 && into !== undefined && from !== undefined && ![into, from].includes(storyId)) merges.push({ from, into, reasons });
  else if (change < 0.18) {
    const source = dice.pick([storyId, ...open]);
    const members = [...([...book.stories()].find(({ id }) => id === source)?.members.keys() ?? [])];
    const articleIds = members.filter((id) => id !== input.articleId && dice.next() < 0.5);
    // Into a story of its own, into the one that this article has just begun, or into another.
    const target = dice.pick([`s_${at}b`, storyId, ...open]);
    if (articleIds.length > 0 && target !== source) splits.push({ from: source, storyId: target, articleIds, reasons });
  }
  return { ...place, reasons, copies: [], merges, splits };
}

/**
 * Decisions on made articles that a clusterer could take, and far more restless ones than it takes: stories that tell the same join and part, articles move with a new revision or are taken back. What each says
 * of the stories is what the book of the cluster service writes down. The same dice give the same decisions.
 */
export function madeDecisions(count: number, seed: number, dice: Dice): Decision[] {
  const book = createStoryBook(Infinity);
  const raw = (offset: number) => ({ partition: 0, offset: String(offset) });
  const decisions: Decision[] = [];
  const decide = (input: ArticleRaw, verdict: Verdict | null) =>
    decisions.push(writtenDecision(book, { epoch: 1, raw: raw(decisions.length), input, verdict }));
  const newest = new Map<string, number>();
  const known = new Map<string, ArticleRevision>();
  for (const [at, article] of revisions(count, seed).entries()) {
    const revision = (newest.get(article.articleId) ?? 0) + 1;
    newest.set(article.articleId, revision);
    const input = { ...article, revision };
    known.set(article.articleId, input);
    decide(input, verdictOn(input, at, book, dice));
    const earlier = dice.pick([...known.values()]);
    if (dice.next() >= 0.1 || book.storyOf(earlier.articleId) === undefined) continue;
    const withdrawal = madeWithdrawal({ ...earlier, revision: newest.get(earlier.articleId) ?? 1 }, { observedAt: input.observedAt });
    newest.set(earlier.articleId, withdrawal.revision);
    decide(withdrawal, null);
  }
  return decisions;
}
