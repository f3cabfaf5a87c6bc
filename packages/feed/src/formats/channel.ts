import type { Feed, FeedFormat } from '../model.ts';
import { plainText } from '../feed-text.ts';
import type { XmlElement } from '../xml/element.ts';
import { dateOf, linkFrom, readDateValue, relatedLinks, textOf, valueOf, type ReadContext } from './context.ts';
import { authorsOf } from './people.ts';
import { readHints } from './update-hints.ts';

/** Reads what a feed says about itself: an RSS, RDF or CDF channel, or an Atom feed. */
export function readChannel(channel: XmlElement, format: FeedFormat, version: string, context: ReadContext): Feed {
  const feed: Feed = { format, version, hints: readHints(channel), deleted: deletedOf(channel, context) };
  const set = <K extends keyof Feed>(key: K, value: Feed[K] | undefined): void => {
    if (value !== undefined && value !== '') feed[key] = value;
  };
  const related = (relation: string): string | undefined =>
    relatedLinks(channel, relation)
      .map((link) => linkFrom(link, link.attribute('href'), context))
      .find((link) => link !== undefined);
  set('title', textOf(channel, ['atom:title', 'title', 'dc:title', 'itunes:title']));
  set('link', channelLink(channel, context) ?? related('alternate') ?? hrefOf(channel, context));
  set('self', related('self'));
  set('hub', related('hub'));
  set('next', related('next'));
  set(
    'description',
    textOf(channel, [
      'atom:subtitle',
      'atom:tagline',
      'description',
      'tagline',
      'subtitle',
      'dc:description',
      'abstract',
      'itunes:summary',
      'itunes:subtitle',
      'atom:info',
    ]),
  );
  set(
    'language',
    valueOf(channel, ['language', 'atom:language', 'dc:language']) ?? languageTag(channel.inherited('xml:lang')) ?? context.language,
  );
  set(
    'author',
    authorsOf(channel, [
      'atom:author',
      'author',
      'managingeditor',
      'dc:creator',
      'itunes:author',
      'dc:author',
      'webmaster',
      'dc:publisher',
    ]),
  );
  set('rights', textOf(channel, ['atom:rights', 'atom:copyright', 'copyright', 'rights', 'dc:rights', 'dcterms:rights']));
  set('id', valueOf(channel, ['atom:id', 'guid', 'id', 'dc:identifier']));
  set('generator', plainText(textOf(channel, ['generator', 'atom:generator'])));
  const moved = channel.first('itunes:new-feed-url');
  if (moved) set('movedTo', linkFrom(moved, moved.value(), context));
  const image = channel.first('image') ?? channel.first('itunes:image') ?? channel.first('atom:logo') ?? channel.first('atom:icon');
  if (image)
    set(
      'image',
      linkFrom(
        image,
        image.attribute('href') ?? valueOf(image, ['url']) ?? (image.children.length === 0 ? image.value() : undefined),
        context,
      ),
    );
  set('published', dateOf(channel, ['pubdate', 'atom:published', 'dcterms:issued', 'dcterms:created'], context));
  set(
    'updated',
    dateOf(channel, ['atom:updated', 'atom:modified', 'lastbuilddate', 'dcterms:modified', 'dc:date'], context) ??
      readDateValue(channel.attribute('lastmod'), context.repairs),
  );
  return feed;
}

function channelLink(channel: XmlElement, context: ReadContext): string | undefined {
  for (const child of channel.all('link')) {
    const link = child.cut ? undefined : linkFrom(child, child.value(), context);
    if (link !== undefined) return link;
  }
  return undefined;
}

function hrefOf(channel: XmlElement, context: ReadContext): string | undefined {
  return linkFrom(channel, channel.attribute('href') ?? channel.first('a')?.attribute('href'), context);
}

function languageTag(tag: string | undefined): string | undefined {
  return tag?.replaceAll('_', '-');
}

function deletedOf(channel: XmlElement, context: ReadContext): Feed['deleted'] {
  return channel.all('at:deleted-entry').flatMap((entry) => {
    const id = entry.attribute('ref');
    const when = readDateValue(entry.attribute('when'), context.repairs);
    return id === undefined || id === '' ? [] : [{ id, ...(when ? { when } : {}) }];
  });
}
