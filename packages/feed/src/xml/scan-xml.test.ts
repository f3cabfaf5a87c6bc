import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RepairLog } from '../repairs.ts';
import { containers, neverNested, roots } from '../vocabulary.ts';
import type { XmlElement } from './element.ts';
import { scanXml } from './scan-xml.ts';

function scan(text: string, limits: { maxElements?: number; maxDepth?: number } = {}) {
  const repairs = new RepairLog();
  const document = scanXml(text, { containers, neverNested, roots, repairs, ...limits });
  return { document, repairs: repairs.list().map((repair) => repair.code) };
}
const outline = (element: XmlElement): unknown =>
  element.children.length === 0 ? [element.key, element.value()] : [element.key, ...element.children.map(outline)];

describe('scanXml', () => {
  it('gives names the prefixes of this code, whatever the document calls them', () => {
    const { document } = scan(
      '<x:rss xmlns:x="http://backend.userland.com/rss2" xmlns:k="http://purl.org/dc/elements/1.1/"><x:item><k:date>1</k:date><o:date xmlns:o="urn:o">2</o:date><dc:date>3</dc:date></x:item></x:rss>',
    );
    expect(outline(document)).toEqual(['#document', ['rss', ['item', ['dc:date', '1'], ['{urn:o}date', '2'], ['dc:date', '3']]]]);
  });

  it('takes the root at its word when its namespace is missing or wrong', () => {
    expect(scan('<feed><entry/></feed>').document.first('atom:feed')?.first('atom:entry')).toBeDefined();
    expect(scan('<rss xmlns="http://www.w3.org/2005/Atom"><channel/></rss>').document.first('rss')?.first('channel')).toBeDefined();
  });

  it('closes what is left open and passes over stray end tags', () => {
    const { document, repairs } = scan(
      '<rss><channel><item><title>a<b>c</title></i></item><item><title>d</title><item><title>e</title></item></channel></rss>',
    );
    expect(outline(document)).toEqual([
      '#document',
      ['rss', ['channel', ['item', ['title', 'a<b>c']], ['item', ['title', 'd']], ['item', ['title', 'e']]]],
    ]);
    expect(repairs).toEqual(['unclosed-element', 'stray-end-tag']);
  });

  it('reads attributes without quotes, with unclosed quotes and with markup in them', () => {
    const { document } = scan(`<item a=1 b="<x>" c='d"e' d><link href="x></link><title f="&lt;&amp;">g</title></item>`);
    const item = document.first('item');
    expect([...(item?.attributes ?? [])]).toEqual([
      ['a', '1'],
      ['b', '<x>'],
      ['c', 'd"e'],
      ['d', ''],
    ]);
    expect(item?.first('link')).toBeDefined();
    expect(item?.first('title')?.attribute('f')).toBe('<&');
  });

  it('unwraps CDATA, leaves comments out, and ends an unclosed section with its element', () => {
    expect(scan('<item><title>a<![CDATA[<b>&amp;]]>c<!-- <x> -->d</title></item>').document.first('item')?.first('title')?.value()).toBe(
      'a<b>&amp;cd',
    );
    const { document, repairs } = scan('<item><title><![CDATA[a</title><guid>b</guid></item>');
    expect(outline(document)).toEqual(['#document', ['item', ['title', 'a'], ['guid', 'b']]]);
    expect(repairs).toEqual(['unclosed-cdata']);
  });

  it('replaces declared entities once, so that bombs stay small', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index} "&a${index - 1};&a${index - 1};">`).join('')}]><title>&a;&a29;</title>`;
    expect(scan(bomb).document.first('title')?.value()).toBe('ha&a28;&a28;');
  });

  it('stops at its limits', () => {
    expect(scan('<item/>'.repeat(100), { maxElements: 10 }).repairs).toContain('element-limit');
    const deep = scan(`<item>${'<b>'.repeat(100)}${'</b>'.repeat(100)}<title>t</title></item>`, { maxDepth: 20 });
    expect(deep.repairs).toEqual(['depth-limit']);
    expect(deep.document.first('item')?.innerEnd).toBeGreaterThan(700);
  });

  it('answers any sequence of fragments without throwing', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'item',
      'title',
      ' ',
      '"',
      "'",
      '=',
      '&',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<!DOCTYPE',
      '[',
      ']',
      'x',
      '<item>',
      '</item>',
      '<feed xmlns="',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(outline(scan(pieces.join('')).document)).toBeDefined();
      }),
    );
  });

  it.each([
    '<',
    '</a',
    '<a b="',
    "<a b='><",
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE[',
    '<?',
    '<a>',
    '</a>',
    '<a xmlns:b="c">',
    '&a',
    '<a "',
    '<a b=">< ',
  ])('is linear in repeats of %s', (unit) => {
    // Quadratic work on three million characters would not end within the test's time limit.
    expect(scan(unit.repeat(3_000_000 / unit.length)).document.key).toBe('#document');
  });
});
