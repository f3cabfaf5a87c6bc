import type { ParsedSentence, ParsedToken } from '@copydesk/language';

/**
 * A greedy parser makes mistakes that the tree itself shows: "had" as an auxiliary of a noun, a finite verb as the modifier of its own subject, "after the council" as an object of the
 * verb before it while "voted" has no subject. They are mended here, so that all that reads the tree can trust it. Nothing is attached that would close a circle.
 */
export function mend(sentence: ParsedSentence): ParsedSentence {
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  const mender = createMender(tokens);
  for (const index of tokens.keys()) {
    possession(mender, index);
    subjectBehindPreposition(mender, index);
    subjectWithOwnVerb(mender, index);
    nominalComplement(mender, index);
    looseParticiple(mender, index);
    nearestNoun(mender, index);
  }
  return { ...sentence, tokens };
}

interface Mender {
  tokens: readonly ParsedToken[];
  at(index: number): ParsedToken | undefined;
  children(index: number): number[];
  attach(child: number, head: number, relation: string): boolean;
}

function createMender(tokens: ParsedToken[]): Mender {
  const childrenOf: number[][] = tokens.map(() => []);
  for (const [index, { head }] of tokens.entries()) childrenOf[head]?.push(index);
  return {
    tokens,
    at: (index) => tokens[index],
    children: (index) => childrenOf[index] ?? [],
    attach(child, head, relation) {
      const token = tokens[child];
      if (token === undefined || child === head) return false;
      for (let up = head, steps = 0; up >= 0 && steps <= tokens.length; up = tokens[up]?.head ?? -1, steps++) {
        if (up === child) return false;
      }
      const siblings = childrenOf[token.head];
      const place = siblings?.indexOf(child) ?? -1;
      if (place >= 0) siblings?.splice(place, 1);
      token.head = head;
      token.relation = relation;
      childrenOf[head]?.push(child);
      childrenOf[head]?.sort((a, b) => a - b);
      return true;
    },
  };
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const finite = new Set(['VBD', 'VBZ', 'VBP']);
const baseOf = (relation: string): string => relation.split(':', 1)[0] ?? relation;

function childOf({ at, children }: Mender, index: number, ...relations: readonly string[]): number | undefined {
  return children(index).find((child) => relations.includes(baseOf(at(child)?.relation ?? '')));
}

/** The last word below a token that stands before `limit`. */
function endBefore(mender: Mender, index: number, limit: number): number {
  let end = index;
  for (const child of mender.children(index)) if (child < limit && child > index) end = Math.max(end, endBefore(mender, child, limit));
  return end;
}

/** A verb, or a noun or adjective that a copula makes a predicate. */
function isPredicate(mender: Mender, index: number): boolean {
  return mender.at(index)?.upos === 'VERB' || childOf(mender, index, 'cop') !== undefined;
}

/** The nearest predicate at or above a token. */
function predicateAbove(mender: Mender, index: number): number | undefined {
  for (let at = index, steps = 0; at >= 0 && steps < 8; at = mender.at(at)?.head ?? -1, steps++) if (isPredicate(mender, at)) return at;
  return undefined;
}

/** "had" hung on a noun as its auxiliary is the verb of the clause, and the noun its object. */
function possession(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || token.relation !== 'aux' || token.lemma.toLowerCase() !== 'have') return;
  const noun = token.head;
  const owned = mender.at(noun);
  if (owned === undefined || noun < index || !nominal.has(owned.upos) || childOf(mender, noun, 'cop') !== undefined) return;
  const { head, relation } = owned;
  const before = mender.children(noun).filter((child) => child < index);
  if (!mender.attach(index, head, relation)) return;
  token.upos = 'VERB';
  mender.attach(noun, index, 'obj');
  const named = before.filter((child) => nominal.has(mender.at(child)?.upos ?? '') && childOf(mender, child, 'case') === undefined);
  const subject = named.find((child) => baseOf(mender.at(child)?.relation ?? '') === 'nsubj') ?? named.at(-1);
  for (const child of before) {
    const own = mender.at(child)?.relation ?? '';
    mender.attach(child, index, child === subject ? 'nsubj' : nominal.has(mender.at(child)?.upos ?? '') && own !== 'nsubj' ? 'obl' : own);
  }
}

function hasSubject(mender: Mender, verb: number): boolean {
  return childOf(mender, verb, 'nsubj', 'csubj') !== undefined;
}

function isFinite(mender: Mender, verb: number): boolean {
  const token = mender.at(verb);
  if (token?.upos !== 'VERB') return false;
  if (finite.has(token.xpos)) return true;
  return mender
    .children(verb)
    .some((child) => child < verb && mender.at(child)?.upos === 'AUX' && /^(?:VBD|VBZ|VBP|MD)$/.test(mender.at(child)?.xpos ?? ''));
}

const subjectRelation = (mender: Mender, verb: number): string =>
  mender.children(verb).some((child) => mender.at(child)?.relation === 'aux:pass') ? 'nsubj:pass' : 'nsubj';

const joining = /^(?:after|before|since|until|till|as|than|while|because|although|though|once)$/i;

/** "after [the council] [voted]": the noun behind a word that may open a clause is the subject of the finite verb that follows and has none. */
function subjectBehindPreposition(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || !isFinite(mender, verb) || hasSubject(mender, verb)) return;
  if (!/^(?:advcl|acl|parataxis|ccomp)$/.test(token.relation)) return;
  const siblings = mender.at(token.head)?.relation.startsWith('obl') === true ? [token.head] : mender.children(token.head);
  const first = mender.children(verb).find((child) => child < verb) ?? verb;
  const noun = siblings.filter((child) => child < verb && baseOf(mender.at(child)?.relation ?? '') === 'obl').at(-1);
  if (noun === undefined || endBefore(mender, noun, first) + 1 !== first) return;
  const tie = mender.children(noun).find((child) => baseOf(mender.at(child)?.relation ?? '') === 'case');
  if (tie === undefined || !joining.test(mender.at(tie)?.text ?? '')) return;
  const above = mender.at(noun)?.head ?? -1;
  if (above === verb || !mender.attach(verb, above, 'advcl')) return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  mender.attach(tie, verb, 'mark');
}

/** "when [a gunman] [opened] fire", read as a gunman whom something opened: a past tense is no modifier. */
function subjectWithOwnVerb(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || token.relation !== 'acl' || token.xpos !== 'VBD' || hasSubject(mender, verb)) return;
  const noun = token.head;
  const name = mender.at(noun);
  if (name === undefined || noun > verb || !nominal.has(name.upos)) return;
  const above = name.head;
  if (above < 0) {
    if (mender.attach(verb, -1, 'root')) mender.attach(noun, verb, subjectRelation(mender, verb));
    return;
  }
  if (baseOf(name.relation) !== 'nsubj' || isPredicate(mender, above)) return;
  const governor = predicateAbove(mender, above) ?? -1;
  if (!mender.attach(verb, governor, governor < 0 ? 'root' : 'advcl')) return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  if (above < verb && /^(?:ADV|SCONJ|PRON|DET)$/.test(mender.at(above)?.upos ?? '')) mender.attach(above, verb, 'mark');
}

const linking = new Set(
  'be become remain seem appear look feel sound stay turn prove call name elect consider make appoint dub label deem declare'.split(' '),
);

/** A noun as the open complement of a verb that links nothing is its object. */
function nominalComplement(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = token?.head ?? -1;
  const governor = mender.at(verb);
  if (token?.relation !== 'xcomp' || governor?.upos !== 'VERB' || index < verb || linking.has(governor.lemma.toLowerCase())) return;
  if (childOf(mender, verb, 'obj') !== undefined || childOf(mender, index, 'case', 'mark', 'cop') !== undefined) return;
  if (token.upos === 'NOUN' || token.upos === 'PROPN') mender.attach(index, verb, 'obj');
  if (token.upos !== 'ADJ') return;
  const noun = mender
    .children(index)
    .find((child) => child > index && nominal.has(mender.at(child)?.upos ?? '') && mender.at(child)?.relation === 'appos');
  if (noun !== undefined && mender.attach(noun, verb, 'obj')) mender.attach(index, noun, 'amod');
}

/** ", killing three": a participle behind a comma tells of the clause before it, not of the noun that happens to stand there. */
function looseParticiple(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.xpos !== 'VBG' || token.upos !== 'VERB' || !/^(?:acl|advcl)$/.test(token.relation) || hasSubject(mender, verb)) return;
  const noun = token.head;
  if (noun < 0 || noun > verb || isPredicate(mender, noun) || mender.at(verb - 1)?.text !== ',') return;
  if (baseOf(mender.at(noun)?.relation ?? '') === 'nsubj') return;
  const governor = predicateAbove(mender, noun);
  if (governor !== undefined) mender.attach(verb, governor, 'advcl');
}

/** "part of the coalition [formed in …]": a participle right behind a noun modifies that noun, not one further off. */
function nearestNoun(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token?.upos !== 'VERB' || token.relation !== 'acl' || !/^VB[NG]$/.test(token.xpos)) return;
  let noun = verb - 1;
  for (let steps = 0; steps < 6; steps++) {
    const word = mender.at(noun);
    if (word === undefined || !/^(?:compound|flat|nmod:desc|nmod:unmarked)/.test(word.relation) || word.head > verb || word.head < 0) break;
    noun = word.head;
  }
  const word = mender.at(noun);
  if (noun === token.head || (word?.upos !== 'NOUN' && word?.upos !== 'PROPN') || !word.relation.startsWith('nmod')) return;
  mender.attach(verb, noun, 'acl');
}
