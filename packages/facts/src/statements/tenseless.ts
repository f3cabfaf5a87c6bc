import type { ParsedSentence, ParsedToken } from '@copydesk/language';
import { nominal, phraseBefore, runOf, verbBeginsAt } from './token-runs.ts';

/** Participles that say what is held of the phrase before the comma. */
const held = /^(?:believed|thought|considered|understood|said|estimated|feared|expected|deemed|reported|rumou?red|alleged)$/i;

/** "the sale in Rome, believed to be the largest …": a relative clause without its pronoun and copula. The copula is put in for the parser; as −index in a part it stands before token `index`. */
export function takeParticiples({ tokens, names }: ParsedSentence, removed: Set<number>, clauses: number[][]): void {
  for (let index = 2; index < tokens.length; index++) {
    if (tokens[index - 1]?.text !== ',' || tokens[index + 1]?.text !== 'to' || !held.test(tokens[index]?.text ?? '') || removed.has(index))
      continue;
    const phrase = phraseBefore(tokens, index - 1);
    const [first] = phrase;
    if (first === undefined) continue;
    // What is held of a place by its name is held of what is there.
    const name = names.find(({ tokenStart }) => tokenStart === first);
    const there = name?.type === 'LOC' && /^(?:in|at|near|on)$/i.test(tokens[first - 1]?.text ?? '') ? phraseBefore(tokens, first - 1) : [];
    const whole = there.length > 0 ? [...there, first - 1, ...phrase] : phrase;
    const close = tokens.findIndex(({ text }, at) => at > index && text === ',');
    const end = close < 0 ? tokens.length - 1 : close;
    clauses.push([...whole, -index, ...runOf(index, end, removed)]);
    for (let at = index - 1; at < end; at++) removed.add(at);
    if (verbBeginsAt(tokens, end + 1)) removed.add(end);
    index = end;
  }
}

/** Most words of the subject of a clause without a tense. */
const LONG_SUBJECT = 9;
const shares = /^(?:most|some|all|many|half|both|several|none|two|three|one|few)$/i;

/** ", with most seats located in the stand", ", most of them based in Leeds": clauses without a tense. The copula is put in for the parser, as above. */
export function takeAbsolutes(tokens: readonly ParsedToken[], removed: Set<number>, clauses: number[][]): void {
  for (let comma = 3; comma < tokens.length - 3; comma++) {
    if (tokens[comma]?.text !== ',' || removed.has(comma)) continue;
    const first = tokens[comma + 1]?.text.toLowerCase() ?? '';
    const from = first === 'with' ? comma + 2 : shares.test(first) && /^(?:of)$/i.test(tokens[comma + 2]?.text ?? '') ? comma + 1 : -1;
    if (from < 0) continue;
    const verb = subjectEnd(tokens, from);
    if (verb === undefined || verb === from) continue;
    const end = tenselessEnd(tokens, verb);
    clauses.push([...runOf(from, verb, removed), -verb, ...runOf(verb, end, removed)]);
    for (let at = comma; at < end; at++) removed.add(at);
    if (verbBeginsAt(tokens, end + 1)) removed.add(end);
    comma = end;
  }
}

/** The participle behind a noun phrase: undefined where something else comes first. */
function subjectEnd(tokens: readonly ParsedToken[], from: number): number | undefined {
  for (let at = from; at < from + LONG_SUBJECT && at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const { xpos, upos, text } = token;
    if (/^VB[NG]$/.test(xpos) && (upos === 'VERB' || upos === 'AUX') && token.relation !== 'amod' && at > from) return at;
    if (!nominal.has(upos) && !/^(?:of|in|and|more|than|at|least)$/i.test(text) && upos !== 'ADV') return undefined;
  }
  return undefined;
}

/** Where a clause without a tense ends: at the comma behind which a verb or another clause comes, else before the full stop. */
function tenselessEnd(tokens: readonly ParsedToken[], verb: number): number {
  for (let at = verb + 1; at < tokens.length; at++) {
    if (tokens[at]?.text === ';' || (tokens[at]?.text === ',' && (verbBeginsAt(tokens, at + 1) || tokens[at + 1]?.upos === 'CCONJ')))
      return at;
  }
  const last = tokens.length - 1;
  return tokens[last]?.upos === 'PUNCT' ? last : tokens.length;
}
