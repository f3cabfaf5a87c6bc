import type { TimeValue } from '@copydesk/contracts';
import { toTimeValue } from '../extract/time-value.ts';
import type { SpeechTime } from '../extract/speech-time.ts';
import type { TimeMention } from '../times/index.ts';
import { anchorOf, turned } from './anchored-time.ts';
import type { Clause } from './clause.ts';
import { eventClassOf } from './event-class.ts';
import type { Part, SentenceReading } from './reading.ts';
import type { Tree } from './tree.ts';

/** Tokens of a sentence within which an adverbial of time opens it, and so dates all that follows. */
const OPENING = 3;

/** When the event of a clause was, and when somebody said so. */
export interface Dating {
  time: TimeValue | null;
  statementTime: TimeValue | null;
}

/** The saying that holds an offset, its cue included: the innermost that is dated. */
export function speechAt(speech: readonly SpeechTime[], offset: number): SpeechTime | undefined {
  const holding = speech.filter(
    ({ content, cue }) => (content.start <= offset && offset < content.end) || (cue.start <= offset && offset < cue.end),
  );
  return holding.sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0];
}

/**
 * The time of a clause apart from the time at which it was said: "the ministry said on Friday" dates no flood.
 * @param times the times of the sentence that may date it
 */
export function datingOf(
  { parse, speech }: Pick<SentenceReading, 'parse' | 'speech'>,
  part: Part,
  clause: Clause,
  times: readonly TimeMention[],
): Dating {
  const { tree } = part;
  const head = tree.token(clause.head).start;
  const said = speechAt(speech, head);
  const saying = said !== undefined && head >= said.cue.start && head < said.cue.end;
  const found = timeOf(part, clause, saying ? times : times.filter((time) => time !== said?.time));
  const statementTime = said === undefined ? null : toTimeValue(said.time);
  if (found !== undefined) {
    const tie = anchorOf(parse, found);
    return { time: toTimeValue(tie === null ? found : turned(found, tie)), statementTime };
  }
  // "It said on 25 July that it had bought the mine": what the speaker had done by then.
  const before = statementTime !== null && !saying && isOwnDeed(tree, clause);
  return { time: before ? { ...statementTime, mod: 'ON_OR_BEFORE', interval: null } : null, statementTime };
}

/** What the one who speaks had done when speaking: a pronoun with a pluperfect. */
function isOwnDeed(tree: Tree, { head, subject, verbGroup }: Clause): boolean {
  if (subject === null || !/^(?:it|he|she|they)$/i.test(tree.token(subject).text)) return false;
  return tree.token(head).xpos === 'VBN' && verbGroup.some((index) => tree.token(index).text.toLowerCase() === 'had');
}

const holds = (time: TimeMention, token: { start: number; end: number }): boolean => token.start >= time.start && token.end <= time.end;

/** The time that dates a clause: one among its own words, the nearest to its verb first; else the one that opens the sentence. */
function timeOf(part: Pick<Part, 'tree' | 'above'>, clause: Clause, times: readonly TimeMention[], depth = 0): TimeMention | undefined {
  const { tree } = part;
  // How long something took does not say when it was.
  const dating = times.filter((time) => !time.attributive && time.type !== 'DURATION');
  const inside = new Set(tree.subtree(clause.head, new Set(['ccomp', 'acl', 'parataxis', 'conj'])));
  const { start: verb } = tree.token(clause.core);
  const isInside = (time: TimeMention) => tree.tokens.some((token, index) => inside.has(index) && holds(time, token));
  const near = dating.filter(isInside).sort((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb));
  const relation = tree.token(clause.head).relation;
  const harm = near[0] === undefined ? timeOfHarm(tree, clause, dating) : undefined;
  if (harm !== undefined) return harm;
  if (relation.startsWith('acl')) return near[0] ?? (isFirstTo(tree, clause) ? governing(part, clause, times, depth) : undefined);
  const opening = tree.tokens[OPENING]?.start ?? 0;
  const opener = dating.find((time) => time.start < opening);
  // What opens the sentence dates it, unless the verb has a time of its own and not one deep in its object.
  const direct = opener === undefined ? near[0] : near.find((time) => isDirect(tree, clause, time));
  if (direct !== undefined) return direct;
  if (opener !== undefined) return opener;
  // "Over the past week", "in the last three years" lie between two days.
  const reaching = times.filter((time) => time.type === 'DURATION' && time.interval !== null && !time.attributive);
  // One time in a sentence dates its main clause, wherever the parser hung it.
  const main = relation === 'root' || relation === 'ccomp' || relation === 'conj';
  const elsewhere = new Set(tree.tokens.flatMap((token, index) => (token.relation.startsWith('acl') ? tree.subtree(index) : [])));
  const isFree = (time: TimeMention) => !tree.tokens.some((token, index) => elsewhere.has(index) && holds(time, token));
  const free = dating.filter(isFree);
  if (main && free.length === 1) return free[0];
  const spell = free.length > 0 ? undefined : (reaching.find(isInside) ?? (main ? reaching.find(isFree) : undefined));
  if (spell !== undefined) return spell;
  if (main && relation !== 'conj') return undefined;
  const tie = tieAbove(tree, clause);
  const governor = tie === null || depth >= 3 ? undefined : governing(part, clause, times, depth);
  return governor === undefined || tie === null || tie === 'with' ? governor : turned(governor, tie);
}

/** How the time of what a clause hangs on is its own: with it, or what it was before or after; null where nothing ties them. */
function tieAbove(tree: Tree, { head }: Clause): 'with' | 'BEFORE' | 'AFTER' | null {
  const { relation, xpos } = tree.token(head);
  if (relation === 'conj') return 'with';
  if (relation !== 'advcl') return null;
  // What happens along with something happens when it does ("…, killing three", "when the bridge fell").
  const mark = tree.children(head, 'mark', 'advmod')[0];
  if (mark === undefined) return xpos === 'VBG' || isFirst(tree, tree.token(head).head) ? 'with' : null;
  const word = tree.token(mark).text.toLowerCase();
  if (/^(?:when|as|while)$/.test(word)) return 'with';
  if (word === 'to') return isFirst(tree, tree.token(head).head) ? 'with' : null;
  if (word !== 'before' && word !== 'after') return null;
  if (xpos === 'VBG') return 'with';
  return word === 'after' ? 'BEFORE' : 'AFTER';
}

function governing({ tree, above }: Pick<Part, 'tree' | 'above'>, clause: Clause, times: readonly TimeMention[], depth: number) {
  const governor = above(clause);
  return governor === undefined || depth >= 3 ? undefined : timeOf({ tree, above }, governor, times, depth + 1);
}

/** "was the first [to cross the lake]". */
const isFirst = (tree: Tree, index: number): boolean =>
  index >= 0 && /^(?:first|second|third|last|only|latest)$/i.test(tree.token(index).text) && tree.children(index, 'cop').length > 0;
const isFirstTo = (tree: Tree, { head }: Clause): boolean => tree.token(head).xpos === 'VB' && isFirst(tree, tree.token(head).head);

/** "were killed in a strike that was ordered … on 3 May": who is hurt in something is hurt when it happens. */
function timeOfHarm(tree: Tree, { core, passive }: Clause, dating: readonly TimeMention[]): TimeMention | undefined {
  if (eventClassOf(tree.token(core).lemma) !== 'HARM' || (!passive && tree.children(core, 'obj').length > 0)) return undefined;
  for (const noun of tree.subtree(core)) {
    if (noun < core || !tree.children(noun, 'case').some((tie) => /^(?:in|by|during)$/i.test(tree.token(tie).text))) continue;
    const told = new Set(tree.children(noun, 'acl').flatMap((clause) => tree.subtree(clause)));
    const time = dating.find((each) => tree.tokens.some((token, index) => told.has(index) && holds(each, token)));
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A time hangs on the verb itself. */
function isDirect(tree: Tree, { head, core }: Clause, time: TimeMention): boolean {
  return tree
    .children(head)
    .concat(tree.children(core))
    .some((child) => tree.token(child).upos !== 'VERB' && holds(time, tree.token(child)));
}
