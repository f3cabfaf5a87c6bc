import type { Decision } from '@copydesk/contracts';
import { ancestorsIn, namedIn } from './named-in.ts';
import type { StoryBook } from './story-book.ts';

/** Applies a verdict to the book, and writes down with it what its messages need to know of the book: where the article stood, and the lines of the stories named. */
export function writtenDecision(book: StoryBook, given: Pick<Decision, 'epoch' | 'raw' | 'input' | 'verdict'>): Decision {
  const { input, verdict } = given;
  const before = book.storyOf(input.articleId);
  const withdrawnFrom = input.kind === 'withdrawal' ? (before ?? null) : null;
  const assignedUnder = withdrawnFrom === null ? undefined : book.assignedUnder(input.articleId);
  const hasMoved = verdict !== null && before !== undefined && before !== verdict.storyId;
  const decision: Decision = {
    ...given,
    withdrawnFrom,
    ...(assignedUnder === undefined || assignedUnder === withdrawnFrom ? {} : { assignedUnder }),
    ...(hasMoved ? { movedFrom: before } : {}),
  };
  book.apply(input, verdict);
  // Stories that the verdict has split off just now have their line.
  return { ...decision, ...ancestorsIn(book, namedIn(decision)) };
}
