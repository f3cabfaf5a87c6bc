import { hasSubject, subjectRelation } from './mender.ts';
import type { Mender } from './mender.ts';

/** "A 40-year-old": NUM - year - old. */
function isAge(mender: Mender, old: number): boolean {
  const word = (back: number) => mender.at(old - back)?.text.toLowerCase() ?? '';
  return word(1) === '-' && /^(?:year|month|week|day)s?$/.test(word(2)) && word(3) === '-' && mender.at(old - 4)?.upos === 'NUM';
}

/** "A quiet [40-year-old] robbed a bank", "The [24-year-old] scored": somebody told by an age alone is the subject of the verb behind, not an adverb of it. */
export function yearOldAsSubject(mender: Mender, old: number): void {
  const token = mender.at(old);
  if (token === undefined || !/^olds?$/i.test(token.text) || !isAge(mender, old)) return;
  const verb = [old + 1, old + 2].find((index) => /^(?:VERB|AUX)$/.test(mender.at(index)?.upos ?? ''));
  if (verb === undefined || (verb === old + 2 && mender.at(old + 1)?.upos !== 'ADV')) return;
  const head = mender.at(verb)?.upos === 'AUX' ? (mender.at(verb)?.head ?? -1) : verb;
  const predicate = mender.at(head);
  if (predicate === undefined || head <= old || predicate.upos !== 'VERB' || hasSubject(mender, head)) return;
  if (!/^VB[DZPN]$/.test(predicate.xpos)) return;
  const opens = [old - 5, old - 6].find((index) => mender.at(index)?.upos === 'DET' || mender.at(index)?.xpos === 'PRP$');
  if (!freed(mender, head, old, opens) || !mender.attach(old, head, subjectRelation(mender, head))) return;
  mender.retag(old, 'NOUN');
  const own = mender.below(head).filter((child) => child < old && /^(?:det|amod|nmod:poss)$/.test(mender.at(child)?.relation ?? ''));
  for (const child of own) mender.attach(child, old, mender.at(child)?.relation ?? 'det');
  if (opens !== undefined && mender.at(opens)?.head !== old)
    mender.attach(opens, old, mender.at(opens)?.xpos === 'PRP$' ? 'nmod:poss' : 'det');
}

/** Where the parser hung the verb on the age or on its article, the verb takes their place. */
function freed(mender: Mender, verb: number, old: number, opens: number | undefined): boolean {
  const above = mender.at(verb)?.head ?? -1;
  if (above !== old && above !== opens) return true;
  const { head = -1, relation = 'root' } = mender.at(above) ?? {};
  const isTop = head < 0 || head === opens;
  return mender.attach(verb, isTop ? -1 : head, isTop ? 'root' : relation);
}
