import { readFlat } from '@copydesk/article';
import { articleId, sha256 } from '@copydesk/contracts';
import type { ArticleRevision } from '@copydesk/contracts';
import { canonicalUrl, publisherFamily } from '@copydesk/text';
import type { StoryDocument } from './document.ts';

export interface ReadArticle {
  revision: ArticleRevision;
  /** Leads an offset of the stored text to the text given. */
  toSource: (offset: number) => number;
}

/** Reads one document as the feed reader reads a flat text; undefined when the reader rejects it. */
export function readArticle(document: StoryDocument, observedAt: string): ReadArticle | undefined {
  const { url, title, published, publisher } = document;
  const reading = readFlat(document.text, {
    ...(url === null || url === undefined ? {} : { url }),
    ...(title === null || title === undefined ? {} : { title }),
    ...(published === null || published === undefined ? {} : { published }),
    ...(publisher === null || publisher === undefined ? {} : { publisher }),
  });
  if (reading.rejected !== undefined) return undefined;
  const address = url === null || url === undefined ? null : canonicalUrl(url);
  return {
    toSource: reading.map ?? ((offset) => offset),
    revision: {
      kind: 'revision',
      articleId: articleId({ feed: 'evaluate', guid: document.id }),
      revision: 1,
      language: reading.language ?? 'und',
      url: address,
      title: reading.title,
      text: reading.text,
      textHash: sha256(reading.text),
      headlines: reading.headlines.map(({ start, end }) => ({ start, end })),
      authors: reading.authors,
      publisher: reading.publisher ?? (address === null ? null : publisherFamily(address)),
      wireCredit: reading.wireCredit?.agencies ?? [],
      published: reading.published,
      updated: reading.updated,
      observedAt,
      intake: { kind: 'file', name: document.file },
    },
  };
}
