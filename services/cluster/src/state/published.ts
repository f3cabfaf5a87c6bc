import type { Decision, Epoch, EpochMoves } from '@copydesk/contracts';
import type { HasLeft } from './begin-epoch.ts';
import { createStoryBook } from './story-book.ts';
import type { StoryBook } from './story-book.ts';

/** What is known outside, from the stored decisions alone: whatever rules they were made by. */
export interface Published {
  readonly book: StoryBook;
  /** The verdict that counts for an article: its newest revision's. */
  verdictOf(articleId: string): Decision['verdict'];
  hasLeft: HasLeft;
  /** Time of the last input. */
  observedAt(): string | undefined;
  decision(decision: Decision): void;
  epoch(epoch: Epoch, moves: readonly EpochMoves[]): void;
}

/** Nothing known yet. */
export function createPublished(): Published {
  const book = createStoryBook(Infinity);
  const verdicts = new Map<string, Decision['verdict']>();
  const left = new Map<string, Set<string>>();
  let epochNow = 1;
  let covered = 0n;
  let last: string | undefined;

  const leave = (splits: readonly { from: string; articleIds: readonly string[] }[]) => {
    for (const { from, articleIds } of splits)
      for (const articleId of articleIds) left.set(articleId, (left.get(articleId) ?? new Set()).add(from));
  };
  return {
    book,
    verdictOf: (articleId) => verdicts.get(articleId) ?? null,
    hasLeft: (articleId, storyId) => left.get(articleId)?.has(storyId) === true,
    observedAt: () => last,
    decision({ epoch, raw, input, verdict }) {
      if (BigInt(raw.offset) < covered || epoch !== epochNow) return;
      covered = BigInt(raw.offset) + 1n;
      last = input.observedAt;
      book.apply(input, verdict);
      if (verdict === null) verdicts.delete(input.articleId);
      else {
        // Reasons and copied stretches are most of a verdict and nothing of the difference.
        verdicts.set(input.articleId, { ...verdict, reasons: [], copies: [], merges: [], splits: [] });
        leave(verdict.splits);
      }
    },
    epoch({ epoch, raw }, moves) {
      epochNow = epoch;
      if (epoch === 1) return;
      covered = BigInt(raw.offset);
      for (const part of moves) {
        book.move(part);
        leave(part.splits);
      }
    },
  };
}
