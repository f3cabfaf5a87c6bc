import { describe, expect, it } from 'vitest';
import { collectBlocks } from './blocks.ts';
import { buildTree } from './build-tree.ts';
import { cue } from './cue-bits.ts';

function blocks(html: string) {
  const tree = buildTree(html);
  return tree.ok ? collectBlocks(tree.root) : [];
}

describe('collectBlocks', () => {
  it('joins inline elements and folds white space', () => {
    expect(blocks('<p>One <b>two</b>,\n  <a href=x>three</a>.</p>').map((b) => b.text)).toEqual(['One two, three.']);
  });

  it('ends a block at two line breaks and keeps one', () => {
    expect(blocks('<div>a<br>b<br><br>c</div>').map((b) => b.text)).toEqual(['a\nb', 'c']);
  });

  it('reads text that stands in no element', () => {
    expect(blocks('One <b>two</b><p>three</p>four').map((b) => b.text)).toEqual(['One two', 'three', 'four']);
  });

  it('counts link and bold text', () => {
    const [block] = blocks('<li>see <a href=x>the list</a> <strong>now</strong></li>');
    expect(block).toMatchObject({ linkLength: 8, links: 1, boldLength: 3 });
  });

  it('leaves out what a line says to screen readers only', () => {
    const line = (inside: string): string[] => blocks(`<p>The <a href=x>report${inside}</a> names six ports.</p>`).map((b) => b.text);
    for (const inside of [
      '<span class="visually-hidden">(external)</span>',
      '<span class="u-sr-only">(external)</span>',
      '<span style="border:0;clip:rect(0 0 0 0);width:1px">, opens new tab</span>',
      '<span> (öffnet im neuen Fenster)</span>',
      '<i>(opens in a new tab)</i>',
    ])
      expect(line(inside), inside).toEqual(['The report names six ports.']);
    expect(line('<span class="not-sr-only"> of May</span>')).toEqual(['The report of May names six ports.']);
    expect(blocks('<p>The door opens in a new window</p>').map((b) => b.text)).toEqual(['The door opens in a new window']);
  });

  it('knows headings, hidden parts and what names and tags around a block say', () => {
    const [heading, hidden, note] = blocks(
      '<div class="sidebar"><h2>Title</h2><p style="display:none">gone</p></div><footer><p>note</p></footer>',
    );
    expect(heading?.heading).toBe(2);
    expect((heading?.cues ?? 0) & cue.aside).toBeTruthy();
    expect(hidden?.hidden).toBe(true);
    expect((note?.nearCues ?? 0) & cue.footer).toBeTruthy();
  });
});
