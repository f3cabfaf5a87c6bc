import type { ParsedToken } from '../parsed-sentence.ts';
import type { KnownOrganisations } from './known-organisations.ts';
import { nameTypes } from './name-classes.ts';
import type { NameLine, TokenSpan } from './name-line.ts';
import { numberedUnits, onUnits, siteHeads, unitHeads, unitsOf, weakHeads } from './organisation-words.ts';
import { stateBodySpan, type Nationality } from './state-bodies.ts';
import { isTitle } from './titles.ts';
import { tokenKind } from './token-kind.ts';

const organisation = nameTypes.indexOf('ORG');
const person = nameTypes.indexOf('PER');
const place = nameTypes.indexOf('LOC');
/** Lead given to a span that is built by rule. */
const ruleMargin = 400;
const longestRun = 12;
const capital = /^\p{Lu}/u;
const ordinal = /^\d{1,4}(?:st|nd|rd|th)$/;
const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)$/;
/** Tags of words that a sentence writes with a capital only at its beginning. */
const smallTags: ReadonlySet<string> = new Set(['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'AUX', 'INTJ', 'PUNCT']);

/**
 * Names of organisations by their build, in place: capitalised runs that end in a word for a body or a unit ("the Syrian Democratic Forces",
 * "Ministry of Foreign Affairs"), which the recogniser often cuts short or takes for a place and something else, and institutions named by
 * their country ("the French government").
 * @param kinds of the tokens (token-kind.ts)
 */
export function composeOrganisations(tokens: readonly ParsedToken[], line: NameLine, nation: Nationality, kinds: ArrayLike<number>): void {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const kind = kinds[i] as number;
    if ((kind & (tokenKind.unit | tokenKind.body)) === 0) continue;
    const span = (kind & tokenKind.unit) === 0 ? stateBodySpan(tokens, line, i, nation) : unitSpan(tokens, line, i);
    if (span === undefined) continue;
    put(line, span);
    i = span.start;
  }
  // A people is no place ("a North Korean missile").
  for (const name of line.list())
    if (name.type === place && nation.isPeople(name.end - 1) && !nation.isCountry(name.start)) line.remove(name);
}

/** Organisations known by their spelling, unless a longer name holds or cuts them. */
export function addKnownOrganisations(
  tokens: readonly ParsedToken[],
  line: NameLine,
  known: KnownOrganisations,
  kinds: ArrayLike<number>,
): void {
  for (let start = 0; start < tokens.length; start++) {
    const end = ((kinds[start] as number) & tokenKind.known) === 0 ? undefined : known.endAt(tokens, start);
    if (end === undefined) continue;
    const kept = line.within(start, end).some((n) => n.start < start || n.end > end);
    if (!kept) put(line, { start, end });
    start = end - 1;
  }
}

/** Puts an organisation in the place of the names that it covers, with the lead of the surest of them. */
function put(line: NameLine, { start, end }: TokenSpan): void {
  const margin = Math.max(ruleMargin, ...line.within(start, end).map((n) => n.margin));
  line.put({ start, end, type: organisation, margin });
}

function unitSpan(tokens: readonly ParsedToken[], line: NameLine, head: number): TokenSpan | undefined {
  const lower = (tokens[head] as ParsedToken).text.toLowerCase();
  if (siteHeads.has(tokens[head + 1]?.text ?? '') || isShore(tokens, head)) return undefined;
  const isUnit = unitHeads.has(lower);
  if (!isUnit && !numberedUnits.has(lower)) return undefined;
  const first = runStart(tokens, line, head);
  if (!isUnit && !tokens.slice(first, head).some((t) => ordinal.test(t.text))) return undefined;
  const last = unitsOf.has(lower) ? ofEnd(tokens, line, head + 1) : head + 1;
  if (weakHeads.has(lower) && last - first < 3) return undefined;
  const touched = line.within(first, last);
  // A person or place that reaches further says that the run is something else; an organisation is taken whole.
  if (touched.some((n) => n.type !== organisation && (n.start < first || n.end > last))) return undefined;
  const start = Math.min(first, ...touched.map((n) => n.start));
  const end = Math.max(last, ...touched.map((n) => n.end));
  return end - start < 2 ? undefined : { start, end };
}

/** "The West Bank" is none. */
function isShore(tokens: readonly ParsedToken[], head: number): boolean {
  return tokens[head]?.text === 'Bank' && /^(?:West|East|South|North|Left|Right)$/.test(tokens[head - 1]?.text ?? '');
}

/** The first token of the capitalised run that ends at a head word. */
function runStart(tokens: readonly ParsedToken[], line: NameLine, head: number): number {
  let start = head;
  while (start > 0 && head - start < longestRun) {
    const before = tokens[start - 1] as ParsedToken;
    const further = tokens[start - 2];
    const joint = /^[-–&]$/.test(before.text) && further !== undefined && capital.test(further.text) && before.start === further.end;
    if (joint) {
      start -= 2;
      continue;
    }
    const name = line.at(start - 1);
    if (name?.type === person && name.end === start && name.end - name.start > 1) break;
    if (!joinsRun(before, start - 1)) break;
    start--;
  }
  return start;
}

function joinsRun({ text, upos }: ParsedToken, at: number): boolean {
  if (ordinal.test(text)) return true;
  if (!capital.test(text) || smallTags.has(upos)) return false;
  const lower = text.toLowerCase();
  return !calendar.test(lower) && (!isTitle(lower) || lower === 'general') && (at > 0 || upos === 'PROPN' || upos === 'ADJ');
}

/** The end of "of the Foreign Affairs", "on Armed Services" after a head word; the position itself when nothing of the kind follows. */
function ofEnd(tokens: readonly ParsedToken[], line: NameLine, from: number): number {
  const link = tokens[from]?.text;
  if (link !== 'of' && link !== 'for' && !(link === 'on' && onUnits.has(tokens[from - 1]?.text.toLowerCase() ?? ''))) return from;
  let at = from + 1;
  if (tokens[at]?.text === 'the') at++;
  let end = runEnd(tokens, line, at);
  if (end === at || tokens[end - 1]?.upos === 'ADJ') return from;
  // "of Health and Welfare", but not "of England and Lloyds" where what follows is a name of its own.
  const further = tokens[end]?.text === 'and' && line.at(end + 1)?.start !== end + 1 ? runEnd(tokens, line, end + 1) : end;
  if (further > end + 1) end = further;
  return end;
}

/** The end of the capitalised words from a token, without small ones ("Between"), dates and persons. */
function runEnd(tokens: readonly ParsedToken[], line: NameLine, from: number): number {
  let at = from;
  while (at - from < longestRun) {
    const token = tokens[at];
    // "University of Wisconsin-Madison": a hyphen without blanks goes on.
    const hyphen = token?.text === '-' && at > from && token.start === tokens[at - 1]?.end && token.end === tokens[at + 1]?.start;
    const word = hyphen ? tokens[at + 1] : token;
    if (word === undefined || !capital.test(word.text) || smallTags.has(word.upos) || calendar.test(word.text.toLowerCase())) break;
    const name = line.at(at);
    if (name?.type === person && name.start === at && name.end - at > 1) break;
    at += hyphen ? 2 : 1;
  }
  return at;
}
