import type { Clause } from './clause.ts';
import { isEstimate } from './estimate.ts';
import { eventClassOf } from './event-class.ts';
import type { Tree } from './tree.ts';
import { BIT } from './relation.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const reporting = words(
  'say tell report add note state announce claim believe think stress explain warn confirm argue insist quote cite according show find suggest indicate reveal mean assert emphasize emphasise acknowledge admit allege conclude declare reiterate remark',
);
const describing = words('describe call refer cite quote label term');
/** The terms on which somebody talks to reporters. */
const terms = /\banonymity\b/i;
/** What is quoted is told; that it is quoted is not. */
const citing = words('cite quote tell say');
/** Relations of clauses that are told for their own sake: a bare "the bridge collapsed" is a fact there, and not in "the bridge that collapsed". */
const standing = words('root ccomp conj parataxis');
/** Classes of verbs that tell what happened without any object. */
const complete = words('HARM ACCIDENT DISASTER OFFICE CHANGE RETREAT JUDGE PROTEST COMPETE');
/** Verbs that tell nothing without more. */
const light = words(
  'be have do get go come make take let seem look appear become remain stay mean matter continue begin start try want need know think say tell add sound feel work use like see',
);
/** Subjects that name nothing by themselves. */
const empty = /^(?:that|which|who|there|what|one|today|yesterday|tomorrow|tonight|now|then)$/i;
/** Times that a parser took for the one who acts. */
const time =
  /^(?:(?:last|next|this|every|each) (?:week|month|year|weekend|night|morning|spring|summer|autumn|winter)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|July|September|October|November|December)$/;
/** Characters of "yesterday", and of "every afternoon": most subjects are longer, and need no closer look. */
const LONGEST_EMPTY = 9;
const LONGEST_TIME = 15;
/** "WHO", "IT" in capitals are names. */
const acronym = /^\p{Lu}{2,}$/u;
/** What it says nothing to have: "there is no doubt that …", "there is room for …". */
const vacuous = words(
  'doubt question need way reason time hope sense chance point lot kind plenty thing room something anything nothing everything word case excuse place',
);

/** A clause tells something by itself: it is not the mere reporting of another clause, nor a judgement of one. */
export function tells(tree: Tree, clause: Clause, subject: string): boolean {
  if (
    (subject.length <= LONGEST_EMPTY && empty.test(subject) && !acronym.test(subject)) ||
    (subject.length <= LONGEST_TIME && time.test(subject)) ||
    isJudgement(tree, clause) ||
    isVerdict(tree, clause) ||
    isConnection(tree, clause, subject) ||
    isEstimate(tree, clause) ||
    isPreposition(tree, clause) ||
    (clause.subject !== null && clause.subject > clause.head && tree.is(clause.subject, BIT.csubj)) ||
    isReporting(tree, clause) ||
    isNoun(tree, clause)
  )
    return false;
  return !clause.existential || clause.subject === null || !vacuous.has(tree.lemma(clause.subject));
}

/** "was arrested following a chase": participles that are prepositions. */
function isPreposition(tree: Tree, { head }: Clause): boolean {
  return (
    /^(?:following|including|concerning|regarding|pending|excluding|according)$/.test(tree.word(head)) &&
    !tree.has(head, BIT.aux | BIT.nsubj)
  );
}

/** "amid [fears]", "hostage-[taking]": a noun that the tagger took for a verb. */
function isNoun(tree: Tree, { head }: Clause): boolean {
  const { xpos } = tree.token(head);
  const before = tree.tokens[head - 1];
  if (xpos === 'VBZ') return before?.upos === 'ADP' && /^(?:amid|despite|of|over|with|after|in)$/i.test(before.text);
  return /^VB[GN]$/.test(xpos) && before?.text === '-' && tree.tokens[head - 2]?.upos === 'NOUN';
}

/** Something is said of the subject: an object, a modifier, or what happened to it. */
export function saysSomething(tree: Tree, clause: Clause, object: string | null): boolean {
  if (object !== null) return !terms.test(object);
  return clause.modifiers.length > 0 || standsAlone(tree, clause);
}

/** "The mayor said that …", and "…, calling it a step": what is told stands in another clause. */
function isReporting(tree: Tree, clause: Clause): boolean {
  const { xpos, relation, lemma } = tree.token(clause.head);
  const verb = lemma.toLowerCase();
  if (xpos === 'VBG' && /^(?:advcl|acl)$/.test(relation) && (reporting.has(verb) || describing.has(verb))) return true;
  if (citing.has(verb) && !clause.passive) return true;
  // "The court heard that …", "the inquest was told": what was heard there is told.
  if (verb === 'hear' && tree.has(clause.core, BIT.ccomp)) return true;
  if (!reporting.has(verb) || isHearsay(tree, clause)) return false;
  return tree.has(clause.core, BIT.ccomp) || (clause.object === null && !clause.passive);
}

/** "is thought to have crashed": what is thought is told, not the thinking. */
function isHearsay(tree: Tree, { head, core }: Clause): boolean {
  return core !== head && tree.has(head, BIT.auxPass);
}

/** "It comes days after …", "this comes as …": how two pieces of news hang together. */
const isConnection = (tree: Tree, { core }: Clause, subject: string): boolean =>
  tree.lemma(core) === 'come' && /^(?:it|this|that)$/i.test(subject);

/** "It is a disgrace that …", "a night that nobody will forget": a judgement, and what hangs on it one too. */
function isVerdict(tree: Tree, clause: Clause): boolean {
  const { relation, head: parent } = tree.token(clause.head);
  const core = clause.copular ? clause.core : relation === 'acl:relcl' ? parent : -1;
  if (core < 0 || tree.token(core).upos !== 'NOUN' || !/^(?:that|nobody|everybody|everyone)$/i.test(tree.tokens[core + 1]?.text ?? ''))
    return false;
  const [subject] = tree.dependents(core, BIT.nsubj);
  return (
    subject !== undefined &&
    tree.has(core, BIT.cop) &&
    tree.word(subject) === 'it' &&
    tree.has(core, BIT.aclRelcl | BIT.ccomp | BIT.acl) &&
    tree.dependents(core, BIT.det).some((word) => /^an?$/.test(tree.word(word)))
  );
}

/** "It is time to …", "it is important that …": a judgement of what comes behind, not a fact of "it". */
function isJudgement(tree: Tree, { subject, core, copular }: Clause): boolean {
  if (!copular || subject === null || tree.word(subject) !== 'it') return false;
  const { upos, lemma } = tree.token(core);
  return (
    (upos === 'ADJ' || lemma.toLowerCase() === 'time') &&
    tree
      .dependents(core, BIT.csubj | BIT.ccomp | BIT.xcomp | BIT.acl | BIT.advcl)
      .some((child) => child > core && tree.has(child, BIT.mark))
  );
}

/** A clause of subject and verb alone that still tells something: a passive, or what happened to somebody ("the bridge collapsed"). */
function standsAlone(tree: Tree, { head, core, subject, passive, existential }: Clause): boolean {
  const { relation } = tree.token(head);
  if (existential) return true;
  if (passive) return relation !== 'acl';
  if (standing.has(relation) && complete.has(eventClassOf(tree.token(core).lemma) ?? '')) return true;
  return (
    (standing.has(relation) || relation === 'advcl') && subject !== null && tree.token(subject).upos !== 'PRON' && isOver(tree, head, core)
  );
}

/** "Talks collapsed", "no bidder has emerged", "the shop will close": a past or settled event that needs no object. */
function isOver(tree: Tree, head: number, core: number): boolean {
  if (head !== core || light.has(tree.lemma(core)) || tree.has(core, BIT.obj | BIT.ccomp | BIT.xcomp)) return false;
  if (tree.token(core).xpos === 'VBD') return true;
  return tree.dependents(core, BIT.aux).some((helper) => /^(?:have|will)$/.test(tree.lemma(helper)));
}
