/**
 * Namespace → the short prefix this code uses for it. Keys are stored folded: lower case, `http:`, without a trailing `/` or `#`, because feeds in the
 * wild vary in just these. The empty prefix is RSS itself (and what else has no namespace: OPML, sitemaps).
 */
const prefixes = new Map<string, string>([
  ['', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss/rss.html', ''],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://example.com/newformat', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap/0.84', ''],
  ['http://www.w3.org/2005/atom', 'atom:'],
  ['http://purl.org/atom/ns', 'atom:'],
  ['http://example.com/necho', 'atom:'],
  ['http://purl.org/echo', 'atom:'],
  ['uri/of/echo/namespace#', 'atom:'],
  ['http://purl.org/pie', 'atom:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf:'],
  ['http://purl.org/dc/elements/1.1', 'dc:'],
  ['http://purl.org/dc/elements/1.0', 'dc:'],
  ['http://purl.org/metadata/dublin_core', 'dc:'],
  ['http://purl.org/dc/terms', 'dcterms:'],
  ['http://purl.org/rss/1.0/modules/content', 'content:'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy:'],
  ['http://purl.org/rss/1.0/modules/slash', 'slash:'],
  ['http://search.yahoo.com/mrss', 'media:'],
  ['http://search.yahoo.com/rss', 'media:'],
  ['http://www.rssboard.org/media-rss', 'media:'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes:'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes:'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner:'],
  ['http://www.pheedo.com/namespace/pheedo', 'pheedo:'],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news:'],
  ['http://www.google.com/schemas/sitemap-image/1.1', 'image:'],
  ['http://www.w3.org/1999/xhtml', 'xhtml:'],
  ['http://www.w3.org/xml/1998/namespace', 'xml:'],
  ['http://purl.org/atompub/tombstones/1.0', 'at:'],
  ['http://purl.org/syndication/thread/1.0', 'thr:'],
  ['http://purl.org/syndication/history/1.0', 'fh:'],
  ['http://wellformedweb.org/commentapi', 'wfw:'],
  ['http://www.w3.org/1999/xlink', 'xlink:'],
]);

/** Prefixes that nearly every feed uses for one namespace: taken at their word when undeclared or declared with an address nobody knows. */
const conventional = new Set([...prefixes.values()].filter((prefix) => prefix !== ''));
conventional.add('rss:');

/** The prefix this code uses for a namespace address; undefined when it is none that feeds use. */
export function prefixOfNamespace(address: string): string | undefined {
  return prefixes.get(
    address
      .trim()
      .toLowerCase()
      .replace(/^https:/, 'http:')
      .replace(/[/#]$/, ''),
  );
}

/** The meaning of a prefix that is used without a usable declaration; undefined when convention gives it none. */
export function conventionalPrefix(prefix: string): string | undefined {
  const folded = `${prefix.toLowerCase()}:`;
  if (folded === 'rss:') return '';
  return conventional.has(folded) ? folded : undefined;
}
