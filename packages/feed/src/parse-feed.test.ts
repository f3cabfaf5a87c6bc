import { describe, expect, it } from 'vitest';
import { parseFeed, plainText, type FeedResult } from './index.ts';

function read(text: string, headers: Record<string, string> = {}): Extract<FeedResult, { kind: 'feed' }> {
  const result = parseFeed(Buffer.from(text), { url: 'https://paper.example/feeds/all.xml', headers });
  if (result.kind !== 'feed') throw new Error(`${result.code}: ${result.detail}`);
  return result;
}

const channel = (items: string): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

describe('parseFeed', () => {
  it('reads RSS 2.0', () => {
    const { feed, items, repairs } = read(
      channel(`<link>https://paper.example/</link><ttl>30</ttl><item><title>A &amp; B</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">17</guid>
        <pubDate>Wed, 31 Dec 2003 10:14:55 GMT</pubDate><category>x</category><enclosure url="a.mp3" type="audio/mpeg" length="9"/>
        <source url="https://other.example/f">Other</source></item>`),
    );
    expect(feed).toMatchObject({ format: 'rss', version: '2.0', link: 'https://paper.example/', hints: { ttlMinutes: 30 } });
    expect(items).toEqual([
      {
        id: '17',
        link: 'https://paper.example/a?x=1&y=2',
        title: { value: 'A & B', type: 'text' },
        published: { iso: '2003-12-31T10:14:55Z', precision: 'second', zone: 'given', lenient: false },
        categories: ['x'],
        enclosures: [{ url: 'https://paper.example/feeds/a.mp3', type: 'audio/mpeg', length: 9 }],
        source: { title: 'Other', url: 'https://other.example/f' },
        base: 'https://paper.example/feeds/all.xml',
      },
    ]);
    expect(repairs).toEqual([{ code: 'link-relative', count: 2 }]);
  });

  it('takes an empty channel for a valid, empty poll', () => {
    expect(read(channel('')).items).toEqual([]);
  });

  it('keeps bare ampersands and less-than signs as text', () => {
    const { items, repairs } = read(channel('<item><title>I <3 R&D & AT&T < 5</title></item>'));
    expect(plainText(items[0]?.title)).toBe('I <3 R&D & AT&T < 5');
    expect(repairs.map((repair) => repair.code)).toEqual(['bare-less-than', 'bare-ampersand']);
  });

  it('marks the item in which a cut document ends, and believes none of its cut fields', () => {
    const { items } = read(
      channel('<item><guid>1</guid></item><item><title>Two</title><link>https://paper.example/tw').split('</channel>')[0] ?? '',
    );
    expect(items.map(({ id, link, incomplete }) => ({ id, link, incomplete }))).toEqual([{ id: '1' }, { incomplete: true }]);
  });
});
