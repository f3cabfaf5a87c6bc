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

/** Nouns of places that an event can be at, though they have no name. */
const sites = new Set(
  'hotel hospital airport school university college church mosque temple synagogue prison jail base station street bridge stadium court courthouse market port harbor harbour village town city island border coast river lake sea ocean scene building square camp hall mall center centre park road highway motorway house home apartment room floor restaurant bar club nightclub cinema theater theatre museum factory plant mine farm forest mountain valley beach embassy office headquarters parliament arena campus festival warehouse terminal'.split(
    ' ',
  ),
);
const siting = /^(?:in|at|near|outside|inside|on|off|around|from|aboard)$/i;

/** Where a clause's event is when no named place tells it: the phrase of a place that its verbs stand with ("at the civic centre"). Head of the phrase, or null. */
export function siteOf(tree: Tree, modifiers: readonly number[]): number | null {
  const found = modifiers.find((index) => {
    const { lemma, upos } = tree.token(index);
    const place = (upos === 'NOUN' || upos === 'PROPN') && sites.has(lemma.toLowerCase());
    return place && tree.children(index, 'case').some((tie) => siting.test(tree.token(tie).text));
  });
  return found ?? null;
}
