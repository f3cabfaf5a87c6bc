import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ParsedSentence, ParsedToken } from '../parsed-sentence.ts';
import type { Reference } from './antecedents.ts';
import type { Entity } from './entity.ts';

/** Nouns that stand for an organisation named before. */
const organisationNouns = new Set(
  'company group firm bank agency organisation organization ministry department union party club team university institute court commission council newspaper paper retailer carrier airline manufacturer maker automaker carmaker lender charity regulator watchdog startup militia army'.split(
    ' ',
  ),
);
/** Nouns that stand for a place named before, with the gazetteer kind the place must have. */
const placeNouns: ReadonlyMap<string, 'country' | 'city'> = new Map([
  ['country', 'country'],
  ['nation', 'country'],
  ['city', 'city'],
  ['capital', 'city'],
  ['town', 'city'],
]);

interface RecentMention {
  entity: Entity;
  sentence: number;
}

/** "The minister", "the company", "the country": the entity that alone fits, or nothing. */
export function describedEntity(
  sentence: ParsedSentence,
  s: number,
  i: number,
  recent: readonly RecentMention[],
  entities: readonly Entity[],
  lexicon: Lexicon,
): Reference | undefined {
  const { tokens, names } = sentence;
  const article = tokens[i]?.text;
  if (article?.length !== 3 || article.toLowerCase() !== 'the') return undefined;
  const last = endOfNounGroup(tokens, i);
  if (last === undefined || names.some((n) => n.tokenStart <= last && n.tokenEnd > i)) return undefined;
  const head = tokens[last] as ParsedToken;
  if (
    head.xpos !== 'NN' ||
    ['ADP', 'PART'].includes(tokens[last + 1]?.upos ?? '') ||
    /^(?:who|whose|that|which)$/i.test(tokens[last + 1]?.text ?? '')
  )
    return undefined;
  const noun = head.lemma;
  const fits = candidates(noun, last === i + 1, recent, s, entities, lexicon);
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? { entity: only, tokenEnd: last + 1, confidence: 0.75, kind: 'description' } : undefined;
}

function candidates(
  noun: string,
  bare: boolean,
  recent: readonly RecentMention[],
  s: number,
  entities: readonly Entity[],
  lexicon: Lexicon,
): Entity[] {
  if (lexicon.isPersonNoun(noun))
    return entities.filter((e) => e.type === 'PER' && e.mentions.length > 0 && e.roles.some((r) => endsInNoun(r, noun)));
  if (!bare) return [];
  const near = [...new Set(recent.filter((r) => s - r.sentence <= 2).map((r) => r.entity))];
  const kind = placeNouns.get(noun);
  if (kind !== undefined) return near.filter((e) => e.type === 'LOC' && lexicon.kindsOf(e.name).includes(kind));
  if (!organisationNouns.has(noun)) return [];
  const organisations = near.filter((e) => e.type === 'ORG');
  const bearing = organisations.filter((e) => e.name.toLowerCase().includes(noun));
  return bearing.length > 0 ? bearing : organisations;
}

function endsInNoun(role: string, noun: string): boolean {
  const words = role.toLowerCase().split(/\s+/);
  return words.some((w, i) => w === noun && (i === words.length - 1 || /^(?:of|for|at|in|to|with)$/.test(words[i + 1] ?? '')));
}

/** Index of the head of the noun group that "the" opens: adjectives and nouns, at most four words. */
function endOfNounGroup(tokens: readonly ParsedToken[], i: number): number | undefined {
  let last: number | undefined;
  for (let j = i + 1; j < tokens.length && j <= i + 4; j++) {
    const upos = tokens[j]?.upos;
    if (upos === 'NOUN') last = j;
    else if (upos !== 'ADJ') break;
  }
  return last;
}
