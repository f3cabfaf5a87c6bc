import type { LanguageModel, ParsedSentence, ParsedToken } from '@copydesk/language';
import type { Span } from '@copydesk/text';
import { bodyNouns, listed, personNouns } from '../attributions/lexicon/nouns.ts';
import { takeAbsolutes, takeParticiples } from './tenseless.ts';
import { finite, nominal, phraseBefore, runOf, verbBeginsAt } from './token-runs.ts';

/** A stretch of a sentence as it is parsed for statements. */
export interface View extends ParsedSentence {
  /** It has no tense of its own; its copula was put in for the parser. */
  tenseless?: boolean;
}

/**
 * Long news sentences nest: brackets, pairs of dashes, and relative clauses between a subject and its verb ("the bank, which …, has closed"). A greedy parser loses the
 * subject there. So the asides are taken out and what is left is parsed again; a relative clause is parsed by itself, behind the phrase it speaks of. Tokens keep their
 * places in the text.
 * @param reports stretches that only tell who says the rest (", the mayor said"): they are left out as well
 */
export function viewsOf(model: LanguageModel, sentence: ParsedSentence, reports: readonly Span[] = []): View[] {
  const { tokens } = sentence;
  const removed = new Set<number>();
  const clauses: number[][] = [];
  const marks = marksOf(tokens);
  removeDateline(tokens, removed);
  if (marks.bracket) removeBrackets(tokens, removed);
  if (marks.dash) removeDashes(tokens, removed);
  if (marks.shot) removeShot(tokens, removed);
  for (const report of reports) {
    for (const [index, { start, end }] of tokens.entries()) if (start >= report.start && end <= report.end) removed.add(index);
  }
  if (marks.comma) {
    takeOpeningClause(tokens, removed, clauses);
    takeRelatives(tokens, removed, clauses);
    takeParticiples(sentence, removed, clauses);
    takeAbsolutes(tokens, removed, clauses);
  }
  removeOpening(tokens, removed);
  if (marks.comma) removeInsertions(tokens, removed);
  if (removed.size === 0) return [sentence];
  const main = tokens.map((_, index) => index).filter((index) => !removed.has(index));
  return [main, ...clauses]
    .filter((part) => part.length > 1)
    .map((part) => (part.some((index) => index < 0) ? parseTenseless(model, sentence, part) : model.parsePart(sentence, part)));
}

/** What the asides of a sentence are set off by: most sentences have one or two of these, and many have none. */
interface Marks {
  comma: boolean;
  dash: boolean;
  bracket: boolean;
  shot: boolean;
}

function marksOf(tokens: readonly ParsedToken[]): Marks {
  const marks: Marks = { comma: false, dash: false, bracket: false, shot: false };
  for (const { text } of tokens) {
    if (text.length > 4) continue;
    if (text === ',') marks.comma = true;
    else if (text === '(' || text === '[') marks.bracket = true;
    else if (text === '—' || text === '–' || text === '--') marks.dash = true;
    else if (text === 'shot') marks.shot = true;
  }
  return marks;
}

/** Parses a part with the copula that it leaves out. */
function parseTenseless(model: LanguageModel, sentence: ParsedSentence, part: readonly number[]): View {
  const kept = part.flatMap((index) => (index < 0 ? copulaBefore(sentence.tokens, -index) : (sentence.tokens[index] ?? [])));
  const parsed = model.parseTokens(kept.map(({ text }) => text));
  const tokens = parsed.tokens.map((token, index): ParsedToken => {
    const { start, end } = kept[index] ?? token;
    return { ...token, start, end };
  });
  return { start: sentence.start, end: sentence.end, tokens, names: sentence.names, confidence: parsed.confidence, tenseless: true };
}

/** A copula that the text leaves out before a token: it has a place in the text, and no length. */
function copulaBefore(tokens: readonly ParsedToken[], index: number): ParsedToken[] {
  const token = tokens[index];
  return token === undefined ? [] : [{ ...token, text: 'is', end: token.start }];
}

/** Tokens of a date that a page prints before the text: "June 06, 2031 The mayor …", "Published May 5, 2031 …". */
function printedDate(tokens: readonly ParsedToken[]): number {
  const begin =
    tokens[2]?.text === ',' ? 0 : tokens[3]?.text === ',' && /^(?:published|updated|posted)$/i.test(tokens[0]?.text ?? '') ? 1 : -1;
  if (begin < 0 || !monthName.test(tokens[begin]?.text ?? '')) return 0;
  if (!/^\d{1,2}$/.test(tokens[begin + 1]?.text ?? '') || !/^(?:19|20)\d\d$/.test(tokens[begin + 3]?.text ?? '')) return 0;
  const next = tokens[begin + 4];
  return next !== undefined && /^\p{Lu}/u.test(next.text) ? begin + 4 : 0;
}

/** "PARIS (Agency) –", "LONDON:" before the first word of the report. */
function removeDateline(tokens: readonly ParsedToken[], removed: Set<number>): void {
  const date = printedDate(tokens);
  for (let index = 0; index < date; index++) removed.add(index);
  const first = tokens[0]?.text ?? '';
  if (!/^\p{Lu}{3,}$/u.test(first)) return;
  const end = tokens.findIndex(({ text }) => /^(?::|—|–|--?)$/.test(text));
  if (end < 1 || end > 12) return;
  const before = tokens.slice(0, end);
  if (before.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return;
  for (let index = 0; index <= end; index++) removed.add(index);
}

function removeBrackets(tokens: readonly ParsedToken[], removed: Set<number>): void {
  let open: number | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const text = tokens[index]?.text;
    if (text === '(' || text === '[') open ??= index;
    if ((text === ')' || text === ']') && open !== undefined) {
      for (let inside = open; inside <= index; inside++) removed.add(inside);
      open = undefined;
    }
  }
}

/** "Guards shot and killed a man", where the tagger took "shot" for a noun: the second verb tells it. */
function removeShot(tokens: readonly ParsedToken[], removed: Set<number>): void {
  for (let index = 1; index < tokens.length - 2; index++) {
    const { text, upos } = tokens[index] ?? {};
    if (text !== 'shot' || upos === 'VERB' || tokens[index + 1]?.text !== 'and') continue;
    if (!/^(?:killed|wounded|injured)$/.test(tokens[index + 2]?.text ?? '') || !nominal.has(tokens[index - 1]?.upos ?? '')) continue;
    removed.add(index);
    removed.add(index + 1);
  }
}

function removeDashes(tokens: readonly ParsedToken[], removed: Set<number>): void {
  const dashes: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const text = tokens[index]?.text;
    if ((text === '—' || text === '–' || text === '--') && !removed.has(index)) dashes.push(index);
  }
  const [from, to] = dashes;
  if (from === undefined || to === undefined || dashes.length > 2 || from === 0) return;
  for (let index = from; index <= to; index++) removed.add(index);
}

/** Most words of an adverbial before the first comma, and of an insertion between a subject and its verb. */
const LONG_OPENING = 9;
const LONG_INSERTION = 16;
/** Most words of a source at the beginning ("According to the head of the union in Leeds, …"). */
const LONG_SOURCE = 14;

/** "On 3 May, …", "In a first for the region, …": nothing but when, where and how. */
function removeOpening(tokens: readonly ParsedToken[], removed: Set<number>): void {
  const begin = tokens.findIndex((_, index) => !removed.has(index));
  const first = tokens[begin];
  const source = first?.text.toLowerCase() === 'according';
  if (first === undefined || !(source || /^(?:ADP|ADV)$/.test(first.upos) || /^(?:since|after|before|until)$/i.test(first.text))) return;
  const day = dayEnd(tokens, begin);
  if (day > 0) {
    for (let index = begin; index < day; index++) removed.add(index);
    return;
  }
  const comma = tokens.findIndex(({ text }, index) => index > begin && text === ',');
  if (comma < 0 || comma - begin > (source ? LONG_SOURCE : LONG_OPENING)) return;
  const opening = tokens.slice(begin + 1, comma);
  const clausal = ({ upos, xpos, text }: ParsedToken) =>
    upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || (upos === 'PRON' && xpos !== 'PRP$') || /^["“”]$/.test(text);
  if (opening.some(clausal)) return;
  for (let index = begin; index <= comma; index++) removed.add(index);
}

/** Between commas, between a noun and the finite verb that is said of it: "the union, in a letter to members, called …", "Ann Lee, its founder, left". */
function removeInsertions(tokens: readonly ParsedToken[], removed: Set<number>): void {
  for (let open = 1; open < tokens.length; open++) {
    if (tokens[open]?.text !== ',' || removed.has(open) || !nominal.has(tokens[open - 1]?.upos ?? '')) continue;
    const first = tokens.findIndex(({ text }, index) => index > open && text === ',' && !removed.has(index));
    if (first < 0) return;
    const close = behindAge(tokens, open, first);
    if (close - open <= LONG_INSERTION && close > open + 1 && verbBeginsAt(tokens, close + 1) && isInsertion(tokens, open + 1, close)) {
      for (let index = open; index <= close; index++) removed.add(index);
      open = close;
    }
  }
}

/** "Ann Lee, 34, of Leeds, was": an age and where somebody comes from are set off together. */
function behindAge(tokens: readonly ParsedToken[], open: number, close: number): number {
  if (close !== open + 2 || tokens[open + 1]?.upos !== 'NUM' || !/^(?:of|from)$/.test(tokens[close + 1]?.text ?? '')) return close;
  const next = tokens.findIndex(({ text }, index) => index > close + 1 && text === ',');
  return next > 0 && next - close <= LONG_OPENING && tokens.slice(close + 2, next).every(({ upos }) => nominal.has(upos)) ? next : close;
}

function isInsertion(tokens: readonly ParsedToken[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || first.upos === 'CCONJ' || first.upos === 'SCONJ' || first.upos === 'PRON') return false;
  return tokens.slice(from, to).every(({ xpos, upos, text }, index) => {
    if (/^["“”]$/.test(text)) return false;
    return index === 0 || !finite.has(xpos) || (upos !== 'VERB' && upos !== 'AUX');
  });
}

const monthName = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)$/;

/** Index behind "On Monday", "In 2014" or "On May 5" at the beginning, where the sentence goes on without a comma; 0 where it does not begin so. */
function dayEnd(tokens: readonly ParsedToken[], begin: number): number {
  if (!/^(?:on|in)$/i.test(tokens[begin]?.text ?? '') || !calendar.test(tokens[begin + 1]?.text ?? '')) return 0;
  let end = begin + 2;
  while (/^\d+$/.test(tokens[end]?.text ?? '')) end++;
  const next = tokens[end];
  return next !== undefined && (/^(?:DET|PROPN|PRON)$/.test(next.upos) || next.xpos === 'NNS') ? end : 0;
}

const opener = /^(?:once|when|while|as|after|before|since|until|although|though|because|if|unless|whereas)$/i;
/** Most words of a clause that opens a sentence. */
const LONG_CLAUSE = 22;

/** "Once the works are done, the line …", where the parser hung something of the sentence proper on the clause before it: the two are parsed apart. */
function takeOpeningClause(tokens: readonly ParsedToken[], removed: Set<number>, clauses: number[][]): void {
  const begin = tokens.findIndex((_, index) => !removed.has(index));
  if (begin < 0 || !opener.test(tokens[begin]?.text ?? '')) return;
  const comma = tokens.findIndex(({ text }, index) => index > begin && text === ',' && !removed.has(index));
  if (comma < 0 || comma - begin > LONG_CLAUSE) return;
  const isFinite = ({ xpos, upos }: ParsedToken) => finite.has(xpos) && (upos === 'VERB' || upos === 'AUX');
  if (!tokens.slice(begin, comma).some(isFinite) || !tokens.slice(comma).some(isFinite)) return;
  const crosses = tokens.some(({ head, upos }, index) => index > comma && upos !== 'PUNCT' && head >= begin && head < comma);
  if (!crosses) return;
  clauses.push(runOf(begin, comma, removed));
  for (let index = begin; index <= comma; index++) removed.add(index);
}

function takeRelatives(tokens: readonly ParsedToken[], removed: Set<number>, clauses: number[][]): void {
  for (let index = 1; index < tokens.length; index++) {
    if (tokens[index - 1]?.text !== ',') continue;
    const word = tokens[index]?.text.toLowerCase();
    if ((word !== 'who' && word !== 'which') || removed.has(index)) continue;
    if (!verbBeginsAt(tokens, index + 1)) continue;
    const end = relativeEnd(tokens, index);
    const phrase = antecedentBefore(tokens, index - 1, word);
    if (phrase.length === 0) continue;
    clauses.push([...phrase, ...runOf(index + 1, end, removed)]);
    for (let at = index - 1; at < end; at++) removed.add(at);
    // The comma that closes the clause goes with it when the sentence's own verb follows.
    if (tokens[end]?.text === ',') removed.add(end);
    index = end;
  }
}

/** What "who" and "which" behind a comma stand for: not an age (", 15, who …"), and "which" for no person ("the head of the region, which …"). */
function antecedentBefore(tokens: readonly ParsedToken[], comma: number, pronoun: string): number[] {
  const phrase = phraseBefore(tokens, comma);
  const first = phrase[0] ?? 0;
  const isAge = phrase.every((index) => tokens[index]?.upos === 'NUM') && tokens[first - 1]?.text === ',';
  if (isAge) return phraseBefore(tokens, first - 1);
  const of = phrase.findIndex((index) => tokens[index]?.text.toLowerCase() === 'of');
  const head = tokens[phrase[of - 1] ?? -1];
  const body = bodyBefore(tokens, first);
  if (body.length > 0) return [...body, ...phrase];
  const isPerson = pronoun === 'which' && head !== undefined && listed(head.text.toLowerCase(), personNouns) !== null;
  return isPerson ? phrase.slice(of + 1) : phrase;
}

/** "the court in Lima, which ruled …": the body, and not where it sits. Towns are said to have something as well. */
function bodyBefore(tokens: readonly ParsedToken[], place: number): number[] {
  const noun = tokens[place - 2];
  if (!/^(?:in|at)$/i.test(tokens[place - 1]?.text ?? '') || tokens[place]?.upos !== 'PROPN' || noun?.upos !== 'NOUN') return [];
  const body = listed(noun.text.toLowerCase(), bodyNouns);
  if (body === null || body.plural || /^(?:town|city|county|state|country|nation|airport|port)$/.test(body.noun)) return [];
  return [...phraseBefore(tokens, place - 1), place - 1];
}

/** A participle that may be a past tense: it is coordinated, or has an object of its own. */
function isPastTense(tokens: readonly ParsedToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.xpos !== 'VBN' || token.upos !== 'VERB') return false;
  return (
    token.relation === 'conj' || (token.relation === 'advcl' && tokens.some(({ head, relation }) => head === index && relation === 'obj'))
  );
}

/** Where a relative clause ends: at the comma after which the sentence's own verb comes, else at the end of the sentence. */
function relativeEnd(tokens: readonly ParsedToken[], begin: number): number {
  for (let index = begin + 2; index < tokens.length; index++) {
    if (tokens[index]?.text === ',' && verbBeginsAt(tokens, index + 1)) return index;
  }
  // "The clinic, which has paid millions, apologised and said …": a sentence without another verb of its own has it behind the clause.
  const participle = tokens.findIndex(({ text }, index) => index > begin + 2 && text === ',' && isPastTense(tokens, index + 1));
  if (participle > 0 && begin > 1 && !tokens.slice(0, begin - 1).some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return participle;
  const last = tokens.length - 1;
  return tokens[last]?.upos === 'PUNCT' ? last : tokens.length;
}
