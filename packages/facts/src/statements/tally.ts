import type { Quantity } from '@copydesk/contracts';
import type { NameMention } from '@copydesk/language';
import { findNumbersIn } from '@copydesk/text';
import { listed, personNouns } from '../attributions/lexicon/nouns.ts';
import type { Clause } from './clause.ts';
import { eventClassOf } from './event-class.ts';
import { spanOf } from './phrases.ts';
import type { Tree } from './tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What is done to people one by one, so that whom it is done to can be counted. */
const done = words(
  'kill murder execute slay assassinate martyr behead shoot stab wound injure hurt arrest detain jail capture abduct kidnap rescue free',
);
/** What the subject suffers. */
const suffered = words('die drown perish');
/** Words that make one of a noun ("a soldier", "his mother"). */
const singling = /^(?:an?|the|this|that|his|her|its|their|my|our|one|another)$/i;
const nominal = /^(?:NOUN|PROPN)$/;
/** People of whom more are listed are counted nowhere. */
const MOST = 12;

/**
 * How many people a clause tells to have been killed, hurt, arrested or freed where it names them instead of counting: "killed a soldier" is one, "killed the mayor and his two sons" three,
 * "… along with their guards" more than those named. Also "most": "the workers came mainly from …".
 * @param happened whether what the clause tells is done: nobody counts those whom somebody plans to arrest
 * @returns null where the clause counts nobody, or leaves somebody uncounted
 */
export function tallyOf(text: string, tree: Tree, clause: Clause, names: readonly NameMention[], happened: boolean): Quantity | null {
  if (clause.negative) return null;
  return (happened ? peopleIn(text, tree, clause, names) : null) ?? shareIn(text, tree, clause);
}

function peopleIn(text: string, tree: Tree, clause: Clause, names: readonly NameMention[]): Quantity | null {
  const lemma = tree.token(clause.core).lemma.toLowerCase();
  const patient = suffered.has(lemma) || (done.has(lemma) && clause.passive && !clause.agentFirst) ? clause.subject : clause.object;
  // "Tried to arrest", "nearly died": nobody was.
  const nearly = tree.children(clause.head, 'advmod').some((adverb) => /^(?:nearly|almost)$/i.test(tree.token(adverb).text));
  if (patient === null || clause.core !== clause.head || nearly || !(done.has(lemma) || suffered.has(lemma))) return null;
  const members = membersOf(tree, patient);
  const counts = members.map((member) => countOf(tree, member, names));
  const counted = counts.filter((count) => count !== null);
  // "Five soldiers" is a number of its own.
  if (counted.length < counts.length || (members.length === 1 && tree.children(patient, 'nummod').length > 0)) return null;
  const span = spanOf(
    tree,
    members.flatMap((member) => [member, ...titledBy(tree, member)].flatMap((word) => tree.subtree(word, apart))).sort((a, b) => a - b),
  );
  if (span === null || members.length > MOST) return null;
  return {
    value: counted.reduce((sum, count) => sum + count, 0),
    min: null,
    max: null,
    comparator: hasCompany(tree, clause) ? 'gt' : 'eq',
    unit: 'person',
    unitClass: 'count',
    measure: '',
    surface: text.slice(span.start, span.end),
  };
}

const apart: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'appos', 'parataxis', 'punct', 'cc', 'conj', 'nmod', 'case']);

/** A noun, what is coordinated with it, and what is coordinated with a name behind its title. */
function membersOf(tree: Tree, head: number): number[] {
  const beside = [head, ...titledBy(tree, head)].flatMap((word) => tree.children(word, 'conj'));
  return [head, ...beside.filter((word) => word > head && nominal.test(tree.token(word).upos))];
}

/** Names right behind the title that a noun is. */
const titledBy = (tree: Tree, noun: number): number[] =>
  tree.children(noun, 'appos').filter((name) => tree.token(name).upos === 'PROPN' && tree.token(name - 1).upos !== 'PUNCT');

/** How many people one member of a list is; null where that is not told. */
function countOf(tree: Tree, member: number, names: readonly NameMention[]): number | null {
  const { upos, xpos, start, end, text: word } = tree.token(member);
  const number = tree.children(member, 'nummod')[0];
  const person = listed(word.toLowerCase(), personNouns);
  if (number !== undefined) {
    const written = tree.token(number);
    const read = person === null ? undefined : findNumbersIn([written])[0];
    return read?.kind === 'cardinal' ? read.value : null;
  }
  const flat = tree.subtree(member, apart).at(-1) ?? member;
  const named = names.some(({ type, start: from, end: to }) => type === 'PER' && from < tree.token(flat).end && to > start && to >= end);
  if (upos === 'PROPN') return named ? 1 : null;
  if (upos !== 'NOUN' || xpos !== 'NN' || person === null || person.plural) return null;
  const det = tree.children(member, 'det', 'nmod:poss');
  const titled = tree.children(member, 'appos', 'flat').some((name) => tree.token(name).upos === 'PROPN');
  return titled || det.some((child) => tree.token(child).relation !== 'det' || singling.test(tree.token(child).text)) ? 1 : null;
}

/** "along with their guards", "together with others": more than those who are named. */
function hasCompany(tree: Tree, { modifiers }: Clause): boolean {
  return modifiers.some((index) => {
    const tie = tree.children(index, 'case').map((word) => tree.token(word).text.toLowerCase());
    return tie.includes('with') && /^(?:along|together|alongside)$/.test(tie[0] ?? '');
  });
}

const mostly = words('mostly mainly primarily predominantly chiefly');
const placing = words('live base station deploy locate reside hail work serve be');

/** "The workers came mainly from the south": most of them. */
function shareIn(text: string, tree: Tree, clause: Clause): Quantity | null {
  const { lemma } = tree.token(clause.core);
  const aside = clause.subject === null ? '' : tree.token(clause.subject).text.toLowerCase();
  const plural =
    clause.subject !== null && (/^NNP?S$/.test(tree.token(clause.subject).xpos) || aside === 'personnel' || aside === 'people');
  if (!plural || !(placing.has(lemma.toLowerCase()) || /^(?:MOVE|RETREAT)$/.test(eventClassOf(lemma) ?? ''))) return null;
  for (const modifier of clause.modifiers) {
    const tie = tree.children(modifier, 'case')[0];
    const adverb = tie === undefined ? undefined : tree.tokens[tie - 1];
    if (tie === undefined || adverb === undefined || tie < clause.core) continue;
    if (!mostly.has(adverb.text.toLowerCase()) || !/^(?:to|from|in|at)$/i.test(tree.token(tie).text)) continue;
    const surface = text.slice(adverb.start, adverb.end);
    return { value: 0.5, min: null, max: null, comparator: 'gt', unit: 'ratio', unitClass: 'ratio', measure: '', surface };
  }
  return null;
}
