import type { Clause } from './clause.ts';
import { eventClassOf } from './event-class.ts';
import { nounPhrase, textOf } from './phrases.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** Verbs that make their object move (the caused motion of construction grammar; Levin 1993, classes 11, 17). With their participles. Written for this project. */
export const launching: ReadonlyMap<string, string> = new Map(
  'fire:fired launch:launched throw:thrown drop:dropped hurl:hurled lob:lobbed send:sent fly:flown push:pushed pull:pulled tow:towed ship:shipped transport:transported carry:carried move:moved transfer:transferred shift:shifted evacuate:evacuated deport:deported steer:steered drive:driven sail:sailed pump:pumped spill:spilled pour:poured'
    .split(' ')
    .map((pair) => [pair.split(':', 1)[0] ?? '', pair.slice(pair.indexOf(':') + 1)] as const),
);
export const pathWords: ReadonlySet<string> = new Set('over into onto across through toward towards past'.split(' '));
/** Words that tell a way only before a place. */
const ends: ReadonlySet<string> = new Set(['to', 'from', 'off']);

export interface Path {
  subject: string;
  predicate: string;
  object: string;
  /** Head of the phrase of the way. */
  head: number;
}

/**
 * What moves, told once more for each way that the statement of its clause leaves out ("threw a stone over the wall and into the yard": the stone went over the wall, and into the yard).
 * @param told index of the phrase that the statement itself tells, or null
 */
export function pathsOf(
  text: string,
  tree: Tree,
  clause: Clause,
  told: number | null,
  subject: string,
  isPlace: (index: number) => boolean,
): Path[] {
  const lemma = tree.lemma(clause.core);
  const moved = clause.object !== null && !clause.agentFirst && launching.has(lemma);
  const participle = launching.get(lemma) ?? '';
  if (!moved && (clause.object !== null || eventClassOf(lemma) !== 'MOVE')) return [];
  if (moved && clause.object !== null && tree.token(clause.object).upos === 'PRON') return [];
  const found: Path[] = [];
  for (const index of clause.modifiers) {
    if (index === told || index < clause.core) continue;
    const tie = tree.first(index, BIT.case);
    const word = tie === undefined ? '' : tree.word(tie);
    if (tie === undefined || !(pathWords.has(word) || (ends.has(word) && isPlace(index)))) continue;
    const verb = moved ? `${participle} ${textOf(text, tree, [tie])}` : textOf(text, tree, [...clause.verbGroup, tie]);
    const mover = moved && clause.object !== null ? textOf(text, tree, nounPhrase(tree, clause.object, clause.head)) : subject;
    found.push({ subject: mover, predicate: verb, object: textOf(text, tree, nounPhrase(tree, index, clause.head)), head: index });
  }
  return found;
}

/** Something is moved more ways than one, so that each is told by itself. */
export function goesSeveralWays(tree: Tree, { core, modifiers }: Clause): boolean {
  if (!launching.has(tree.lemma(core))) return false;
  const isWay = (index: number) => tree.dependents(index, BIT.case).some((tie) => pathWords.has(tree.word(tie)));
  return modifiers.filter((index) => index > core && isWay(index)).length > 1;
}
