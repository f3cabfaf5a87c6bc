import type { LanguageModel, ParsedSentence, ParsedToken } from '@copydesk/language';
import type { Span } from '@copydesk/text';

/**
 * Long news sentences nest: brackets, pairs of dashes, and relative clauses between a subject and its verb ("the bank, which …, has closed"). A greedy parser loses the
 * subject there. So the asides are taken out and what is left is parsed again; a relative clause is parsed by itself, behind the phrase it speaks of. Tokens keep their
 * places in the text.
 * @param reports stretches that only tell who says the rest (", the mayor said"): they are left out as well
 */
export function viewsOf(model: LanguageModel, sentence: ParsedSentence, reports: readonly Span[] = []): ParsedSentence[] {
  const { tokens } = sentence;
  const removed = new Set<number>();
  const clauses: number[][] = [];
  removeDateline(tokens, removed);
  removeBrackets(tokens, removed);
  removeDashes(tokens, removed);
  for (const report of reports) {
    for (const [index, { start, end }] of tokens.entries()) if (start >= report.start && end <= report.end) removed.add(index);
  }
  takeRelatives(tokens, removed, clauses);
  removeOpening(tokens, removed);
  removeInsertions(tokens, removed);
  if (removed.size === 0) return [sentence];
  const main = tokens.map((_, index) => index).filter((index) => !removed.has(index));
  return [main, ...clauses].filter((part) => part.length > 1).map((part) => model.parsePart(sentence, part));
}

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** A finite verb begins at a token, perhaps after adverbs: so a clause goes on there. */
function verbBeginsAt(tokens: readonly ParsedToken[], index: number): boolean {
  let at = index;
  while (tokens[at]?.upos === 'ADV') at++;
  const token = tokens[at];
  return token !== undefined && finite.has(token.xpos) && (token.upos === 'VERB' || token.upos === 'AUX');
}

/** "PARIS (Agency) –", "LONDON:" before the first word of the report. */
function removeDateline(tokens: readonly ParsedToken[], removed: Set<number>): void {
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
  for (const [index, { text }] of tokens.entries()) {
    if (text === '(' || text === '[') open ??= index;
    if ((text === ')' || text === ']') && open !== undefined) {
      for (let inside = open; inside <= index; inside++) removed.add(inside);
      open = undefined;
    }
  }
}

function removeDashes(tokens: readonly ParsedToken[], removed: Set<number>): void {
  const dashes = tokens.flatMap(({ text }, index) => (/^(?:—|–|--)$/.test(text) && !removed.has(index) ? [index] : []));
  const [from, to] = dashes;
  if (from === undefined || to === undefined || dashes.length > 2 || from === 0) return;
  for (let index = from; index <= to; index++) removed.add(index);
}

/** Most words of an adverbial before the first comma, and of an insertion between a subject and its verb. */
const LONG_OPENING = 9;
const LONG_INSERTION = 16;

/** "On 3 May, …", "In a first for the region, …": nothing but when, where and how. */
function removeOpening(tokens: readonly ParsedToken[], removed: Set<number>): void {
  const begin = tokens.findIndex((_, index) => !removed.has(index));
  const first = tokens[begin];
  if (first === undefined || (first.upos !== 'ADP' && first.upos !== 'ADV')) return;
  const comma = tokens.findIndex(({ text }, index) => index > begin && text === ',');
  if (comma < 0 || comma - begin > LONG_OPENING) return;
  const opening = tokens.slice(begin, comma);
  if (opening.some(({ upos, text }) => upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || upos === 'PRON' || /^["“”]$/.test(text)))
    return;
  for (let index = begin; index <= comma; index++) removed.add(index);
}

/** Between commas, between a noun and the finite verb that is said of it: "the union, in a letter to members, called …", "Ann Lee, its founder, left". */
function removeInsertions(tokens: readonly ParsedToken[], removed: Set<number>): void {
  for (let open = 1; open < tokens.length; open++) {
    if (tokens[open]?.text !== ',' || removed.has(open) || !nominal.has(tokens[open - 1]?.upos ?? '')) continue;
    const close = tokens.findIndex(({ text }, index) => index > open && text === ',' && !removed.has(index));
    if (close < 0) return;
    if (close - open <= LONG_INSERTION && close > open + 1 && verbBeginsAt(tokens, close + 1) && isInsertion(tokens, open + 1, close)) {
      for (let index = open; index <= close; index++) removed.add(index);
      open = close;
    }
  }
}

function isInsertion(tokens: readonly ParsedToken[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || first.upos === 'CCONJ' || first.upos === 'SCONJ' || first.upos === 'PRON') return false;
  return tokens.slice(from, to).every(({ xpos, upos, text }, index) => {
    if (/^["“”]$/.test(text)) return false;
    return index === 0 || !finite.has(xpos) || (upos !== 'VERB' && upos !== 'AUX');
  });
}

const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART', 'SYM']);

/** The noun phrase that ends before a token, "of" phrases included. */
function phraseBefore(tokens: readonly ParsedToken[], end: number): number[] {
  let at = end - 1;
  while (at >= 0) {
    const token = tokens[at];
    if (token === undefined) break;
    const of = token.text.toLowerCase() === 'of' || token.text === '-' || token.text === "'s" || token.text === '’s';
    if (!nominal.has(token.upos) && !of) break;
    at--;
    if (token.upos === 'DET' && tokens[at]?.text.toLowerCase() !== 'of') break;
  }
  return Array.from({ length: end - at - 1 }, (_, index) => at + 1 + index);
}

function takeRelatives(tokens: readonly ParsedToken[], removed: Set<number>, clauses: number[][]): void {
  for (let index = 1; index < tokens.length; index++) {
    const word = tokens[index]?.text.toLowerCase();
    if ((word !== 'who' && word !== 'which') || tokens[index - 1]?.text !== ',' || removed.has(index)) continue;
    if (!verbBeginsAt(tokens, index + 1)) continue;
    const end = relativeEnd(tokens, index);
    const phrase = phraseBefore(tokens, index - 1);
    if (phrase.length === 0) continue;
    const inside = Array.from({ length: end - index - 1 }, (_, step) => index + 1 + step).filter((at) => !removed.has(at));
    clauses.push([...phrase, ...inside]);
    for (let at = index - 1; at < end; at++) removed.add(at);
    // The comma that closes the clause goes with it when the sentence's own verb follows.
    if (tokens[end]?.text === ',') removed.add(end);
    index = end;
  }
}

/** Where a relative clause ends: at the comma after which the sentence's own verb comes, else at the end of the sentence. */
function relativeEnd(tokens: readonly ParsedToken[], begin: number): number {
  for (let index = begin + 2; index < tokens.length; index++) {
    if (tokens[index]?.text === ',' && verbBeginsAt(tokens, index + 1)) return index;
  }
  const last = tokens.length - 1;
  return tokens[last]?.upos === 'PUNCT' ? last : tokens.length;
}
