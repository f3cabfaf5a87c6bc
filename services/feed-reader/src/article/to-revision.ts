import type { ArticleReading } from '@copydesk/article';
import { canonicalJson, sha256 } from '@copydesk/contracts';
import type { ArticleRevision } from '@copydesk/contracts';
import { canonicalUrl, publisherFamily } from '@copydesk/text';
import type { IntakeItem } from '../intake/item.ts';

/** What two readings of one article must share to be the same revision: headline and body. Dates and bylines that a site re-renders do not count. */
export function contentHash(reading: ArticleReading): string {
  return sha256(canonicalJson([reading.title, reading.text]));
}

/** The message for one article revision. */
export function toRevision(
  item: IntakeItem,
  reading: ArticleReading,
  place: { articleId: string; revision: number; observedAt: string },
): ArticleRevision {
  const address = item.url ?? reading.canonicalUrl;
  const url = address === null ? null : canonicalUrl(address);
  return {
    kind: 'revision',
    ...place,
    language: reading.language ?? 'und',
    url,
    title: reading.title,
    text: reading.text,
    textHash: sha256(reading.text),
    headlines: reading.headlines.map(({ start, end }) => ({ start, end })),
    authors: reading.authors,
    publisher: reading.publisher ?? (url === null ? null : publisherFamily(url)),
    wireCredit: reading.wireCredit?.agencies ?? [],
    published: reading.published,
    updated: reading.updated,
    intake: item.intake,
  };
}
