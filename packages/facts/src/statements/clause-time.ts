import type { TimeValue } from '@copydesk/contracts';
import type { ParsedSentence } from '@copydesk/language';
import { toTimeValue } from '../extract/time-value.ts';
import { speechAt } from '../extract/speech-time.ts';
import type { TimeMention } from '../times/index.ts';
import { anchorOf, timesFor, turned } from './anchored-time.ts';
import type { Anchor } from './anchored-time.ts';
import type { Clause } from './clause.ts';
import { eventClassOf } from './event-class.ts';
import type { Part, SentenceReading } from './reading.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** Tokens of a sentence within which an adverbial of time opens it, and so dates all that follows. */
const OPENING = 3;
/** Clauses up which a time is looked for. */
const DEEP = 3;

const stative = new Set('have need want think believe feel know hope'.split(' '));

/** When the event of a clause was, and when somebody said so. */
export interface Dating {
  time: TimeValue | null;
  statementTime: TimeValue | null;
}

/**
 * The time of a clause apart from the time at which it was said: "the ministry said on Friday" dates no flood.
 * @param times the times of the sentence that may date it
 * @param at offset of what is dated: the clause's predicate, or a number in it
 */
export function datingOf(reading: SentenceReading, part: Part, clause: Clause, times: readonly TimeMention[], at?: number): Dating {
  const { parse, speech } = reading;
  const { tree } = part;
  const head = tree.token(clause.head).start;
  const said = speechAt(speech, head);
  const saying = said !== undefined && head >= said.cue.start && head < said.cue.end;
  const mine = timesFor(reading, part, clause, times).filter((time) => saying || time !== said?.time);
  const statementTime = said === undefined ? null : toTimeValue(said.time);
  if (mine.length === 0) return { time: toldBefore(tree, clause, statementTime, saying), statementTime };
  const anchored = anchorsOf(parse, mine);
  // "after its sixth test on 3 May" dates the sixth test.
  const within = mine.find((time) => (anchored.get(time)?.from ?? Infinity) <= (at ?? head) && (at ?? head) < time.start);
  if (within !== undefined) return { time: toTimeValue(within), statementTime };
  // What is dated by another event is so by its own verb alone.
  const isOwn = (time: TimeMention): boolean => {
    const verb = anchored.get(time)?.verb;
    return verb === undefined || clause.verbGroup.some((index) => tree.token(index).start === verb);
  };
  const found = timeOf(part, clause, mine.filter(isOwn)) ?? mine.find((time) => anchored.get(time)?.verb !== undefined && isOwn(time));
  if (found !== undefined) {
    const mod = anchored.get(found)?.mod;
    return { time: toTimeValue(mod === undefined ? found : turned(found, mod)), statementTime };
  }
  return { time: toldBefore(tree, clause, statementTime, saying), statementTime };
}

/** "It said on 25 July that it had bought the mine": what the speaker had done by then. */
function toldBefore(tree: Tree, clause: Clause, statementTime: TimeValue | null, saying: boolean): TimeValue | null {
  const before = statementTime !== null && !saying && isOwnDeed(tree, clause);
  return before ? { ...statementTime, mod: 'ON_OR_BEFORE', interval: null } : null;
}

function anchorsOf(parse: ParsedSentence, times: readonly TimeMention[]): Map<TimeMention, Anchor> {
  const found = new Map<TimeMention, Anchor>();
  for (const time of times) {
    const anchor = anchorOf(parse, time);
    if (anchor !== undefined) found.set(time, anchor);
  }
  return found;
}

/** What the one who speaks had done when speaking: a pronoun with a pluperfect ("announced that it had bought"), or with the past ("announced they signed"). */
function isOwnDeed(tree: Tree, { head, subject, verbGroup, copular, negative }: Clause): boolean {
  if (subject === null || copular || negative || !/^(?:it|he|she|they)$/i.test(tree.token(subject).text)) return false;
  const { xpos, lemma, relation } = tree.token(head);
  if (!/^(?:root|ccomp|conj|parataxis)$/.test(relation)) return false;
  if (stative.has(lemma.toLowerCase())) return false;
  if (xpos === 'VBD') return tree.word(subject) !== 'it';
  return xpos === 'VBN' && verbGroup.some((index) => tree.word(index) === 'had');
}

const holds = (time: TimeMention, token: { start: number; end: number }): boolean => token.start >= time.start && token.end <= time.end;

/** The time that dates a clause: one among its own words, the nearest to its verb first; else the one that opens the sentence. */
function timeOf(part: Part, clause: Clause, times: readonly TimeMention[], depth = 0): TimeMention | undefined {
  if (times.length === 0) return undefined;
  const { tree } = part;
  // How long something took does not say when it was.
  const dating = times.filter((time) => time.type !== 'DURATION');
  const inside = tree.subtree(clause.head, BIT.ccomp | BIT.acl | BIT.parataxis | BIT.conj);
  const { start: verb } = tree.token(clause.core);
  const isInside = (time: TimeMention) => inside.some((index) => holds(time, tree.token(index)));
  const near = dating.filter(isInside).sort((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb));
  const { relation } = tree.token(clause.head);
  const harm = near.length > 0 ? undefined : timeOfHarm(tree, clause, dating);
  if (harm !== undefined) return harm;
  if (relation.startsWith('acl')) return near[0] ?? (tieAbove(tree, clause) === null ? undefined : governing(part, clause, times, depth));
  const opening = tree.tokens[OPENING]?.start ?? 0;
  const opener = dating.find((time) => time.start < opening);
  // What opens the sentence dates it, unless the verb has a time of its own and not one deep in its object.
  const direct = opener === undefined ? near[0] : near.find((time) => isDirect(tree, clause, time));
  if (direct !== undefined) return asItsClause(part, clause, direct);
  if (opener !== undefined) return opener;
  // One time in a sentence dates its main clause, wherever the parser hung it.
  const main = relation === 'root' || relation === 'ccomp' || relation === 'conj';
  const elsewhere = tree.tokens.flatMap((_, index) => (tree.is(index, BIT.acl) ? tree.subtree(index) : []));
  const isFree = (time: TimeMention) => !elsewhere.some((index) => holds(time, tree.token(index)));
  const free = dating.filter(isFree);
  if (main && free[0] !== undefined && free.length === 1) return asItsClause(part, clause, free[0]);
  // "Over the past week", "in the last three years" lie between two days.
  const reaching = free.length > 0 ? [] : times.filter((time) => time.type === 'DURATION' && time.interval !== null);
  const spell = reaching.find(isInside) ?? (main ? reaching.find(isFree) : undefined);
  if (spell !== undefined) return spell;
  if (main && relation !== 'conj') return undefined;
  const tie = tieAbove(tree, clause);
  const governor = tie === null ? undefined : governing(part, clause, times, depth);
  if (governor === undefined || tie === null || tie === 'with') return governor;
  const words = tree.subtree(clause.head);
  const isWithin = governor.start >= tree.token(words[0] ?? 0).start && governor.start < tree.token(words.at(-1) ?? 0).end;
  return isWithin ? { ...governor, mod: null } : turned(governor, tie);
}

/** A time that the parser hung on a clause below: "resigned after she was charged on Monday" is after Monday, and "staff hired in 2010" says nothing of the rest. */
function asItsClause({ tree, above, tokenAt, clauseOf }: Part, clause: Clause, time: TimeMention): TimeMention | undefined {
  const at = tokenAt(time.start);
  const own = at < 0 ? undefined : clauseOf(at);
  if (own === undefined || own.head === clause.head || tree.token(own.head).relation !== 'advcl') return time;
  if (isReason({ tree, above }, own, clause)) return undefined;
  const tie = tieAbove(tree, own);
  if (tie === 'BEFORE' || tie === 'AFTER') return turned(time, tie === 'BEFORE' ? 'AFTER' : 'BEFORE');
  const participle = tree.token(own.head).xpos === 'VBN' && !tree.has(own.head, BIT.aux | BIT.mark);
  return participle && own.head > clause.head ? undefined : time;
}

/** "was fined for selling … in May", at any depth: what came before. */
function isReason({ tree, above }: Pick<Part, 'tree' | 'above'>, below: Clause, top: Clause): boolean {
  let at: Clause | undefined = below;
  for (let depth = 0; at !== undefined && at.head !== top.head && depth < DEEP; depth++) {
    if (tree.dependents(at.head, BIT.mark | BIT.case).some((mark) => tree.word(mark) === 'for')) return true;
    at = above(at);
  }
  return false;
}

/** How the time of what a clause hangs on is its own: with it, or what it was before or after; null where nothing ties them. */
function tieAbove(tree: Tree, { head }: Clause): 'with' | 'BEFORE' | 'AFTER' | null {
  const { relation, xpos, head: governor } = tree.token(head);
  if (relation === 'conj') return 'with';
  const first = xpos === 'VB' && isFirst(tree, governor);
  if (relation !== 'advcl') return first ? 'with' : null;
  // What happens along with something happens when it does ("…, killing three", "when the bridge fell").
  const mark = tree.first(head, BIT.mark | BIT.advmod);
  if (mark === undefined) return xpos === 'VBG' ? 'with' : null;
  const word = tree.word(mark);
  if (first || /^(?:when|as|while)$/.test(word)) return 'with';
  if (word !== 'before' && word !== 'after') return null;
  if (xpos === 'VBG') return 'with';
  return word === 'after' ? 'BEFORE' : 'AFTER';
}

function governing(part: Part, clause: Clause, times: readonly TimeMention[], depth: number): TimeMention | undefined {
  const governor = depth >= DEEP ? undefined : part.above(clause);
  return governor === undefined ? undefined : timeOf(part, governor, times, depth + 1);
}

/** "was the first [to cross the lake]". */
const isFirst = (tree: Tree, index: number): boolean =>
  index >= 0 && /^(?:first|second|third|last|only|latest)$/i.test(tree.token(index).text) && tree.has(index, BIT.cop);

/** "were killed in a strike that was ordered … on 3 May": who is hurt in something is hurt when it happens. */
function timeOfHarm(tree: Tree, { core, passive }: Clause, dating: readonly TimeMention[]): TimeMention | undefined {
  if (eventClassOf(tree.token(core).lemma) !== 'HARM' || (!passive && tree.has(core, BIT.obj))) return undefined;
  for (const noun of tree.subtree(core)) {
    if (noun < core || !tree.dependents(noun, BIT.case).some((tie) => /^(?:in|by|during)$/i.test(tree.token(tie).text))) continue;
    const told = new Set(tree.dependents(noun, BIT.acl).flatMap((clause) => tree.subtree(clause)));
    const time = dating.find((each) => tree.tokens.some((token, index) => told.has(index) && holds(each, token)));
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A time hangs on the verb itself. */
function isDirect(tree: Tree, { head, core }: Clause, time: TimeMention): boolean {
  return tree
    .dependents(head)
    .concat(tree.dependents(core))
    .some((child) => tree.token(child).upos !== 'VERB' && holds(time, tree.token(child)));
}
