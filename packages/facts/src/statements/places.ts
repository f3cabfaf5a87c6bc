import type { NameMention } from '@copydesk/language';
import type { Clause } from './clause.ts';
import { nounPhrase, textOf } from './phrases.ts';
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
export const sites = new Set(
  'hotel hospital airport school university college church mosque temple synagogue prison jail base station street bridge stadium court courthouse market port harbor harbour village town city island border coast river lake sea ocean scene building square camp hall mall center centre park road highway motorway house home apartment room floor restaurant bar club nightclub cinema theater theatre museum factory plant mine farm concert party forest mountain valley beach embassy office headquarters parliament arena campus festival warehouse terminal'.split(
    ' ',
  ),
);
const siting = /^(?:in|at|near|outside|inside|on|off|around|from|aboard)$/i;

/** Where a clause's event is when no named place tells it: the phrase of a place that its verbs stand with ("at the civic centre"). Head of the phrase, or null. */
function siteOf(tree: Tree, modifiers: readonly number[]): number | null {
  const found = modifiers.find((index) => {
    const { lemma, upos } = tree.token(index);
    const place = (upos === 'NOUN' || upos === 'PROPN') && sites.has(lemma.toLowerCase());
    return place && tree.children(index, 'case').some((tie) => siting.test(tree.token(tie).text));
  });
  return found ?? null;
}

/** The place of a clause that has no named one. */
export function siteText(text: string, tree: Tree, clause: Clause): string | null {
  const site = siteOf(tree, clause.modifiers);
  return site === null ? null : textOf(text, tree, nounPhrase(tree, site, clause.head));
}

/** Where a clause's event is: the first named place among its words, else a site without a name. */
export function placeOf(text: string, tree: Tree, clause: Clause, places: readonly NameMention[]): string | null {
  const within = tree.subtree(clause.head);
  const from = tree.token(within[0] ?? clause.head).start;
  const to = tree.token(within.at(-1) ?? clause.head).end;
  const place = places.find((name) => name.start >= from && name.end <= to);
  return place === undefined ? siteText(text, tree, clause) : text.slice(place.start, place.end);
}
