const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Elements that are entries. */
export const itemKeys: ReadonlySet<string> = words('item atom:entry entry atom:item');

/** Elements whose child elements mean something of their own; under all others only the text or markup as a whole does. */
export const containers: ReadonlySet<string> = words(`
  rss rdf:rdf rdf channel items item atom:feed atom:entry atom:item entry image source author skiphours skipdays schedule
  atom:author atom:contributor atom:source itunes:owner itunes:author dc:creator media:group media:content
  urlset url sitemapindex sitemap news:news news:publication image:image`);

/** Elements that never stand inside themselves: a second start ends the first. */
export const neverNested: ReadonlySet<string> = words('item atom:entry atom:item url');

/** Root elements → the prefix of their own names, for documents whose namespace is missing or wrong. */
export const roots: ReadonlyMap<string, string> = new Map([
  ['feed', 'atom:'],
  ['entry', 'atom:'],
  ...[...words('rss rdf channel urlset sitemapindex opml item')].map((name): [string, string] => [name, '']),
]);
