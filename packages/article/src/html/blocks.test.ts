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
