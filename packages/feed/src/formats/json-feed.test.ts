import { describe, expect, it } from 'vitest';
import { parseFeed } from '../parse-feed.ts';

const whole = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  home_page_url: 'https://paper.example/',
  items: [
    {
      id: 7,
      url: '/a',
      title: 'A',
      content_html: '<p>x</p>',
      date_published: '2024-05-01T10:00:00+02:00',
      authors: [{ name: 'N' }],
      tags: ['t', 3],
    },
    { id: 'b', content_text: 'y', attachments: [{ url: 'https://paper.example/b.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }] },
  ],
});

describe('JSON Feed', () => {
  it('is read like any other feed', () => {
    const result = parseFeed(Buffer.from(whole), { url: 'https://paper.example/feed.json' });
    expect(result).toMatchObject({
      kind: 'feed',
      feed: { format: 'json', version: '1.1', title: { value: 'T' } },
      items: [
        {
          id: '7',
          link: 'https://paper.example/a',
          content: { value: '<p>x</p>', type: 'html' },
          published: { iso: '2024-05-01T08:00:00Z' },
          author: 'N',
          categories: ['t'],
        },
        { id: 'b', content: { value: 'y', type: 'text' }, enclosures: [{ url: 'https://paper.example/b.mp3', length: 5 }] },
      ],
      repairs: [
        { code: 'json-type', count: 1 },
        { code: 'link-relative', count: 1 },
      ],
    });
  });

  it('keeps the whole items of a document cut anywhere', () => {
    for (let length = whole.indexOf('"b"') - 6; length < whole.length; length++) {
      const result = parseFeed(Buffer.from(whole.slice(0, length)));
      expect(result.kind === 'feed' && result.items[0]?.id).toBe('7');
    }
  });
});
