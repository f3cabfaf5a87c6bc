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
    passiveCopula(mender, index);
    compoundHead(mender, index);
    owner(mender, index);
    firstSubject(mender, index);
    doubleSubject(mender, index);
    nounAsVerb(mender, index);
    clauseAsModifier(mender, index);
    subjectBefore(mender, index);
    subjectWithOwnVerb(mender, index);
    nominalComplement(mender, index);
    looseParticiple(mender, index);
    governedInfinitive(mender, index);
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

/** A form of "be" before a past participle makes a passive, not a copula. */
function passiveCopula(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = mender.at(token?.head ?? -1);
  if (token?.relation !== 'cop' || verb?.upos !== 'VERB' || verb.xpos !== 'VBN') return;
  token.relation = 'aux:pass';
  for (const child of mender.children(token.head)) {
    const other = mender.at(child);
    if (other?.relation === 'nsubj') other.relation = 'nsubj:pass';
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

/** The head of the phrase that ends with a token: up through what belongs to a noun. */
function phraseHead(mender: Mender, end: number): number {
  let at = end;
  for (let steps = 0; steps < 8; steps++) {
    const token = mender.at(at);
    if (
      token === undefined ||
      token.head < 0 ||
      token.head > end ||
      !/^(?:compound|flat|nmod|amod|nummod|case|det|appos)/.test(token.relation)
    )
      break;
    at = token.head;
  }
  return at;
}

/** "a ferry carrying 150 passengers": the phrase that ends with the passengers is about the ferry. */
function ownerOfParticiple(mender: Mender, noun: number): number {
  const verb = mender.at(noun)?.head ?? -1;
  const participle = mender.at(verb);
  const relation = baseOf(mender.at(noun)?.relation ?? '');
  const hangs = participle?.relation === 'acl' && /^VB[NG]$/.test(participle.xpos) && participle.head >= 0 && participle.head < verb;
  return hangs && (relation === 'obj' || relation === 'obl') && verb < noun ? participle.head : noun;
}

/**
 * A finite verb without a subject, right behind a noun phrase: the phrase is its subject, whatever else the parser took it for ("saying [the council] [will] vote", "after
 * [the council] [voted]").
 */
function subjectBefore(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || !isFinite(mender, verb) || hasSubject(mender, verb)) return;
  if (!/^(?:advcl|acl|parataxis|ccomp|conj|xcomp|dep)$/.test(token.relation)) return;
  const first = mender.children(verb).find((child) => child < verb) ?? verb;
  const noun = ownerOfParticiple(mender, phraseHead(mender, first - 1));
  const name = mender.at(noun);
  if (name === undefined || noun >= verb || !nominal.has(name.upos) || endBefore(mender, noun, first) + 1 !== first) return;
  if (mender.at(first)?.relation === 'cc' || mender.at(first - 1)?.upos === 'CCONJ') return;
  const tie = mender.children(noun).find((child) => /^(?:case|mark)$/.test(mender.at(child)?.relation ?? ''));
  const relation = baseOf(name.relation);
  const above = name.head;
  const isObject = (relation === 'obj' || relation === 'iobj') && tie === undefined && token.relation !== 'acl';
  const isBehind = relation === 'obl' && tie !== undefined && joining.test(mender.at(tie)?.text ?? '');
  if ((!isObject && !isBehind) || above < 0 || above === verb || mender.at(noun)?.text.toLowerCase() === 'that') return;
  if (!mender.attach(verb, above, isObject ? 'ccomp' : 'advcl')) return;
  mender.attach(noun, verb, subjectRelation(mender, verb));
  if (tie !== undefined) mender.attach(tie, verb, 'mark');
}

/** A finite verb with a subject of its own modifies no noun: "as governments [have voiced] concerns" read as voiced concerns. */
function clauseAsModifier(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || !/^(?:amod|compound|nmod|obl|nummod|det|case)$/.test(token.relation)) return;
  if (!isFinite(mender, verb) || !hasSubject(mender, verb)) return;
  const noun = token.head;
  const that = mender.children(verb).some((child) => mender.at(child)?.text.toLowerCase() === 'that');
  const governor = that && noun < verb ? noun : predicateAbove(mender, noun);
  if (governor === undefined || !mender.attach(verb, governor, that ? 'acl' : 'advcl')) return;
  if (noun > verb && nominal.has(mender.at(noun)?.upos ?? '') && childOf(mender, verb, 'obj') === undefined)
    mender.attach(noun, verb, 'obj');
}

/** Two nouns side by side, the second hung on the first as a compound: English compounds have their head at the end. */
function compoundHead(mender: Mender, index: number): void {
  const token = mender.at(index);
  const first = mender.at(index - 1);
  if (token?.relation !== 'compound' || token.head !== index - 1 || token.upos !== 'NOUN' || first?.upos !== 'NOUN') return;
  takePlace(mender, index, index - 1, 'compound');
}

/** "the government ['s] top spokesman" with the owner as head: what is owned is the head. */
function owner(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || !/^(?:parataxis|dep|appos|conj|nmod|obl|obj)$/.test(baseOf(token.relation)) || !nominal.has(token.upos))
    return;
  const name = token.head;
  if (name < 0 || name > index || mender.at(name)?.relation === 'nmod:poss') return;
  const mark = mender.children(name).find((child) => /^[’']s?$/.test(mender.at(child)?.text ?? '') && child > name);
  if (mark === undefined || !/^(?:NOUN|PROPN)$/.test(mender.at(name)?.upos ?? '')) return;
  const begin = mender.children(index).find((child) => child > mark) ?? index;
  if (Math.min(begin, index) !== mark + 1) return;
  takePlace(mender, index, name, 'nmod:poss');
}

/** Two subjects side by side are one: "Education | Minister Ann Lee"; and "that" before another subject opens the clause. */
function doubleSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = token?.head ?? -1;
  if (token === undefined || baseOf(token.relation) !== 'nsubj' || verb < index) return;
  const second = mender
    .children(verb)
    .find((child) => child > index && child < verb && baseOf(mender.at(child)?.relation ?? '') === 'nsubj');
  if (second === undefined) return;
  const begin = Math.min(second, ...mender.children(second).filter((child) => child < second));
  if (token.text.toLowerCase() === 'that') mender.attach(index, verb, 'mark');
  else if (begin === index + 1 && /^(?:NOUN|PROPN)$/.test(token.upos)) mender.attach(index, second, 'compound');
}

/** "denied [reports] that …": right behind a verb, without a subject, a form that is a plural as well is the verb's object. */
function nounAsVerb(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token?.xpos !== 'VBZ' || token.upos !== 'VERB' || !/^[cx]comp$/.test(token.relation) || token.head !== index - 1) return;
  if (mender.at(token.head)?.upos !== 'VERB' || hasSubject(mender, index)) return;
  token.upos = 'NOUN';
  token.relation = 'obj';
}

/** Puts a token in the place of its own head, which becomes its dependent; what hung on the head as part of its clause moves along. */
function takePlace(mender: Mender, index: number, old: number, relation: string): void {
  const name = mender.at(old);
  if (name === undefined) return;
  const own = /^(?:nsubj|cop|aux|mark|advmod|punct|cc|case|det|expl|obl|advcl|nummod|amod)$/;
  const moving = mender.children(old).filter((child) => child !== index && own.test(baseOf(mender.at(child)?.relation ?? '')));
  const possessive = relation === 'nmod:poss';
  if (!mender.attach(index, name.head, name.relation)) return;
  mender.attach(old, index, relation);
  for (const child of moving) {
    const token = mender.at(child);
    if (token === undefined || (possessive && (child > old || /^(?:det|amod|nummod|case)/.test(token.relation)))) continue;
    mender.attach(child, index, token.relation);
  }
}

/** "Ann Lee, …, and John Roe were …": what stands before a subject that begins with "and" is the first of its subjects. */
function firstSubject(mender: Mender, index: number): void {
  const token = mender.at(index);
  if (token === undefined || baseOf(token.relation) !== 'nsubj' || token.head < index) return;
  if (childOf(mender, index, 'cc') === undefined || (childOf(mender, index, 'cc') ?? index) > index) return;
  const { head: verb, relation } = token;
  const first = mender
    .children(verb)
    .find((child) => child < index && mender.at(child)?.relation === 'obl' && childOf(mender, child, 'case', 'mark') === undefined);
  if (first === undefined || !mender.attach(index, first, 'conj')) return;
  mender.attach(first, verb, relation);
}

/** Verbs whose object is as a rule a clause. */
const saying = new Set(
  'say claim believe think report note add confirm deny warn insist know hope fear suggest argue announce state explain reveal indicate stress acknowledge admit allege'.split(
    ' ',
  ),
);

/** "when [a gunman] [opened] fire", read as a gunman whom something opened: a past tense is no modifier. */
function subjectWithOwnVerb(mender: Mender, verb: number): void {
  const token = mender.at(verb);
  if (token === undefined || token.relation !== 'acl' || token.xpos !== 'VBD' || hasSubject(mender, verb)) return;
  const noun = token.head;
  const name = mender.at(noun);
  if (name === undefined || noun > verb || !nominal.has(name.upos)) return;
  const above = name.head;
  if (name.relation === 'obj' && saying.has(mender.at(above)?.lemma.toLowerCase() ?? '') && above < noun) {
    if (mender.attach(verb, above, 'ccomp')) mender.attach(noun, verb, subjectRelation(mender, verb));
    return;
  }
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
  if (noun < 0 || noun > verb || isPredicate(mender, noun)) return;
  if (mender.at(verb - 1)?.text !== ',' && childOf(mender, verb, 'mark') === undefined) return;
  if (baseOf(mender.at(noun)?.relation ?? '') === 'nsubj') return;
  const governor = predicateAbove(mender, noun);
  if (governor !== undefined) mender.attach(verb, governor, 'advcl');
}

const governing = new Set(
  'agree promise pledge vow plan decide want try seek threaten refuse offer fail begin start continue aim intend hope expect attempt prepare choose decline manage propose commit need struggle vote'.split(
    ' ',
  ),
);

/** "agreed on Monday [to buy]": an infinitive behind a verb that governs one is no purpose. */
function governedInfinitive(mender: Mender, index: number): void {
  const token = mender.at(index);
  const verb = mender.at(token?.head ?? -1);
  if (
    token?.relation !== 'advcl' ||
    token.xpos !== 'VB' ||
    token.head > index ||
    verb === undefined ||
    !governing.has(verb.lemma.toLowerCase())
  )
    return;
  const marked = mender.children(index).some((child) => mender.at(child)?.text.toLowerCase() === 'to');
  if (marked && childOf(mender, token.head, 'obj', 'xcomp', 'ccomp') === undefined) mender.attach(index, token.head, 'xcomp');
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
