import { MAX_MESSAGE_BYTES, articleId, errorCodes, sha256 } from '@copydesk/contracts';
import type { ErrorCode } from '@copydesk/contracts';
import { holdIntake, isForgotten, latestIntake, notePlace, recordIntake, recordRejection } from '@copydesk/storage';
import type { Database, Queryable } from '@copydesk/storage';
import { applyHostLines } from '../article/host-lines.ts';
import { readArticle } from '../article/read-article.ts';
import type { ReadArticle } from '../article/read-article.ts';
import { contentHash, toRevision } from '../article/to-revision.ts';
import { scrub } from '@copydesk/text';
import type { IntakeItem, UnreadableItem } from './item.ts';
import { placeOf } from './take-back.ts';

/** What became of one item: published as a new revision, found as it was, or refused with a reason. */
export type TakenIn =
  { result: 'accepted' | 'unchanged'; articleId: string } | { result: 'rejected'; articleId: string; code: ErrorCode; detail: string };

/** The stable code of a reader's refusal. */
function articleErrorCode(code: string): ErrorCode {
  const known = `article-${code}`;
  return Object.hasOwn(errorCodes, known) ? (known as ErrorCode) : 'article-failed';
}

/**
 * What is known of an article when a place says something of it: the revision before, or that there is nothing new. A place that repeats itself says nothing new even where another
 * place has said something else since: an input that is read again (after a crash, or because it was given twice) makes no revisions of its own past.
 */
async function before(
  db: Queryable,
  item: IntakeItem | UnreadableItem,
  id: string,
  hash: string,
): Promise<{ unchanged: boolean; revision: number }> {
  await holdIntake(db, id);
  const latest = await latestIntake(db, id);
  if (await isForgotten(db, id)) return { unchanged: true, revision: latest?.revision ?? 0 };
  const changed = await notePlace(db, { articleId: id, place: placeOf(item.intake), contentHash: hash });
  return { unchanged: !changed || latest?.contentHash === hash, revision: latest?.revision ?? 0 };
}

/**
 * Takes one item in: reads the article, compares it with what was taken in before under the same identity, and records a new revision with its message and its pending
 * outcome in one transaction. The message itself is sent afterwards by the relay.
 * @param clock gives the article its `observedAt` from its printed time.
 * @param read takes the article out of the item; in this thread unless given.
 */
export async function takeIn(
  database: Database,
  item: IntakeItem | UnreadableItem,
  clock: (published: string | null) => string,
  read: ReadArticle = readArticle,
): Promise<TakenIn> {
  const id = articleId(item.identity);
  const reject = async (hash: string, published: string | null, code: ErrorCode, detail: string): Promise<TakenIn> => {
    const outcome = { outcome: 'rejected', code, detail: scrub(detail).text } as const;
    return await database.transaction().execute(async (transaction): Promise<TakenIn> => {
      const { unchanged, revision } = await before(transaction, item, id, hash);
      if (unchanged) return { result: 'unchanged', articleId: id };
      await recordRejection(transaction, {
        articleId: id,
        revision: revision + 1,
        contentHash: hash,
        observedAt: clock(published),
        outcome,
      });
      return { result: 'rejected', articleId: id, code, detail };
    });
  };

  if ('unreadable' in item) return await reject(sha256(item.unreadable.detail), null, item.unreadable.code, item.unreadable.detail);
  const reading = await read(item);
  if (reading.rejected !== undefined) {
    return await reject(sha256(item.body.content), item.published, articleErrorCode(reading.rejected.code), reading.rejected.detail);
  }
  const hash = contentHash(reading);
  return await database.transaction().execute(async (transaction): Promise<TakenIn> => {
    const { unchanged, revision } = await before(transaction, item, id, hash);
    if (unchanged) return { result: 'unchanged', articleId: id };
    const observedAt = clock(reading.published?.value ?? item.archivedAt ?? null);
    // The host's lines are taken out after the comparison: what is remembered grows, and must not make a page that stayed the same look changed.
    const address = item.url ?? reading.canonicalUrl;
    const body = await applyHostLines(transaction, reading, { id, address, first: revision === 0 });
    const event = toRevision(item, body, { articleId: id, revision: revision + 1, observedAt });
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_MESSAGE_BYTES) {
      const outcome = {
        outcome: 'rejected',
        code: 'article-too-large',
        detail: `the message would exceed ${MAX_MESSAGE_BYTES} bytes`,
      } as const;
      await recordRejection(transaction, { articleId: id, revision: event.revision, contentHash: hash, observedAt, outcome });
      return { result: 'rejected', articleId: id, code: outcome.code, detail: outcome.detail };
    }
    await recordIntake(transaction, { event, contentHash: hash, observedAt });
    return { result: 'accepted', articleId: id };
  });
}
