import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

/** A predicate with what it is about. Indexes are tokens of the sentence; null where the clause has none. */
export interface Clause {
  /** The verb, or the adjective or noun that a copula makes a predicate. */
  head: number;
  /** The verb that carries the meaning: `head`, or the last of the verbs it governs ("agreed to begin to withdraw": withdraw). */
  core: number;
  subject: number | null;
  passive: boolean;
  copular: boolean;
  /** The subject is the one who acts, though the verb stands in the passive ("was rejected by the court"). */
  agentFirst: boolean;
  /** Auxiliaries, negation, particles and verbs from `head` to `core`, in order. */
  verbGroup: readonly number[];
  negative: boolean;
  object: number | null;
  recipient: number | null;
  /** Heads of prepositional modifiers of all its verbs. */
  modifiers: readonly number[];
  /** Says only that there is something, or that there is none ("there were no injuries"). */
  existential: boolean;
  /** Clausal complement (what is said, or what the object shall do). */
  complement: number | null;
}

const clauseRelations = BIT.root | BIT.conj | BIT.ccomp | BIT.advcl | BIT.acl | BIT.parataxis;
/** Verbs that deny what they govern ("declined to comment", "failed to stop": implicative verbs with negative sense, Karttunen 1971). */
const deniers = new Set(['decline', 'refuse', 'refrain', 'fail', 'neglect', 'forget', 'omit']);
const negations = new Set(['not', "n't", 'n’t', 'never']);
const relativePronoun = /^(?:who|which|that|whom|whose)$/i;

const spans = new Set(['minute', 'hour', 'day', 'week', 'month', 'year', 'decade', 'moment']);

/** The subject that hangs on a predicate: "Hours after Ann Lee left", where the parser took both for one, is about her. So is "told the paper she left". */
function ownSubject(tree: Tree, head: number): number | undefined {
  const first = tree.first(head, BIT.nsubj | BIT.csubj);
  if (first === undefined) return first;
  const later = tree.dependents(head, BIT.nsubj).find((other) => other > first && other < head);
  if (later === undefined) return first;
  return spans.has(tree.lemma(first)) || (tree.token(later).upos === 'PRON' && !relativePronoun.test(tree.token(later).text))
    ? later
    : first;
}

/** The subject of a predicate: its own, else the one it shares with the predicate it is coordinated with or hangs on. */
function subjectOf(tree: Tree, head: number, depth = 0): number | null {
  const { relation, head: parent } = tree.token(head);
  const own = ownSubject(tree, head);
  if (own !== undefined) return relation.startsWith('acl') && relativePronoun.test(tree.token(own).text) ? parent : own;
  // "…, but it was not clear why": that "it" is nobody.
  if (tree.has(head, BIT.expl)) return null;
  if (parent < 0 || depth > 4) return null;
  if (relation === 'conj' || relation === 'xcomp') return subjectOf(tree, parent, depth + 1);
  // "is a lively place, boasting …" is said of what the place is said of.
  if (relation === 'acl' && tree.has(parent, BIT.cop) && tree.tokens[head - 1]?.text === ',') return subjectOf(tree, parent, depth + 1);
  const infinitive = tree.token(head).xpos === 'VB' || tree.dependents(head, BIT.mark).some((mark) => tree.word(mark) === 'to');
  if (relation === 'acl') return infinitive ? null : isFinite(tree, head) ? firstOf(tree, parent) : parent;
  if (relation === 'acl:relcl') return null;
  if (relation === 'advcl') {
    const mark = tree.first(head, BIT.mark);
    const linked = mark === undefined || /^(?:before|after|while|when|by|without)$/i.test(tree.token(mark).text);
    return linked && isGerund(tree, head) ? subjectOf(tree, parent, depth + 1) : null;
  }
  return null;
}

/** "The mayor, a lawyer, and Ann Lee, her deputy, were hurt": the finite verb of a whole list, which the parser hung on its last member. */
function firstOf(tree: Tree, noun: number): number {
  let first = noun;
  for (let depth = 0; depth < 6 && tree.token(first).relation === 'conj'; depth++) first = tree.token(first).head;
  return /^(?:NOUN|PROPN)$/.test(tree.token(first).upos) ? first : noun;
}

const isFinite = (tree: Tree, verb: number): boolean =>
  tree.children(verb, 'aux').some((helper) => helper < verb && /^(?:were|are|have)$/i.test(tree.token(helper).text));

/** "killing", "being killed". */
function isGerund(tree: Tree, head: number): boolean {
  return tree.token(head).xpos === 'VBG' || tree.dependents(head, BIT.aux).some((helper) => tree.token(helper).xpos === 'VBG');
}

/** "no trains", "none of them", "nobody": what is said of it is denied. "No more than" denies nothing. */
function isNone(tree: Tree, noun: number | null): boolean {
  if (noun === null) return false;
  if (/^(?:nobody|none|nothing|no-one)$/i.test(tree.token(noun).text)) return true;
  return tree
    .dependents(noun, BIT.det)
    .some((word) => tree.word(word) === 'no' && !/^(?:more|fewer|less|longer|later)$/i.test(tree.tokens[word + 1]?.text ?? ''));
}

/** Negation, auxiliaries and particles of one verb. */
function helpersOf(tree: Tree, head: number): readonly number[] {
  const helpers = tree.dependents(head, BIT.aux | BIT.cop | BIT.compoundPrt);
  const adverbs = tree.dependents(head, BIT.advmod).filter((child) => isNegation(tree, child));
  return adverbs.length === 0 ? helpers : [...helpers, ...adverbs];
}

function isNegation(tree: Tree, index: number): boolean {
  const word = tree.word(index);
  return (
    negations.has(word) || (word === 'longer' && tree.dependents(index, BIT.det | BIT.advmod).some((child) => tree.word(child) === 'no'))
  );
}

/** Verbs from a head down its open complements: "agreed to transfer", "began shutting down". Stops where a complement has a subject or object between. */
function verbChain(tree: Tree, head: number): number[] {
  const chain = [head];
  for (let at = head, depth = 0; depth < 3; depth++) {
    const next = tree.dependents(at, BIT.xcomp).find((child) => tree.token(child).upos === 'VERB');
    if (next === undefined || next < at || tree.has(at, BIT.obj | BIT.iobj)) return chain;
    chain.push(next);
    at = next;
  }
  return chain;
}

/** Who does what a passive verb says: a noun behind "by" that is no time. */
function isAgent(tree: Tree, verb: number, child: number): boolean {
  if (tree.token(child).relation === 'obl:agent') return tree.dependents(child, BIT.case).some((tie) => tree.word(tie) === 'by');
  const passive = tree.token(verb).xpos === 'VBN' && (tree.has(verb, BIT.auxPass) || tree.token(verb).relation === 'acl');
  if (!passive || child < verb || !/^(?:NOUN|PROPN|PRON)$/.test(tree.token(child).upos)) return false;
  if (/^(?:end|time|then|day|week|month|year|hour|percent|half|\d.*)$/i.test(tree.token(child).lemma)) return false;
  return tree.dependents(child, BIT.case).some((tie) => tree.word(tie) === 'by') && !tree.has(child, BIT.nummod);
}

/** "promised to cut taxes and to end …": what governs the first infinitive governs the second. */
function sharedVerbs(tree: Tree, head: number): number[] {
  const { relation, xpos, head: first } = tree.token(head);
  if (relation !== 'conj' || xpos !== 'VB' || first < 0 || tree.token(first).relation !== 'xcomp') return [];
  const verb = tree.token(first).head;
  const to = tree.dependents(head, BIT.mark);
  return [verb, ...helpersOf(tree, verb), ...(to.length > 0 ? to : tree.dependents(first, BIT.mark))];
}

/** With an auxiliary of the passive, or a bare participle said of a subject ("58 killed"); a finite past tense is none. */
function isPassive(tree: Tree, verb: number): boolean {
  if (tree.has(verb, BIT.auxPass)) return true;
  return tree.token(verb).xpos !== 'VBD' && tree.has(verb, BIT.nsubjPass);
}

/** The object of the last verb that has one; of a relative clause, what its pronoun stands for. */
function objectOf(tree: Tree, chain: readonly number[]): number | null {
  const last = chain.findLast((verb) => tree.has(verb, BIT.obj));
  const object = last === undefined ? null : (tree.first(last, BIT.obj) ?? null);
  const { relation, head } = tree.token(chain[0] ?? 0);
  if (object === null || !relativePronoun.test(tree.token(object).text)) return object;
  if (relation.startsWith('acl') && head >= 0) return head;
  // "a rise, which the union rejected": the noun before the comma.
  const noun = tree.tokens[object - 1]?.text === ',' ? object - 2 : -1;
  return /^(?:NOUN|PROPN)$/.test(tree.tokens[noun]?.upos ?? '') ? noun : null;
}

/** What each verb of a chain has, in order; mostly there is one. */
function ofEach(chain: readonly number[], of: (verb: number) => readonly number[]): readonly number[] {
  const [first] = chain;
  return chain.length === 1 && first !== undefined ? of(first) : chain.flatMap(of);
}

/** "was considering [whether to close]", hung on its verb as an adverbial. */
function openQuestion(tree: Tree, verb: number): number | undefined {
  return tree
    .dependents(verb, BIT.advcl)
    .find((child) => child > verb && tree.dependents(child, BIT.mark).some((mark) => tree.word(mark) === 'whether'));
}

/** Sorted, each once: each put in its place among the few before it. */
function inOrder(indexes: readonly number[]): readonly number[] {
  const sorted: number[] = [];
  for (const index of indexes) {
    let at = sorted.length;
    while (at > 0 && (sorted[at - 1] as number) > index) at--;
    if (at > 0 && sorted[at - 1] === index) continue;
    sorted.push(index);
    for (let last = sorted.length - 1; last > at; last--) sorted[last] = sorted[last - 1] as number;
    sorted[at] = index;
  }
  return sorted;
}

/** Every clause of a sentence, in order of its predicate. Open complements belong to the clause that governs them. */
export function findClauses(tree: Tree): Clause[] {
  const clauses: Clause[] = [];
  for (let head = 0; head < tree.tokens.length; head++) {
    if (!tree.is(head, clauseRelations)) continue;
    const token = tree.token(head);
    const copular = tree.has(head, BIT.cop);
    const expletive = tree.dependents(head, BIT.expl).find((child) => tree.word(child) === 'there');
    if (!(token.upos === 'VERB' || copular || expletive !== undefined)) continue;
    const chain = copular ? [head] : verbChain(tree, head);
    const core = chain.at(-1) ?? head;
    const infinitives = chain.length === 1 ? [] : chain.slice(1).flatMap((verb) => tree.dependents(verb, BIT.mark));
    const helpers = ofEach(chain, (verb) => helpersOf(tree, verb));
    const without = tree.dependents(head, BIT.mark).filter((mark) => tree.word(mark) === 'without');
    const negation = helpers.filter((child) => isNegation(tree, child));
    const modifiers = ofEach(chain, (verb) => tree.dependents(verb, BIT.obl));
    const agent = modifiers.find((child) => isAgent(tree, tree.token(child).head, child));
    const passed = tree.first(head, BIT.nsubjPass);
    const patient = passed !== undefined && relativePronoun.test(tree.token(passed).text) ? undefined : passed;
    const existential = expletive !== undefined && token.lemma.toLowerCase() === 'be';
    const given = existential ? (tree.first(head, BIT.nsubj | BIT.obj) ?? null) : subjectOf(tree, head);
    const active = agent !== undefined && chain.length === 1 && (patient ?? given) !== null;
    const object = existential ? null : active ? (patient ?? given) : objectOf(tree, chain);
    clauses.push({
      head,
      core,
      subject: active ? agent : given,
      passive: isPassive(tree, core) || (token.relation === 'acl' && token.xpos === 'VBN'),
      copular,
      agentFirst: active,
      verbGroup: inOrder([
        ...helpers,
        ...chain,
        ...infinitives,
        ...sharedVerbs(tree, head),
        ...without,
        ...(negation.length === 0 ? negation : negation.flatMap((child) => tree.subtree(child))),
      ]),
      negative:
        negation.length > 0 ||
        without.length > 0 ||
        (core !== head && deniers.has(token.lemma.toLowerCase())) ||
        isNone(tree, given) ||
        isNone(tree, object),
      object,
      recipient: ofEach(chain, (verb) => tree.dependents(verb, BIT.iobj))[0] ?? null,
      modifiers: agent === undefined ? modifiers : modifiers.filter((index) => index !== agent),
      existential,
      complement: tree.first(core, BIT.ccomp) ?? tree.first(core, BIT.xcomp) ?? openQuestion(tree, core) ?? null,
    });
  }
  return clauses;
}
