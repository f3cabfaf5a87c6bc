import type { Span } from '@copydesk/text';
import type { Candidate } from './candidate.ts';
import { sentenceAt } from './sentences.ts';

/** "Five others were arrested", "another bridge", "three more people": said of what was told just before. */
const further = /^(?:the )?(?:another\b|other \p{L}+\b|(?:\p{L}+|\d+) (?:others|more)\b)/iu;
/** "The blast", "That launch". */
const definite = /^(?:the|that|this) (?:\p{L}+ ){0,2}?(one|\p{L}+)$/iu;
/** What happens to several, one after the other, in one event. */
const shared = new Set(['HARM', 'COERCE', 'ACCIDENT', 'DISASTER', 'ASSAULT', 'JUDGE']);
const said = new Set(['STATE', 'STANCE', 'SUPPORT', 'ACCUSE', 'REQUEST', 'THREATEN']);

/**
 * Carries a time to the sentence behind: what goes on telling the same event happened when it did. Only where the words say so: others of the same kind, or an event that the
 * sentence before brought in ("a blast … The blast"). Candidates are in order of the text; basis of a carried time is `narrative`.
 */
export function withCarriedTimes(candidates: readonly Candidate[], sentences: readonly Span[], text: string): Candidate[] {
  const bySentence = Map.groupBy(candidates, ({ span }) => sentenceAt(sentences, span.start));
  const carried = new Map<number, Candidate['time']>();
  const result = new Map<Candidate, Candidate>();
  for (const [index, list] of [...bySentence].sort(([a], [b]) => a - b)) {
    const times = list.filter(({ time, modality }) => time !== null && modality === 'done').map(({ time }) => time);
    const [first] = times;
    const surfaces = new Set(times.map((time) => `${time?.surface} ${time?.mod ?? ''}`));
    const before = carried.get(index - 1);
    const previous = sentences[index - 1];
    if (first !== undefined) {
      if (surfaces.size === 1 && first?.interval !== null && first?.mod === undefined) carried.set(index, first);
      continue;
    }
    if (before === undefined || before === null || previous === undefined) continue;
    const goesOn = list.filter((candidate) => continues(candidate, text.slice(previous.start, previous.end)));
    if (goesOn.length === 0) continue;
    carried.set(index, before);
    const verbs = new Set(goesOn.map(({ clause }) => clause));
    for (const candidate of list) {
      if (candidate.modality === 'done' && candidate.type !== 'state' && candidate.statementTime === null && verbs.has(candidate.clause))
        result.set(candidate, { ...candidate, time: { ...before, basis: 'narrative' } });
    }
  }
  return candidates.map((candidate) => result.get(candidate) ?? candidate);
}

function continues({ subject, modality, eventClass, type }: Candidate, previous: string): boolean {
  if (subject === null || modality !== 'done' || type === 'state' || said.has(eventClass ?? '')) return false;
  if (further.test(subject)) return shared.has(eventClass ?? '');
  const noun = definite.exec(subject)?.[1]?.toLowerCase();
  if (noun === undefined) return false;
  if (noun === 'one') return /^that one$/i.test(subject);
  return broughtIn(previous.toLowerCase(), noun);
}

/** A noun behind "a" or "an", at most two words between: new to the reader. */
function broughtIn(sentence: string, noun: string): boolean {
  const words = sentence.split(/[^\p{L}\d-]+/u);
  return words.some((word, at) => word === noun && words.slice(Math.max(0, at - 3), at).some((each) => each === 'a' || each === 'an'));
}
