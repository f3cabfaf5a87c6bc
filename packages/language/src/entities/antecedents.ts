import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ParsedSentence, ParsedToken } from '../parsed-sentence.ts';
import type { Entity, EntityMention } from './entity.ts';
import { describedEntity } from './descriptions.ts';

const male = new Set(['he', 'him', 'his', 'himself']);
const female = new Set(['she', 'her', 'hers', 'herself']);
/** Above the number of tokens of any sentence. */
const longestSentence = 1 << 13;
/** How many sentences back an antecedent may stand. */
const window = 3;
/** A candidate must lead the next by this much (in the units of `scoreOf`). */
const clearLead = 1;

/** A recent mention of an entity, with how it stands in its sentence. */
interface Recent {
  entity: Entity;
  sentence: number;
  tokenStart: number;
  subject: boolean;
}

/**
 * Adds to the entities the pronouns ("he", "her") and descriptions ("the minister", "the company") that clearly mean them. What is not
 * clear is left out: a wrong antecedent costs more than a missing one. One pass over the text.
 */
export function resolveReferences(sentences: readonly ParsedSentence[], entities: readonly Entity[], lexicon: Lexicon): void {
  const starting = new Map<number, Entity>();
  const placeOf = (sentence: number, token: number): number => sentence * longestSentence + token;
  for (const e of entities) for (const m of e.mentions) starting.set(placeOf(m.sentence, m.tokenStart), e);
  let recent: Recent[] = [];
  sentences.forEach((sentence, s) => {
    recent = recent.filter((r) => s - r.sentence <= window);
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const named = starting.get(placeOf(s, i));
      const token = tokens[i] as ParsedToken;
      if (named !== undefined) {
        recent.push({ entity: named, sentence: s, tokenStart: i, subject: isSubject(tokens, i) });
        continue;
      }
      const reference = personalPronoun(sentence, s, i, recent) ?? describedEntity(sentence, s, i, recent, entities, lexicon);
      if (reference === undefined) continue;
      const { entity, tokenEnd, confidence, kind } = reference;
      const mention: EntityMention = {
        sentence: s,
        start: token.start,
        end: tokens[tokenEnd - 1]?.end ?? token.end,
        tokenStart: i,
        tokenEnd,
        kind,
        confidence,
      };
      entity.mentions.push(mention);
      if (kind === 'pronoun' && entity.gender === undefined) entity.gender = male.has(token.text.toLowerCase()) ? 'male' : 'female';
      recent.push({ entity, sentence: s, tokenStart: i, subject: isSubject(tokens, tokenEnd - 1) });
    }
  });
  for (const e of entities) e.mentions.sort((a, b) => a.start - b.start);
}

/** What a pronoun or description was found to mean. */
export interface Reference {
  entity: Entity;
  tokenEnd: number;
  confidence: number;
  kind: 'pronoun' | 'description';
}

function personalPronoun({ tokens }: ParsedSentence, s: number, i: number, recent: readonly Recent[]): Reference | undefined {
  const token = tokens[i] as ParsedToken;
  if (token.upos !== 'PRON') return undefined;
  const form = token.text.toLowerCase();
  if (!male.has(form) && !female.has(form)) return undefined;
  const gender = male.has(form) ? 'male' : 'female';
  const scores = new Map<Entity, number>();
  for (const r of recent) {
    const { entity } = r;
    if (entity.type !== 'PER' || (entity.gender !== undefined && entity.gender !== gender)) continue;
    if (r.sentence === s && !form.endsWith('self') && sameClause(tokens, r.tokenStart, i, form)) continue;
    scores.set(entity, Math.max(scores.get(entity) ?? -Infinity, scoreOf(r, s, gender)));
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const lead = best[1] - (next?.[1] ?? -2);
  if (lead < clearLead) return undefined;
  return { entity: best[0], tokenEnd: i + 1, confidence: Math.min(0.95, 0.6 + 0.125 * lead), kind: 'pronoun' };
}

/** Nearer, subject, and known to be of the gender is better. */
function scoreOf(r: Recent, sentence: number, gender: string): number {
  return (
    (r.entity.gender === gender ? 2 : 0) + (r.subject ? 1 : 0) - 1.2 * (sentence - r.sentence) + (r.entity.mentions.length > 2 ? 0.5 : 0)
  );
}

/** True when a name cannot be what a pronoun means because both are arguments of one verb ("Ada met her"). */
function sameClause(tokens: readonly ParsedToken[], name: number, pronoun: number, form: string): boolean {
  if (form === 'his' || form === 'hers' || (form === 'her' && tokens[pronoun]?.relation === 'nmod:poss')) return false;
  let at = name;
  while ((tokens[at]?.head ?? -1) >= 0 && /^(?:flat|compound|appos|nmod|amod|conj)/.test(tokens[at]?.relation ?? ''))
    at = tokens[at]?.head ?? -1;
  return tokens[at]?.head === tokens[pronoun]?.head;
}

function isSubject(tokens: readonly ParsedToken[], i: number): boolean {
  let at = i;
  for (
    let step = 0;
    step < 4 && /^(?:flat|compound|amod|det|conj)/.test(tokens[at]?.relation ?? '') && (tokens[at]?.head ?? -1) >= 0;
    step++
  )
    at = tokens[at]?.head ?? -1;
  return (tokens[at]?.relation ?? '').startsWith('nsubj');
}
