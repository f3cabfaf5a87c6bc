import type { NameMention } from '@copydesk/language';
import type { Tree } from './tree.ts';

const placing = new Set([
  'in',
  'at',
  'near',
  'on',
  'off',
  'from',
  'to',
  'into',
  'across',
  'over',
  'inside',
  'outside',
  'around',
  'throughout',
  'within',
  'through',
  'toward',
  'towards',
  'across',
  'above',
  'along',
  'beyond',
  'via',
  'between',
  'of',
]);

/** Names of places that place something ("in Oslo", "near the port of Riga"); a place that only modifies ("U.S. troops", "the Berlin office") does not. */
export function placesOf(tree: Tree, names: readonly NameMention[]): NameMention[] {
  return names.filter((name) => {
    if (name.type !== 'LOC') return false;
    const inside = tree.tokens.flatMap((token, index) => (token.start >= name.start && token.end <= name.end ? [index] : []));
    const head = inside.find((index) => !inside.includes(tree.token(index).head));
    if (head === undefined) return false;
    const cases = tree.children(head, 'case').map((child) => tree.token(child).text.toLowerCase());
    return cases.some((word) => placing.has(word));
  });
}
