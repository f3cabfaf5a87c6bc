import type { ParsedSentence, ParsedToken } from '@copydesk/language';
import type { TimeMention } from '../times/index.ts';
import type { Clause } from './clause.ts';
import type { Part, SentenceReading } from './reading.ts';

/** Tokens of the phrase between a preposition and the time of the event that it names. */
const LONG_ANCHOR = 12;
const nominal = new Set(['NOUN', 'PROPN']);
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
/** "after the vote on Monday". "Before" is mostly no time there ("before the court on Monday"). */
function tieAt(tokens: readonly ParsedToken[], at: number): 'BEFORE' | 'AFTER' | undefined {
  const [before, word, next] = [at - 1, at, at + 1].map((index) => tokens[index]?.text.toLowerCase() ?? '');
  if (word === 'after') return 'AFTER';
  if (word === 'following') return before === 'the' ? undefined : 'AFTER';
  return (word === 'prior' && next === 'to') || (word === 'ahead' && next === 'of') ? 'BEFORE' : undefined;
}

/** Offsets are into the article's text. */
export interface Anchor {
  mod: 'BEFORE' | 'AFTER';
  /** Where the preposition begins. */
  from: number;
  /** Where the finite verb before it begins. */
  verb: number | undefined;
}

const isVerb = ({ upos }: ParsedToken): boolean => upos === 'VERB' || upos === 'AUX';

/**
 * A time that dates an event only by another one: "resigned following the crash in May" is after May. Undefined for a time that says itself when.
 * Reads words and not the tree: what stands between preposition and time is one noun phrase.
 */
export function anchorOf({ tokens }: ParsedSentence, time: TimeMention): Anchor | undefined {
  const at = tokens.findIndex(({ start }) => start >= time.start);
  let noun = false;
  for (let index = at - 1; index >= 0 && index >= at - LONG_ANCHOR; index--) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    const mod = tieAt(tokens, index);
    if (mod !== undefined) {
      const verb = tokens.slice(0, index).findLast((each) => isVerb(each) && finite.has(each.xpos));
      return noun ? { mod, from: token.start, verb: verb?.start } : undefined;
    }
    if (isVerb(token) || /^[,;:—–]$/.test(token.text)) return undefined;
    noun ||= nominal.has(token.upos);
  }
  return undefined;
}

/** A time before or after the one told: nothing says how far. */
export function turned(time: TimeMention, mod: 'BEFORE' | 'AFTER'): TimeMention {
  return { ...time, mod, interval: null };
}

/** The times of a sentence that may date a clause: none that only modifies a noun, and none of a clause that was read by itself. */
export function timesFor(
  { parse, parts }: Pick<SentenceReading, 'parse' | 'parts'>,
  part: Part,
  clause: Clause,
  times: readonly TimeMention[],
): TimeMention[] {
  if (times.length === 0) return [];
  const { tree, tokenAt } = part;
  const subject = clause.subject === null ? [] : tree.subtree(clause.subject);
  return times.filter((time) => {
    if (time.attributive || time.type === 'SET' || isCompared(parse, time)) return false;
    // "He woke hours later" lies ahead of what was told, and not of the article.
    if (isBygone(part, clause) && (time.value === 'FUTURE_REF' || isSince(parse, time))) return false;
    const token = tokenAt(time.start);
    if (token < 0 && (part !== parts[0] || parts.some((other) => other !== part && other.tokenAt(time.start) >= 0))) return false;
    if (token < 0 && isInAside(parse, part, time)) return false;
    if (isInRelative(parse, time, tree.token(clause.core).start)) return false;
    if (!modifiesNoun(parse, time)) return true;
    return (subject.includes(token) && !time.value.endsWith('_REF')) || time.relation === 'after' || time.relation === 'before';
  });
}

/** "up 5 percent from a year earlier", "compared with last year": what something is measured against is not when it was. */
function isCompared({ tokens }: ParsedSentence, time: TimeMention): boolean {
  let at = tokens.findIndex(({ end }) => end > time.start) - 1;
  while (/^(?:the|in|on|at|a|an)$/i.test(tokens[at]?.text ?? '')) at--;
  const tie = tokens[at]?.text.toLowerCase() ?? '';
  if (/^(?:than|against|versus|vs)$/.test(tie)) return true;
  if (/^(?:with|to)$/.test(tie)) return /^compared?$/i.test(tokens[at - 1]?.text ?? '');
  return tie === 'from' && time.range === null && /\b(?:earlier|before|ago|previous|prior|last|preceding)\b/i.test(time.surface);
}

/** A plain past tense: what ended does not go on "since". */
function isBygone({ tree }: Part, { head, verbGroup }: Clause): boolean {
  return tree.token(head).xpos === 'VBD' && !verbGroup.some((index) => /^(?:have|has|had|'ve|’ve)$/i.test(tree.token(index).text));
}

/** "since 2014", and "Since the fall of the government in March," at the head of a sentence. */
function isSince({ tokens }: ParsedSentence, time: TimeMention): boolean {
  if (time.relation === 'since') return true;
  const comma = tokens.find(({ text }) => text === ',')?.start ?? -1;
  return tokens[0]?.text.toLowerCase() === 'since' && time.end <= comma;
}

/** Tokens of a relative clause before its time, at most. */
const LONG_RELATIVE = 20;

/** ", where three people died last year, …": the time of a clause behind a comma that does not hold what is dated. */
function isInRelative({ tokens }: ParsedSentence, time: TimeMention, core: number): boolean {
  const at = tokens.findIndex(({ end }) => end > time.start);
  for (let index = at - 1; index > 0 && index > at - LONG_RELATIVE; index--) {
    const token = tokens[index];
    if (token === undefined || token.text === ',' || token.text === ';') return false;
    if (!/^(?:where|who|which|whose)$/i.test(token.text)) continue;
    const close = tokens.find(({ start, text }) => start >= time.end && (text === ',' || text === ';'))?.start ?? Infinity;
    return tokens[index - 1]?.text === ',' && (core < token.start || core > close);
  }
  return false;
}

/** Left out of what is read with a verb before it: "(founded in 1998)", "— set up in 2014 to help —". */
function isInAside({ tokens }: ParsedSentence, { tokenAt }: Part, time: TimeMention): boolean {
  for (let index = tokens.findIndex(({ end }) => end > time.start) - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined || tokenAt(token.start) >= 0) return false;
    if (token.upos === 'VERB') return true;
  }
  return false;
}

/** "the May 3 deadline", "Monday's vote": the day of a thing. */
export function modifiesNoun({ tokens }: ParsedSentence, time: TimeMention): boolean {
  const from = tokens.findIndex(({ end }) => end > time.start);
  const next = tokens.find(({ start }) => start >= time.end);
  if (next === undefined || from < 0) return false;
  if (/^['’]s?$/.test(next.text)) return true;
  const before = tokens[from - 1];
  // "a post-1990 record"
  if (before?.text === '-' && before.end === time.start) return true;
  // "on Channel Now"
  if (time.value.endsWith('_REF') && /^\p{Lu}/u.test(time.surface) && before?.upos === 'PROPN' && before.end + 1 === time.start)
    return true;
  // "the recently opened shop", "the Games 2030 site"
  if (before?.upos === 'DET' && time.value.endsWith('_REF') && (next.xpos === 'VBN' || next.upos === 'ADJ')) return true;
  if (/^\d{4}$/.test(time.surface) && before?.upos === 'PROPN' && before.end + 1 === time.start) return true;
  if (next.start - time.end > 1 || !nominal.has(next.upos)) return false;
  if (before === undefined || before.text.toLowerCase() === 'that') return false;
  return /^(?:DET|PRON|PART|NUM|SYM)$/.test(before.upos) || before.xpos === 'JJ' || /^(?:percent|pct|%)$/i.test(before.text);
}
