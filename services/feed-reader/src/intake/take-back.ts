import type { ArticleWithdrawal } from '@copydesk/contracts';
import { notePlace, placeSays, recordWithdrawal } from '@copydesk/storage';
import type { Database, Queryable } from '@copydesk/storage';
import type { IntakeItem } from './item.ts';

/** What a place is called where it is noted what it said of an article. */
export function placeOf({ kind, name }: IntakeItem['intake']): string {
  return `${kind} ${name}`;
}

const withdrawn = (reason: ArticleWithdrawal['reason']): string => `withdrawn:${reason}`;

/**
 * Takes an article back because a place says so. That the place said so is noted as well: when it brings the article again, unchanged, that is news, while other places that only repeat what they
 * always said bring nothing back.
 * @returns false when nothing happened: the article was never published, or is taken back already.
 */
export async function takeBack(
  database: Database,
  article: { articleId: string; reason: ArticleWithdrawal['reason']; observedAt: string; place: IntakeItem['intake'] },
): Promise<boolean> {
  const { articleId, reason, observedAt, place } = article;
  // Noted first: a crash in between is mended by the next look, which finds the same.
  await notePlace(database, { articleId, place: placeOf(place), contentHash: withdrawn(reason) });
  return await recordWithdrawal(database, { articleId, reason, observedAt });
}

/** Whether the last that this place said of the article was that it is taken back for this reason. */
export async function tookBack(
  db: Queryable,
  article: { articleId: string; reason: ArticleWithdrawal['reason']; place: IntakeItem['intake'] },
): Promise<boolean> {
  return (await placeSays(db, article.articleId, placeOf(article.place))) === withdrawn(article.reason);
}
