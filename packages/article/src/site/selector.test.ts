import { describe, expect, it } from 'vitest';
import { buildTree } from '../html/build-tree.ts';
import type { Element } from '../html/element.ts';
import { textOf } from '../html/element.ts';
import type { Selector } from './selector.ts';
import { findAll, parseSelector } from './selector.ts';

const tree = buildTree(
  '<main id="m"><div class="a b"><p>1</p><section><p class="a">2</p></section></div><p data-type="x">3</p></main><p class="ab">4</p>',
);
const root = (tree as { root: Element }).root;
const texts = (...selectors: string[]): string[] =>
  [
    ...findAll(
      root,
      selectors.map((text) => parseSelector(text) as Selector),
    ),
  ].map((element) => textOf(element));

describe('selectors', () => {
  it.each([
    ['p', ['1', '2', '3', '4']],
    ['.a p', ['1', '2']],
    ['div.a.b p.a', ['2']],
    ['#m [data-type]', ['3']],
    ['[data-type=x]', ['3']],
    ['[data-type="y"]', []],
    ['main * p', ['1', '2']],
    ['section div p', []],
    ['*.ab', ['4']],
  ])('%s', (selector, found) => expect(texts(selector)).toEqual(found));

  it('gives each element once, in the order of the page', () => {
    expect(texts('.ab', 'main p', '.a p')).toEqual(['1', '2', '3', '4']);
  });

  it.each(['', 'p>a', 'p:first-child', '.', '#', '[x', '.a{', 'x'.repeat(300)])('refuses %s', (text) => {
    expect(parseSelector(text)).toHaveProperty('fault');
  });
});
