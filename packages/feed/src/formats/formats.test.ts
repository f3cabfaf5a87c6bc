import { describe, expect, it } from 'vitest';
import { parseFeed, plainText, type FeedResult } from '../index.ts';

function read(text: string, headers: Record<string, string> = {}): Extract<FeedResult, { kind: 'feed' }> {
  const result = parseFeed(Buffer.from(text), { url: 'https://paper.example/feeds/all.xml', headers });
  if (result.kind !== 'feed') throw new Error(`${result.code}: ${result.detail}`);
  return result;
}
const atom = (inner: string): string => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${inner}</feed>`;
const rss = (inner: string, namespaces = ''): string => `<rss version="2.0" ${namespaces}><channel>${inner}</channel></rss>`;

describe('Atom', () => {
  it('is read with its links, people, dates and texts', () => {
    const { feed, items } = read(
      atom(`<title type="html">A &amp;amp; B</title><id>urn:f</id><updated>2024-05-01T10:00:00Z</updated><rights>R</rights>
        <link rel="self" href="all.xml"/><link href="/"/><link rel="hub" href="https://hub.example/"/><author><name>N</name><email>n@paper.example</email></author>
        <entry xml:base="/2024/"><id>urn:e</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">C <b>d</b></div></title>
          <link rel="enclosure" type="audio/mpeg" length="4" href="e.mp3"/><link rel="alternate" href="e.html"/>
          <published>2024-05-01T08:00:00+02:00</published><updated>2024-05-02T08:00:00+02:00</updated>
          <category term="t"/><summary>S</summary><content type="html">&lt;p&gt;x &amp;lt; y&lt;/p&gt;</content>
          <source><title>Wire</title><id>urn:w</id><link href="https://wire.example/"/></source></entry>`),
    );
    expect(feed).toMatchObject({
      format: 'atom',
      link: 'https://paper.example/',
      self: 'https://paper.example/feeds/all.xml',
      hub: 'https://hub.example/',
      language: 'en',
      author: 'N (n@paper.example)',
      id: 'urn:f',
    });
    expect(plainText(feed.title)).toBe('A & B');
    expect(items[0]).toMatchObject({
      id: 'urn:e',
      link: 'https://paper.example/2024/e.html',
      title: { value: 'C <b>d</b>', type: 'html' },
      published: { iso: '2024-05-01T06:00:00Z' },
      updated: { iso: '2024-05-02T06:00:00Z' },
      categories: ['t'],
      enclosures: [{ url: 'https://paper.example/2024/e.mp3', type: 'audio/mpeg', length: 4 }],
      source: { title: 'Wire', id: 'urn:w', url: 'https://wire.example/' },
      language: 'en',
      base: 'https://paper.example/2024/',
    });
    expect(plainText(items[0]?.content)).toBe('x < y');
    expect(items[0]).not.toHaveProperty('author');
  });

  it('of version 0.3 is read with its modes', () => {
    const { items } = read(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped">a &amp;amp; b</title><content type="text/html" mode="base64">PHA+Ynl0ZXM8L3A+</content><issued>2004-01-02T03:04Z</issued><modified>2004-01-03T03:04Z</modified></entry></feed>',
    );
    expect(items[0]).toMatchObject({
      content: { value: '<p>bytes</p>', type: 'html' },
      published: { iso: '2004-01-02T03:04:00Z' },
      updated: { iso: '2004-01-03T03:04:00Z' },
    });
  });

  it('names what was withdrawn', () => {
    const { feed } = read(
      atom('<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:e" when="2024-05-01T10:00:00Z"/>'),
    );
    expect(feed.deleted).toMatchObject([{ id: 'urn:e', when: { iso: '2024-05-01T10:00:00Z' } }]);
  });
});

describe('RDF', () => {
  it('keeps its items beside the channel', () => {
    const { feed, items } =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://paper.example/"><title>T</title><link>https://paper.example/</link><items><rdf:Seq><rdf:li resource="https://paper.example/a"/></rdf:Seq></items></channel>
      <item rdf:about="https://paper.example/a"><title>A</title><link>https://paper.example/a</link><dc:date>2024-05-01</dc:date><dc:creator>N</dc:creator><dc:subject>s</dc:subject></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'rdf', title: { value: 'T' } });
    expect(items).toMatchObject([
      { id: 'https://paper.example/a', author: 'N', categories: ['s'], published: { iso: '2024-05-01T00:00:00Z', precision: 'day' } },
    ]);
  });
});

describe('RSS', () => {
  it('takes a guid for the link only when it may be one', () => {
    const links = (guid: string): string | undefined => read(rss(`<item>${guid}</item>`)).items[0]?.link;
    expect(links('<guid>https://paper.example/a</guid>')).toBe('https://paper.example/a');
    expect(links('<guid isPermaLink="false">https://paper.example/a</guid>')).toBeUndefined();
    expect(links('<guid>tag:paper.example,2024:1</guid>')).toBeUndefined();
    expect(links('<guid isPermaLink="true">https://paper.example/a</guid><link>https://paper.example/b</link>')).toBe(
      'https://paper.example/b',
    );
  });

  it('does not believe an id that several pages share', () => {
    const item = (id: string, link: string): string =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://paper.example/${link}</link></item>`;
    const { items, repairs } = read(rss(item('0', 'a') + item('0', 'b') + item('7', 'c') + item('7', 'c')));
    expect(items.map(({ id }) => id)).toEqual([undefined, undefined, '7', '7']);
    expect(repairs).toEqual([{ code: 'id-shared', count: 2 }]);
  });

  it('reads the modules that news feeds use', () => {
    const { feed, items } = read(
      rss(
        `<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
        <image><url>https://paper.example/logo.png</url><title>not the title</title><link>https://not.example/</link></image><title>T</title><link>https://paper.example/</link>
        <item><title>A</title><media:group><media:content url="https://cdn.example/1.jpg" type="image/jpeg" fileSize="9"/><media:thumbnail url="https://cdn.example/t.jpg"/></media:group>
        <feedburner:origLink>https://paper.example/a</feedburner:origLink><link>https://proxy.example/~r/1</link><description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded></item>`,
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      ),
    );
    expect(feed).toMatchObject({
      title: { value: 'T' },
      link: 'https://paper.example/',
      image: 'https://paper.example/logo.png',
      hints: { syndicationMinutes: 30, skipHours: [0, 3], skipDays: [0] },
    });
    expect(items[0]).toMatchObject({
      link: 'https://proxy.example/~r/1',
      originalLink: 'https://paper.example/a',
      summary: { value: 'short' },
      content: { value: '<p>long</p>', type: 'html' },
      enclosures: [{ url: 'https://cdn.example/1.jpg', type: 'image/jpeg', length: 9 }],
      image: 'https://cdn.example/t.jpg',
    });
  });

  it('does not take elements of foreign namespaces for its own', () => {
    const { items } = read(
      rss('<item><x:title>wrong</x:title><title>right</title><x:item><title>inner</title></x:item></item>', 'xmlns:x="urn:other"'),
    );
    expect(items.map((item) => item.title?.value)).toEqual(['right']);
  });

  it('puts Content-Location before the address, and the feed’s language before the header', () => {
    const { feed, items } = read(rss('<item><link>a</link></item>'), {
      'Content-Location': 'https://other.example/x/',
      'Content-Language': 'de',
    });
    expect([feed.language, items[0]?.link]).toEqual(['de', 'https://other.example/x/a']);
    expect(read(rss('<language>fr</language>'), { 'content-language': 'de' }).feed.language).toBe('fr');
  });
});

describe('sitemaps', () => {
  it('are read with what Google’s news extension says', () => {
    const { feed, items } =
      read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://paper.example/a</loc><lastmod>2024-05-02</lastmod><news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2024-05-01T10:00:00Z</news:publication_date><news:title>A &amp; B</news:title><news:keywords>x, y</news:keywords></news:news></url>
      <url><loc>javascript:alert(1)</loc></url></urlset>`);
    expect(feed.format).toBe('sitemap');
    expect(items).toMatchObject([
      {
        id: 'https://paper.example/a',
        link: 'https://paper.example/a',
        title: { value: 'A & B' },
        published: { iso: '2024-05-01T10:00:00Z' },
        source: { title: 'The Paper' },
        language: 'en',
        categories: ['x', 'y'],
      },
    ]);
  });
});
