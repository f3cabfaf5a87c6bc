import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxDepth, maxNodes } from '../limits.ts';
import { buildTree } from './build-tree.ts';
import type { Element } from './element.ts';

function outline(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : `<${child.name}>${outline(child)}</>`)).join('');
}
function tree(html: string): string {
  const result = buildTree(html);
  return result.ok ? outline(result.root) : result.code;
}

describe('buildTree', () => {
  it('ends paragraphs, list items and cells where HTML lets the end tag out', () => {
    expect(tree('<p>a<p>b<div>c</div>')).toBe('<p>a</><p>b</><div>c</>');
    expect(tree('<ul><li>a<li>b<ul><li>c</ul></ul>')).toBe('<ul><li>a</><li>b<ul><li>c</></></></>');
    expect(tree('<table><tr><td>a<td>b<tr><td>c</table>d')).toBe('<table><tr><td>a</><td>b</></><tr><td>c</></></>d');
  });

  it('decodes character references and leaves scripts and styles out', () => {
    expect(tree('<b>R&amp;D &#8217;s</b><script>if (a<b) x("</div>")</script><style>p{}</style>!')).toBe('<b>R&D ’s</>!');
  });

  it('keeps scripts of structured data', () => {
    const result = buildTree('<script type="application/ld+json">{"a":1}</script><script>no</script>');
    expect(result.ok && result.jsonLd).toEqual(['{"a":1}']);
  });

  it('ends a head that is left open, and reads on when a dropped element never ends', () => {
    expect(tree('<head><title>t</title><meta name=a><div>x</div>')).toBe('<head><title>t</><meta></></><div>x</>');
    expect(tree('<p>a</p><svg><p>b</p>')).toContain('b');
  });

  it('lays too deep nesting flat and refuses too many nodes', () => {
    const deep = buildTree(`${'<div>'.repeat(5_000)}x`);
    expect(deep.ok && deep.deepest).toBe(maxDepth);
    expect(deep.ok && deep.flattened).toBe(true);
    expect(tree('<i></i>'.repeat(maxNodes + 1))).toBe('too-many-nodes');
  });

  it('answers any soup of tags', () => {
    const piece = constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '<table>',
      '<td>',
      '</tr>',
      '<!--',
      '-->',
      '<svg>',
      '</svg>',
      '<script>',
      '</script>',
      '&amp',
      '&#0;',
      '&#x110000;',
      'x',
      ' ',
      '<a href="',
      '"',
      '<br/>',
      '<![CDATA[',
      ']]>',
      '\u0000',
      '\ud800',
      '</',
    );
    expect(() => assert(property(array(piece, { maxLength: 60 }), (pieces) => buildTree(pieces.join('')).ok))).not.toThrow();
  });
});
