import { z } from 'zod';
import type { IntakeItem } from '../intake/item.ts';

const HOUR = 3_600_000;
/** When a page is looked at again, after it was seen first: most corrections come within the hour, the rest within days. */
const rounds: readonly number[] = [HOUR, 24 * HOUR, 7 * 24 * HOUR];
/** A page that cannot be had is tried again after this, and not for ever. */
const RETRY = HOUR;
const GIVE_UP = 8 * 24 * HOUR;
/** Pages that were not there so often in a row are gone: one 404 may be an editor at work. */
const MISSES = 2;

/** When a page that was gone in the last of its looks is looked at again. */
const LAST_LOOK = 14 * 24 * HOUR;

/** What a look at a page found. */
export type Finding = 'read' | 'unfit' | 'not-found' | 'gone' | 'unreachable';

/** The first look at a page taken in now. */
export function firstCheck(now: number): { publishedAt: Date; dueAt: Date } {
  return { publishedAt: new Date(now), dueAt: new Date(now + (rounds[0] ?? HOUR)) };
}

/** When to look next (null: never again), and whether the article is to be taken back. */
export function nextCheck(
  check: { round: number; misses: number; publishedAt: Date },
  finding: Finding,
  now: number,
): { round: number; misses: number; dueAt: Date | null; withdraw: boolean } {
  const { round, publishedAt } = check;
  const misses = finding === 'not-found' ? check.misses + 1 : 0;
  if (finding === 'gone' || misses >= MISSES) {
    // A page that is gone may come back: it is looked at on the days that are left, or once more.
    const next = rounds[round + 1] ?? (round < rounds.length ? LAST_LOOK : undefined);
    const dueAt = next === undefined ? null : new Date(Math.max(publishedAt.getTime() + next, now + RETRY));
    return { round: round + 1, misses: 0, dueAt, withdraw: true };
  }
  if (finding === 'not-found' || finding === 'unreachable') {
    const over = now - publishedAt.getTime() > GIVE_UP;
    return { round, misses, dueAt: over ? null : new Date(now + RETRY), withdraw: false };
  }
  const offset = rounds[round + 1];
  if (offset === undefined) return { round: round + 1, misses: 0, dueAt: null, withdraw: false };
  // A reader that was off does not look twice in a row.
  return { round: round + 1, misses: 0, dueAt: new Date(Math.max(publishedAt.getTime() + offset, now + RETRY)), withdraw: false };
}

const itemSchema = z.object({
  feedUrl: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
});

/** What is kept of a feed's item, so that its page is read again as it was read at first. */
export function itemOfCheck(item: IntakeItem): z.infer<typeof itemSchema> {
  return { feedUrl: item.intake.name, title: item.title, publisher: item.publisher, published: item.published };
}

/** The place that a look at a page speaks for: the feed that named it. */
export function placeOfCheck(check: { item: object }): IntakeItem['intake'] {
  return { kind: 'feed', name: itemSchema.parse(check.item).feedUrl };
}

/** The item of a page that is looked at again. */
export function checkedItem(check: { url: string; item: object }, html: string): IntakeItem {
  const { feedUrl: _, ...known } = itemSchema.parse(check.item);
  return {
    intake: placeOfCheck(check),
    identity: { url: check.url },
    url: check.url,
    ...known,
    body: { kind: 'html', content: html },
  };
}
