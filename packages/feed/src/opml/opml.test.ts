import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOpml } from './parse-opml.ts';
import { writeOpml } from './write-opml.ts';

function parse(text: string) {
  const result = parseOpml(Buffer.from(text));
  if (result.kind !== 'opml') throw new Error('not OPML');
  return result;
}

describe('parseOpml', () => {
  it('reads feeds in folders and tells which lines failed and why', () => {
    const { title, feeds, failures } = parse(`<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine & yours</title></head><body>
<outline text="News"><outline text="World">
<outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&y=2" htmlUrl="https://a.example/" />
<outline text='B' XMLURL='feed://b.example/rss'>
</outline></outline>
<outline type="rss" text="C"/>
<outline text="D" xmlUrl="ftp://d.example/"/>
<outline text="E" xmlUrl="e.example/feed"/>
<outline text="F" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
<outline text="G" xmlUrl="http://[::1"/>
</body></opml>`);
    expect(title).toBe('Mine & yours');
    expect(feeds).toEqual([
      { url: 'https://a.example/feed?x=1&y=2', title: 'A', htmlUrl: 'https://a.example/', folders: ['News', 'World'], line: 4 },
      { url: 'http://b.example/rss', title: 'B', folders: ['News', 'World'], line: 5 },
    ]);
    expect(failures.map(({ line, code }) => [line, code])).toEqual([
      [7, 'no-address'],
      [8, 'not-http'],
      [9, 'bad-address'],
      [10, 'duplicate'],
      [11, 'bad-address'],
    ]);
  });

  it('says when a document is no OPML', () => {
    expect(parseOpml(Buffer.from('<rss/>')).kind).toBe('not-opml');
    expect(parseOpml(Buffer.from('')).kind).toBe('not-opml');
  });
});

describe('writeOpml', () => {
  it('writes what parseOpml reads back', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim())
      .filter((text) => text !== '');
    const entry = fc.record({
      url: fc.nat(9999).map((n) => `https://a.example/${n}`),
      title: name,
      folders: fc.array(name, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(name, fc.uniqueArray(entry, { selector: (feed) => feed.url }), (title, entries) => {
        const read = parse(writeOpml(title, entries));
        const plain = (list: readonly { url: string; title?: string; folders?: readonly string[] }[]) =>
          list.map((feed) => JSON.stringify([feed.url, feed.title, feed.folders])).sort();
        expect(read.title).toBe(title);
        expect(plain(read.feeds)).toEqual(plain(entries));
        expect(read.failures).toEqual([]);
      }),
    );
  });
});
