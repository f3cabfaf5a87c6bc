import type { Candidate, Words } from './candidate.ts';
import { lowerAt } from './candidate.ts';

/** A change read at a quantity: which way, and the token that says so. */
export interface ChangeReading {
  direction: 'up' | 'down';
  /** The quantity is the difference ("rose by 5"), the new level ("rose to 5") or the old one ("down from 5"). */
  role: 'by' | 'to' | 'from';
  token: number;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const upWords = set(
  'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring ' +
    'advance advances advanced advancing add adds added adding up higher spike spikes spiked rally rallies rallied rallying rocketed skyrocket skyrocketed swell swelled swelling expand expands expanded expanding raise raises raised raising ' +
    'boost boosts boosted boosting accelerate accelerated widen widened widening leap leaps leapt leaped strengthen strengthened rebound rebounded rebounding upward appreciate appreciated balloon ballooned hike hiked edge inch inched lift lifted ' +
    'more extend extended',
);
const downWords = set(
  'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing lose loses lost losing slide slides slid sliding plunge plunges plunged plunging plummet plummets ' +
    'plummeted plummeting tumble tumbles tumbled tumbling shed sheds shedding sink sinks sank sunk sinking slip slips slipped slipping shrink shrinks shrank shrunk shrinking cut cuts cutting reduce reduces reduced reducing down lower lowered lowering ' +
    'dip dips dipped dipping ease eases eased easing crash crashed crashing collapse collapsed weaken weakened slump slumps slumped slumping contract contracts contracted contracting slash slashes slashed slashing trim trimmed trimming retreat retreated ' +
    'dive dived dove halve halved fewer narrow narrowed narrowing downward depreciate depreciated slow slowed slowing decelerate nosedived off',
);

/** Words that may stand between the verb and its amount. */
const between = set(
  'by about around some nearly almost roughly approximately more than less over under at least just only another a an additional further as much many up to well slightly far the record of another most even fully still back sharply steadily slowly ' +
    'modestly marginally slightly dramatically significantly again all some percent $ £ € us only estimated whopping staggering combined total extra far',
);

/** Nouns right after an amount that make it a change: "a 3 percent drop", "60 basis point improvement". */
const upNouns = set('rise increase gain jump surge growth boost improvement advance hike climb uptick rally spike upsurge raise expansion');
const downNouns = set(
  'fall drop decline decrease cut loss slump slide plunge reduction dip discount tumble crash slowdown downturn contraction shrinkage',
);

/** True for a word (lower case) that tells a rise or a fall. */
export function isChangeWord(word: string): boolean {
  return upWords.has(word) || downWords.has(word);
}

/** The change that the words around a candidate tell; undefined when there is none. */
export function changeAt(words: Words, candidate: Candidate, lead: number): ChangeReading | undefined {
  return cueBefore(words, lead, candidate.unit === undefined && candidate.counted !== undefined) ?? cueAfter(words, candidate);
}

const roleWords: ReadonlyMap<string, 'by' | 'to' | 'from'> = new Map([
  ['by', 'by'],
  ['to', 'to'],
  ['from', 'from'],
  ['at', 'to'],
]);
/** How far before its amount the verb may stand. */
const reach = 6;
/** After "by" the verb may stand further off: "grow sales by 35 per cent". */
const farReach = 12;
/** Nouns that "of" gives an amount and no change: "a gain of 3 million" is a profit. */
const amountNouns: ReadonlySet<string> = set('gain gains loss losses cut cuts advance contract contracts lead dive');
/** Forms that are nouns as often: before a number of things they are verbs only after an auxiliary ("will cut 300 jobs"; not "at a rally 500 people"). */
const baseForms: ReadonlySet<string> = set(
  'rise increase gain climb jump surge advance spike rally boost hike leap lift balloon edge inch raise fall drop decline decrease slide plunge tumble shed sink slip cut lower dip ease crash collapse slump contract trim retreat dive narrow slow gains cuts',
);
/** Before "up" and "down" with a number of things: "was down 300 jobs", not "gunned down 14 people". */
const predicative = /^(?:|[,;:(–—"“]|is|are|was|were|be|been|now|ended|closed|finished|sharply|slightly)$/;
/** Marks and words that part a verb from a "to" that is not its own. */
const clauseEnds: ReadonlySet<string> = set(
  ', : . and but or that which who said says according in on at after before when while due up down able likely set expected',
);
const phrasal =
  /^(?:gave|give|given|giving|make|makes|made|making|set|took|take|end|ended|ends|pick|picked|came|come|put|puts|sign|signed|built|build|racked|notched|back|backed|hold|held|top|topped|turned|turn|pony|ponied|cough|coughed|show|showed|shows|gobbled|racking|opened|stood)$/;

function cueBefore(words: Words, lead: number, counted: boolean): ChangeReading | undefined {
  let role: 'by' | 'to' | 'from' | undefined;
  for (let at = lead - 1, steps = 0; at >= 0 && steps < reach; at -= 1, steps += 1) {
    const word = lowerAt(words, at);
    const direction = directionOf(words, at, counted, role === undefined);
    if (direction !== undefined) return { direction, role: role ?? 'by', token: at };
    if (role === undefined && roleWords.has(word)) {
      role = roleWords.get(word);
      if (word === 'at') return undefined;
      continue;
    }
    if (role === 'by' && word !== ';' && steps > 0) return farCue(words, at, counted, role);
    if (role === 'to' && steps > 0 && !between.has(word)) return farCue(words, at + 1, counted, role);
    if (!between.has(word)) return undefined;
  }
  return undefined;
}

function farCue(words: Words, from: number, counted: boolean, role: 'by' | 'to'): ChangeReading | undefined {
  for (let at = from - 1; at >= 0 && at > from - farReach; at -= 1) {
    if (lowerAt(words, at) === ';' || (role === 'to' && clauseEnds.has(lowerAt(words, at)))) return undefined;
    const direction = directionOf(words, at, counted, false);
    if (direction !== undefined) return { direction, role, token: at };
  }
  return undefined;
}

/** `direct`: no "by" or "to" stands between the word and the amount. "more than" and "fewer than" are comparators; "up to" and "over" are no changes. */
function directionOf(words: Words, at: number, counted: boolean, direct: boolean): 'up' | 'down' | undefined {
  const word = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if (next === 'than') return undefined;
  if (word === 'up' && next === 'to' && !/^(?:was|were|is|are|,)$/.test(lowerAt(words, at - 1))) return undefined;
  if (word === 'more' || word === 'fewer' || word === 'off') return undefined;
  if (word === 'up' && phrasal.test(lowerAt(words, at - 1))) return undefined;
  if ((word === 'up' || word === 'down') && counted && !predicative.test(lowerAt(words, at - 1))) return undefined;
  if (
    counted &&
    direct &&
    baseForms.has(word) &&
    !/^(?:to|will|would|could|can|may|might|must|shall|should|['’]ll|by)$/.test(lowerAt(words, at - 1))
  )
    return undefined;
  if (word.startsWith('rais') && direct) return undefined;
  if (next === 'of' && amountNouns.has(word)) return undefined;
  if (upWords.has(word)) return 'up';
  return downWords.has(word) ? 'down' : undefined;
}

function cueAfter(words: Words, candidate: Candidate): ChangeReading | undefined {
  const at = candidate.tokenEnd;
  const word = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if ((word === 'higher' || word === 'lower') && next !== 'than')
    return { direction: word === 'higher' ? 'up' : 'down', role: 'by', token: at };
  if (candidate.unit === undefined) return undefined;
  if (candidate.unit.unitClass === 'money' && (word === 'loss' || word === 'gain')) return undefined;
  if (upNouns.has(word)) return { direction: 'up', role: 'by', token: at };
  return downNouns.has(word) ? { direction: 'down', role: 'by', token: at } : undefined;
}

/** The direction of "from X to Y" told by a verb or noun before it: "fell from 10 to 5", "a rise from 2 to 4". */
export function changeOfPair(words: Words, lead: number): ChangeReading | undefined {
  for (let at = lead - 1, steps = 0; at >= 0 && steps < 12; at -= 1, steps += 1) {
    const word = lowerAt(words, at);
    if (word === ';' || word === '.') return undefined;
    const direction = upWords.has(word) && word !== 'more' ? 'up' : downWords.has(word) && word !== 'fewer' ? 'down' : undefined;
    if (direction !== undefined && lowerAt(words, at + 1) !== 'than') return { direction, role: 'to', token: at };
  }
  return undefined;
}
