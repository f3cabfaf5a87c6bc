import { plainText } from '../feed-text.ts';
import type { Feed, FeedItem } from '../model.ts';
import type { XmlElement } from '../xml/element.ts';
import { dateOf, linkFrom, textOf, valueOf, type ReadContext } from './context.ts';

/** The address that a sitemap's `url` names, with what Google's news extension says about it; undefined without a usable address. */
export function readSitemapUrl(url: XmlElement, context: ReadContext): FeedItem | undefined {
  const loc = url.first('loc');
  const link = loc && !loc.cut ? linkFrom(loc, loc.value(), context) : undefined;
  if (link === undefined) return undefined;
  const item: FeedItem = { id: link, link, categories: [], enclosures: [] };
  const updated = dateOf(url, ['lastmod'], context);
  if (updated) item.updated = updated;
  const news = url.first('news:news');
  if (news) {
    const title = textOf(news, ['news:title']);
    const published = dateOf(news, ['news:publication_date'], context);
    const publication = news.first('news:publication');
    const name = publication && plainText(textOf(publication, ['news:name']));
    const language = publication && valueOf(publication, ['news:language']);
    if (title) item.title = title;
    if (published) item.published = published;
    if (name) item.source = { title: name };
    if (language) item.language = language;
    item.categories = (valueOf(news, ['news:keywords']) ?? '').split(',').flatMap((word) => word.trim() || []);
  }
  const image = url.first('image:image');
  const address = image && linkFrom(image, valueOf(image, ['image:loc']), context);
  if (address) item.image = address;
  if (url.cut) item.incomplete = true;
  return item;
}

/** A sitemap says nothing about itself. */
export function sitemapFeed(): Feed {
  return { format: 'sitemap', version: '0.9', hints: { skipHours: [], skipDays: [] }, deleted: [] };
}
