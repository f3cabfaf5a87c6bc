import type { NameMention } from '@copydesk/language';
import type { Clause } from './clause.ts';
import { nounPhrase, textOf } from './phrases.ts';
import type { Part } from './reading.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

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

/** Nouns that say what sort of place a name is ("Anbar province", "Riga airport"): the name still places. */
const sorts =
  /^(?:province|region|state|city|county|district|island|islands|peninsula|village|town|valley|airport|airbase|base|port|harbou?r|coast|border|strait|suburb|neighbou?rhood|borough|municipality|prefecture|capital|area|desert|mountains?|river|lake|bay|beach)$/i;
/** Tokens between the preposition of a place and its name, at most ("in the western province of Riga"). */
const FAR = 4;

/** Names of places that place something ("in Oslo", "near the port of Riga"); a place that only modifies ("U.S. troops", "the Berlin office", "Riga-based") does not. */
export function placesOf(tree: Tree, names: readonly NameMention[]): NameMention[] {
  return names.filter((name) => name.type === 'LOC' && isPlaced(tree, name));
}

function isPlaced(tree: Tree, name: NameMention): boolean {
  const { tokens } = tree;
  const first = tokens.findIndex(({ start }) => start >= name.start);
  if (first < 0 || (tokens[first]?.start ?? 0) >= name.end) return false;
  let last = first;
  while ((tokens[last + 1]?.end ?? Infinity) <= name.end) last++;
  const next = tokens[last + 1];
  if (next?.text === '-' && next.start === name.end) return false;
  for (let at = first; at <= last; at++) {
    const { head } = tree.token(at);
    if (head >= first && head <= last) continue;
    if (tree.dependents(at, BIT.case).some((tie) => placing.has(tree.word(tie)))) return true;
  }
  // Wherever the parser hung it: a preposition of place stands before its phrase, and no other noun behind it.
  const isCompound = next?.upos === 'NOUN' && !sorts.test(next.text);
  if (isCompound || /^['’]s?$/.test(next?.text ?? '')) return false;
  for (let at = first - 1; at >= 0 && at >= first - FAR; at--) {
    const token = tree.token(at);
    if (token.upos === 'ADP') return placing.has(token.text.toLowerCase());
    if (!/^(?:DET|ADJ|NUM)$/.test(token.upos)) return false;
  }
  return false;
}

/** Nouns of places that an event can be at, though they have no name. */
export const sites = new Set(
  'hotel hospital airport school university college church mosque temple synagogue prison jail base station street bridge stadium court courthouse market port harbor harbour village town city island border coast river lake sea ocean scene building square camp hall mall center centre park road highway motorway house home apartment room floor restaurant bar club nightclub cinema theater theatre museum factory plant mine farm concert party resort casino hangar ground grounds venue compound barracks clinic cafe shop store supermarket pub library zoo garden pier deck tunnel site scene forest mountain valley beach embassy office headquarters parliament arena campus festival warehouse terminal'.split(
    ' ',
  ),
);
const siting = /^(?:in|at|near|outside|inside|on|off|around|from|aboard)$/i;

/** Where a clause's event is when no named place tells it: the phrase of a place that its verbs stand with ("at the civic centre"). Head of the phrase, or null. */
function siteOf(tree: Tree, modifiers: readonly number[]): number | null {
  const found = modifiers.find((index) => {
    const { lemma, upos } = tree.token(index);
    const place = (upos === 'NOUN' || upos === 'PROPN') && sites.has(lemma.toLowerCase());
    const isReason = /^grounds?$/i.test(lemma) && tree.dependents(index, BIT.case).some((tie) => /^on$/i.test(tree.token(tie).text));
    return place && !isReason && tree.dependents(index, BIT.case).some((tie) => siting.test(tree.token(tie).text));
  });
  return found ?? null;
}

/** The place of a clause that has no named one. */
function siteText(text: string, tree: Tree, clause: Clause): string | null {
  const beside = clause.object === null ? [] : tree.dependents(clause.object, BIT.nmod).filter((index) => index > clause.core);
  const site = siteOf(tree, [...clause.modifiers, ...beside]);
  return site === null ? null : textOf(text, tree, nounPhrase(tree, site, clause.head));
}

/** Verbs whose object is where they lead or leave. */
const reaching = new Set('leave enter reach cross flee invade visit occupy attack storm bomb raid shell quit exit hit strike'.split(' '));
/** Clauses up which a place is looked for. */
const DEEP = 2;

/** Where a clause's event is: the first named place among its words, else a site without a name, else what it enters or leaves, else where the clause is that it goes on with. */
export function placeOf(
  text: string,
  part: Pick<Part, 'tree' | 'above'>,
  clause: Clause,
  places: readonly NameMention[],
  depth = 0,
): string | null {
  const { tree, above } = part;
  const within = tree.subtree(clause.head);
  const from = tree.token(within[0] ?? clause.head).start;
  const to = tree.token(within.at(-1) ?? clause.head).end;
  const place = places.find((name) => name.start >= from && name.end <= to);
  if (place !== undefined) return text.slice(place.start, place.end);
  const site = siteText(text, tree, clause) ?? enteredText(text, tree, clause);
  if (site !== null) return site;
  const { relation, xpos } = tree.token(clause.head);
  const governing = depth < DEEP && (relation === 'conj' || (relation === 'advcl' && xpos === 'VBG')) ? above(clause) : undefined;
  return governing === undefined ? null : placeOf(text, part, governing, places, depth + 1);
}

function enteredText(text: string, tree: Tree, { core, object, head }: Clause): string | null {
  if (object === null || !reaching.has(tree.lemma(core))) return null;
  const { upos, lemma } = tree.token(object);
  const isPlace = sites.has(lemma.toLowerCase()) && (upos === 'NOUN' || upos === 'PROPN');
  return isPlace ? textOf(text, tree, nounPhrase(tree, object, head)) : null;
}
