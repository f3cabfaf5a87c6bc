import type { Mention } from '@copydesk/contracts';
import type { Candidate } from '../extract/candidate.ts';
import type { TimeMention } from '../times/index.ts';
import type { Clause } from './clause.ts';
import { datingOf } from './clause-time.ts';
import { eventClassOf } from './event-class.ts';
import { hearsayOf } from './hearsay.ts';
import { modalityOf } from './modality.ts';
import { nounPhrase, predicatePhrase, spanOf, textOf } from './phrases.ts';
import { placesOf, siteOf } from './places.ts';
import type { Part, SentenceReading } from './reading.ts';
import type { References } from './references.ts';
import { reporterOf, stanceOf } from './stance.ts';
import type { Tree } from './tree.ts';

const agreeing = new Set(['agree', 'sign', 'settle', 'ratify']);
const reporting = new Set([
  'say',
  'tell',
  'report',
  'add',
  'note',
  'state',
  'announce',
  'claim',
  'believe',
  'think',
  'stress',
  'explain',
  'warn',
  'confirm',
  'argue',
  'insist',
  'quote',
  'cite',
  'according',
  'show',
  'find',
  'suggest',
  'indicate',
  'reveal',
  'mean',
  'assert',
  'emphasize',
  'emphasise',
  'acknowledge',
  'admit',
  'allege',
  'conclude',
  'declare',
  'reiterate',
  'remark',
]);
const describing = new Set(['describe', 'call', 'refer', 'cite', 'quote', 'label', 'term']);
/** The terms on which somebody talks to reporters. */
const terms = /\banonymity\b/i;
/** What is quoted is told; that it is quoted is not. */
const citing = new Set(['cite', 'quote', 'tell', 'say']);
const stative = new Set(['be', 'have', 'remain', 'seem', 'know', 'believe', 'want', 'need']);
/** Relations of clauses that are told for their own sake: a bare "the bridge collapsed" is a fact there, and not in "the bridge that collapsed". */
const standing = new Set(['root', 'ccomp', 'conj', 'parataxis']);
/** Classes of verbs that tell what happened without any object. */
const complete = new Set(['HARM', 'ACCIDENT', 'DISASTER', 'OFFICE', 'CHANGE', 'RETREAT', 'JUDGE', 'PROTEST', 'COMPETE']);
/** Subjects that name nothing by themselves. */
const empty = /^(?:that|which|who|there|what|one)$/i;
/** What it says nothing to have: "there is no doubt that …", "there is room for …". */
const vacuous = new Set(
  'doubt question need way reason time hope sense chance point lot kind plenty thing room something anything nothing everything word case excuse place'.split(
    ' ',
  ),
);

/** "It is time to …", "it is important that …": a judgement of what comes behind, not a fact of "it". */
function isJudgement(tree: Tree, { subject, core, copular }: Clause): boolean {
  if (!copular || subject === null || tree.token(subject).text.toLowerCase() !== 'it') return false;
  const { upos, lemma } = tree.token(core);
  return (
    (upos === 'ADJ' || lemma.toLowerCase() === 'time') &&
    tree.children(core, 'csubj', 'ccomp', 'xcomp', 'acl', 'advcl').some((child) => child > core && tree.children(child, 'mark').length > 0)
  );
}

function typeOf(tree: Tree, clause: Clause, modality: Mention['modality']): Mention['type'] {
  const lemma = tree.token(clause.head).lemma.toLowerCase();
  if (agreeing.has(lemma)) return 'agreement';
  if (modality === 'planned') return 'plan';
  return stative.has(lemma) || clause.copular ? 'state' : 'event';
}

/** A clause of subject and verb alone that still tells something: a passive, or what happened to somebody ("the bridge collapsed"). */
function standsAlone(tree: Tree, { head, core, passive, existential }: Clause): boolean {
  const { relation } = tree.token(head);
  if (existential) return true;
  if (passive) return relation !== 'acl';
  return standing.has(relation) && complete.has(eventClassOf(tree.token(core).lemma) ?? '');
}

/** A noun phrase as a reader should see it: the name that a pronoun or description surely means, else its own words. */
function nameOf(text: string, tree: Tree, head: number, references: References, clause: number | null = null): string {
  const phrase = nounPhrase(tree, head, clause);
  const span = spanOf(tree, phrase);
  return (span === null ? undefined : references.nameFor(span.start, span.end)) ?? textOf(text, tree, phrase);
}

const pronoun = /^(?:it|they|he|she)$/i;

/** The subject's name; a pronoun that nothing else resolves means the subject of the clause that its own hangs on ("the train was full when it left"). */
export function subjectName(text: string, { tree, above }: Part, clause: Clause, subject: number, references: References): string {
  const name = nameOf(text, tree, subject, references, clause.head);
  if (!pronoun.test(name) || tree.token(clause.head).relation !== 'advcl') return name;
  const governing = above(clause);
  if (governing?.subject === undefined || governing.subject === null || governing.agentFirst) return name;
  const { xpos, upos } = tree.token(governing.subject);
  const many = /^(?:NNS|NNPS)$/.test(xpos) || tree.children(governing.subject, 'conj').length > 0;
  const fits = /^they$/i.test(name) ? many : /^it$/i.test(name) && !many;
  if (upos === 'PRON' || !fits) return name;
  return nameOf(text, tree, governing.subject, references, governing.head);
}

/** Words up to which the infinitive that tells what the object shall do is kept with it ("residents to take shelter"). */
const LONG_INFINITIVE = 14;
/** Whom or where something goes to or comes from: without it "moved production to Porto" says half. */
function isAimed(tree: Tree, index: number): boolean {
  return tree.children(index, 'case').some((tie) => /^(?:to|into|from|onto|against|with|for|of)$/i.test(tree.token(tie).text));
}

const withoutAsides = new Set(['punct', 'parataxis', 'advcl']);

/** What the predicate says of its subject, and the words that tie it to the predicate. */
function objectOf(
  text: string,
  tree: Tree,
  clause: Clause,
  times: readonly TimeMention[],
  references: References,
): { object: string | null; tie: string } {
  const isTime = (index: number) => {
    const { start, end } = tree.token(index);
    return times.some((time) => start < time.end && end > time.start);
  };
  if (clause.copular) {
    const behind = tree.token(clause.core).upos === 'ADJ' ? tree.children(clause.core, 'obl').filter((child) => child > clause.core) : [];
    const rest = behind.filter((child) => !isTime(child)).flatMap((child) => tree.subtree(child, withoutAsides));
    return { object: textOf(text, tree, [...predicatePhrase(tree, clause.core), ...rest]), tie: '' };
  }
  const object = clause.object ?? clause.recipient;
  if (object !== null && tree.token(object).upos === 'PRON')
    return { object: nameOf(text, tree, object, references, clause.head), tie: '' };
  if (object !== null) {
    const phrase = nounPhrase(tree, object, clause.head);
    const end = phrase.at(-1) ?? object;
    const shall = tree.children(clause.core, 'xcomp').find((child) => child > end);
    const infinitive = shall === undefined ? [] : tree.subtree(shall, withoutAsides).filter((index) => index > end);
    const aim = infinitive.length > 0 ? undefined : clause.modifiers.find((index) => index > end && !isTime(index) && isAimed(tree, index));
    const rest = aim === undefined ? infinitive : nounPhrase(tree, aim, clause.head);
    const tied = (aim === undefined ? rest : [...tree.children(aim, 'case'), ...rest]).sort((a, b) => a - b);
    return { object: textOf(text, tree, tied.length > LONG_INFINITIVE ? phrase : [...phrase, ...tied]), tie: '' };
  }
  const first = clause.modifiers.find((index) => index > clause.core && !isTime(index)) ?? clause.modifiers.find((index) => !isTime(index));
  if (clause.complement !== null && (first === undefined || tree.token(clause.complement).relation === 'xcomp')) {
    return { object: textOf(text, tree, tree.subtree(clause.complement, withoutAsides)), tie: '' };
  }
  if (first === undefined) return { object: null, tie: '' };
  return { object: textOf(text, tree, nounPhrase(tree, first, clause.head)), tie: textOf(text, tree, tree.children(first, 'case')) };
}

const manner = /(?:ly|again|never|still|no longer)$/i;

/** "is thought to have crashed": what is thought is told, not the thinking. */
function isHearsay(tree: Tree, { head, core }: Clause): boolean {
  return core !== head && tree.children(head, 'aux:pass').length > 0;
}

/** The words of the predicate: auxiliaries, verbs and the adverbs of manner among them. */
function withManner(tree: Tree, { head, core, copular, verbGroup }: Clause): number[] {
  const adverbs = [head, core]
    .flatMap((verb) => tree.children(verb, 'advmod'))
    .filter((index) => {
      const { text: word } = tree.token(index);
      return index < core && manner.test(word) && tree.children(index).length === 0;
    });
  const verbs = copular ? verbGroup.filter((index) => index !== core) : verbGroup;
  return [...new Set([...verbs, ...adverbs])].sort((a, b) => a - b);
}

/** The place of a clause that has no named one. */
export function siteText(text: string, tree: Tree, clause: Clause): string | null {
  const site = siteOf(tree, clause.modifiers);
  return site === null ? null : textOf(text, tree, nounPhrase(tree, site, clause.head));
}

/** The predicate as it reads with its subject: in the active voice where the one who acts stands behind "by". */
function predicateText(text: string, tree: Tree, clause: Clause): string {
  const words = withManner(tree, clause);
  if (clause.existential) return `there ${textOf(text, tree, words)}`;
  if (!clause.agentFirst) return textOf(text, tree, words);
  const active = words.filter((index) => tree.token(index).lemma.toLowerCase() !== 'be');
  const modal = active.some((index) => tree.token(index).xpos === 'MD' || tree.token(index).text.toLowerCase() === 'to');
  if (!modal) return textOf(text, tree, active);
  return [
    textOf(
      text,
      tree,
      active.filter((index) => index !== clause.core),
    ),
    tree.token(clause.core).lemma,
  ].join(' ');
}

/** Reads the statements of one sentence off its parse: one for each clause with a subject and something said of it. */
export function findStatements(reading: SentenceReading): Candidate[] {
  return reading.parts.flatMap((part, index) => statementsOf(reading, part, index));
}

function statementsOf(sentence: SentenceReading, reading: Part, part: number): Candidate[] {
  const { text, parse, references, times } = sentence;
  const { tree, clauses } = reading;
  const found: Candidate[] = [];
  for (const [slot, clause] of clauses.entries()) {
    const { lemma } = tree.token(clause.head);
    if (clause.subject === null) continue;
    const ccomp = tree.children(clause.core, 'ccomp').length > 0;
    if (
      (citing.has(lemma.toLowerCase()) && !clause.passive) ||
      (reporting.has(lemma.toLowerCase()) && !isHearsay(tree, clause) && (ccomp || (clause.object === null && !clause.passive)))
    )
      continue;
    const subject = subjectName(text, reading, clause, clause.subject, references);
    if (empty.test(subject) || isJudgement(tree, clause)) continue;
    if (clause.existential && vacuous.has(tree.token(clause.subject).lemma.toLowerCase())) continue;
    // "saying …", "calling it …" is the reporting of the clause before it, and tells nothing by itself.
    const { xpos, relation } = tree.token(clause.head);
    if (xpos === 'VBG' && /^(?:advcl|acl)$/.test(relation) && (reporting.has(lemma.toLowerCase()) || describing.has(lemma.toLowerCase())))
      continue;
    const stance = stanceOf(text, tree, clause, subject, parse.names);
    const { object, tie } = objectOf(text, tree, clause, times, references);
    const modality = modalityOf(reading, clause);
    const within = tree.subtree(clause.head);
    const from = tree.token(within[0] ?? clause.head).start;
    const to = tree.token(within.at(-1) ?? clause.head).end;
    const place = placesOf(tree, parse.names).find((name) => name.start >= from && name.end <= to);
    if (object !== null && terms.test(object)) continue;
    if (object === null && clause.modifiers.length === 0 && !standsAlone(tree, clause)) continue;
    found.push({
      type: stance === null || modality === 'planned' ? typeOf(tree, clause, modality) : 'attribution',
      subject,
      predicate: [predicateText(text, tree, clause), tie].filter((words) => words !== '').join(' '),
      object,
      recipient: clause.recipient === null ? null : textOf(text, tree, nounPhrase(tree, clause.recipient)),
      lemma: tree.token(clause.core).lemma.toLowerCase(),
      eventClass: eventClassOf(tree.token(clause.core).lemma),
      place: place === undefined ? siteText(text, tree, clause) : text.slice(place.start, place.end),
      ...datingOf(sentence, reading, clause, times),
      quantity: null,
      source: hearsayOf(text, tree, clause) ?? stance ?? reporterOf(text, reading, clause, parse.names),
      quote: null,
      modality,
      polarity: clause.negative ? 'negative' : 'positive',
      salience: 'supporting',
      confidence: tree.token(clause.head).confidence,
      span: { start: parse.start, end: parse.end },
      beside: false,
      reports: clause.object === null && !clause.passive && tree.children(clause.head, 'aux:pass').length === 0,
      anchor: tree.token(clause.head).start,
      clause: tree.token(clause.head).start,
      rule: 'clause',
      slot: `${part}.${slot}`,
    });
  }
  return found;
}
