import { describe, expect, it } from 'vitest';
import { collectBlocks } from './blocks.ts';
import { buildTree } from './build-tree.ts';
import { isEmbedded } from './embedded.ts';

const embedded = (html: string, text: string): boolean | undefined => {
  const tree = buildTree(`<html><body><article>${html}<p>The council voted on Monday.</p></article></body></html>`);
  const block = tree.ok ? collectBlocks(tree.root).find((one) => one.text.includes(text)) : undefined;
  return block === undefined ? undefined : isEmbedded(block);
};

describe('isEmbedded', () => {
  it('knows the markup of embedded posts', () => {
    expect(embedded('<blockquote class="twitter-tweet"><p>The council has voted.</p>— Ada</blockquote>', 'has voted')).toBe(true);
    expect(embedded('<blockquote class="quote"><p>The council has voted.</p></blockquote>', 'has voted')).toBe(false);
  });
  it('knows the only words in the box of a picture', () => {
    expect(embedded('<div class="box"><a href="/x"><img src="a.jpg"></a><p>The harbour road last May</p></div>', 'last May')).toBe(true);
    expect(embedded('<p><img src="a.jpg"><br>The harbour road last May</p>', 'last May')).toBe(true);
  });
  it.each([
    ['a sentence', '<div><img src="a.jpg"><p>The harbour road is old.</p></div>', 'road is old'],
    ['a heading', '<div><img src="a.jpg"><h2>The harbour road</h2></div>', 'harbour road'],
    ['words before the picture', '<p>So it looks today <img src="a.jpg"></p>', 'looks today'],
    ['words with a small picture of a face', '<p><img class="emoji" src="a.png"> See you soon</p>', 'See you'],
    [
      'a box with more text',
      '<div><img src="a.jpg"><p>The harbour road last May</p><p>It was closed for a week, then for another, and nobody could say why it was.</p></div>',
      'last May',
    ],
    ['a step of a list', '<ul><li><img src="a.jpg">Add the flour</li></ul>', 'flour'],
  ])('leaves %s', (_, html, text) => expect(embedded(html, text)).toBe(false));
});
