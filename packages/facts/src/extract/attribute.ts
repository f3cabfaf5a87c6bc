import type { Attribution } from '../attributions/index.ts';
import { bodyNouns, listed, personNouns } from '../attributions/lexicon/nouns.ts';
import { speechClasses } from '../attributions/types.ts';
import type { Candidate } from './candidate.ts';
import type { Refuse } from './choose.ts';
import { firstFrom } from './sentences.ts';
import { holdersOf, toSource } from './source.ts';
import type { Holders } from './source.ts';

/** What an article says, as far as it was read: what statements are attributed with. All in order of the text. */
export interface Said {
  text: string;
  contents: Holders<Attribution>;
  sources: Holders<Attribution>;
  cues: Holders<Attribution>;
  quotes: Holders<Candidate>;
  /** The quotations by the beginning of their sentence. */
  bySentence: ReadonlyMap<number, readonly string[]>;
  /** Offsets of the statements and of the quotations, sorted. */
  anchors: readonly number[];
  refuse: Refuse;
}

/** Makes the look-ups for statements out of what was found in an article. */
export function saidIn(
  text: string,
  attributions: readonly Attribution[],
  quotes: readonly Candidate[],
  statements: readonly Candidate[],
  refuse: Refuse,
): Said {
  const answered = attributions.filter((each) => !isJoint(each));
  return {
    text,
    contents: holdersOf(answered.filter(isSomebody), ({ content }) => content),
    sources: holdersOf(
      attributions.filter(({ cueClass }) => cueClass !== null && !willed.has(cueClass)),
      ({ source }) => (source === null || source.end - source.start > LONG_SPEAKER ? null : source),
    ),
    cues: holdersOf(answered, ({ cue }) => cue),
    quotes: holdersOf(quotes, ({ anchor, quote }) => ({ start: anchor, end: anchor + (quote?.length ?? 0) })),
    bySentence: wordsBySentence(quotes),
    anchors: [...statements, ...quotes].map(({ anchor }) => anchor).sort((a, b) => a - b),
    refuse,
  };
}

function wordsBySentence(quotes: readonly Candidate[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { span, quote } of quotes) {
    if (quote === null) continue;
    const list = found.get(span.start);
    if (list === undefined) found.set(span.start, [quote]);
    else list.push(quote);
  }
  return found;
}

/** All that is said of the subject stands in quotation marks: remains “in progress”. */
function isQuoted({ object, span, rule }: Candidate, bySentence: ReadonlyMap<number, readonly string[]>): boolean {
  return rule === 'clause' && object !== null && (bySentence.get(span.start) ?? []).some((quote) => quote.includes(object));
}

const anchored = (said: readonly number[], { start, end }: { start: number; end: number }, but: number): boolean => {
  for (let at = firstFrom(said, start, (anchor) => anchor); at < said.length; at++) {
    const anchor = said[at] ?? end;
    if (anchor >= end) return false;
    if (anchor !== but) return true;
  }
  return false;
};

/** Characters of a phrase that says who speaks, at most. */
const LONG_SPEAKER = 80;
/** Reports deep that a source is looked for. */
const DEEPEST = 3;
/** Who believes, condemns or wants something says so through the one who reports it; who says something is heard for himself. */
const isStance = ({ cueClass }: Attribution): boolean => cueClass !== null && (cueClass === 'think' || !speechClasses.has(cueClass));

/** What somebody thinks of a thing: nobody's report of another's words. */
const isInward = ({ cueClass }: Attribution): boolean =>
  cueClass !== null && ['think', 'want', 'agree', 'praise', 'oppose', 'decline'].includes(cueClass);

/** Who answers for words in a report of a report: "the spokesman said the ministry condemned the attack" is the spokesman's; a medium only carries words. */
export function answering(attribution: Attribution, contents: Holders<Attribution>): Attribution {
  let best = attribution;
  for (let depth = 0; depth < DEEPEST && best.cue !== null; depth++) {
    const outer = contents.at(best.cue.start);
    if (outer === undefined || outer === best || outer.speaker === null || outer.speaker.kind === 'outlet' || isInward(outer)) return best;
    // "According to the ministry, …, its spokesman said": each holds the other, and a person has said it.
    const person = best.cueLemma === 'according to' && outer.speaker.kind === 'named';
    if (!isStance(best) && !person) return best;
    best = outer;
  }
  return best;
}

/** Classes of cues that are acts of will. */
const willed: ReadonlySet<string> = new Set([
  'promise',
  'warn',
  'demand',
  'accuse',
  'praise',
  'oppose',
  'want',
  'agree',
  'decline',
  'think',
  'ask',
]);

/** "Peru and Chile agreed that …": what both sides do, told by whoever tells it; neither is its source. */
const isJoint = ({ cueClass, speaker }: Attribution): boolean =>
  cueClass === 'agree' && speaker?.number === 'many' && speaker.name !== null;

/** Endings of nouns for people by what they do or where they are from. */
const agentive = /(?:[^aeiou]er|[aeiou][^aeiou]?er|or|ist|ian|ant|ee|man|men|mate|folk|body|crat)s?$/;
/** What nobody in particular tells. */
const hearsay = /^(?:reports|rumou?rs|allegations|claims|speculation|accounts)$/;
/** What counts people and is followed by "of". */
const share =
  /^(?:[\w.,]{1,9} )?(?:percent|half|third|quarter|most|some|many|several|both|all|any|none|one|two|three|dozens|hundreds|thousands) of (?:the |its |their )?/i;
const tie =
  / (?:of|in|at|from|with|for|on|by|to|under|near|who|whose|that|which|close|familiar|aboard|inside|outside|representing|involved|caught)\b|,/;

/** Towers may "welcome" ships, candles spell a name and signs say something: words and will need somebody who has them. */
function isSomebody({ speaker, cueClass }: Attribution): boolean {
  if (speaker?.kind !== 'anonymous' || speaker.role === null || cueClass === null) return true;
  const role = speaker.role.toLowerCase().replace(share, '');
  const named = (word: string): boolean => listed(word, personNouns) !== null || listed(word, bodyNouns) !== null;
  if (willed.has(cueClass)) return role.split(' ').some(named);
  const end = role.search(tie);
  const head = (end < 0 ? role : role.slice(0, end)).split(' ').at(-1) ?? '';
  return named(head) || agentive.test(head) || hearsay.test(head);
}

/** A statement with the source in whose words it stands; null where a quotation says the same word for word, or where it only says who speaks. */
export function attributed(
  candidate: Candidate,
  { text, contents, sources, cues, quotes, bySentence, anchors, refuse }: Said,
): Candidate | null {
  const { quantity, anchor, clause } = candidate;
  if (quantity === null && !candidate.happened && (quotes.at(anchor) !== undefined || isQuoted(candidate, bySentence))) {
    refuse(candidate, 'quoted', '');
    return null;
  }
  // "Two officials said" counts who speaks, not what is told; an age behind a name is told.
  const isAge = clause === null && quantity?.unitClass === 'age';
  if (quantity !== null && !isAge && sources.at(anchor) !== undefined) {
    refuse(candidate, 'counts-the-speaker', quantity.surface);
    return null;
  }
  const cue = clause === null || quantity !== null || anchor !== clause ? undefined : cues.at(clause);
  // "attacked the plan" is said, "attacked the village" is done; only quoted words tell the first for sure.
  const isDeed = candidate.eventClass === 'ASSAULT' && cue?.direct === 'indirect';
  const cued = isDeed || cue === undefined || !isSomebody(cue) ? undefined : cue;
  if (cued !== undefined) {
    // "The minister said that …" is told by what she said.
    if (candidate.reports && cued.cueClass !== 'agree' && anchored(anchors, cued.content, anchor)) {
      refuse(candidate, 'reports-only', '');
      return null;
    }
    const own = candidate.modality === 'planned' || candidate.type === 'agreement' ? candidate.type : 'attribution';
    return { ...candidate, type: own, source: toSource(text, answering(cued, contents)) };
  }
  const held = contents.at(anchor);
  const attribution = held === undefined ? undefined : answering(held, contents);
  return attribution === undefined ? candidate : { ...candidate, source: toSource(text, attribution) ?? candidate.source };
}

/** A quotation is as planned, as negative and at the time that its own clause says. `clauses` are statements of clauses, in order of them. */
export function asItsClause(quote: Candidate, clauses: readonly Candidate[]): Candidate {
  const inside = clauses[firstFrom(clauses, quote.anchor, ({ clause }) => clause ?? 0)];
  if (inside?.clause === null || inside === undefined || inside.clause >= quote.anchor + (quote.quote?.length ?? 0)) return quote;
  const { modality, polarity, time, place } = inside;
  return { ...quote, modality, polarity, time, place };
}
