import type { Source } from '@copydesk/contracts';
import type { NameMention } from '@copydesk/language';
import { bodyNouns, listed, personNouns } from '../attributions/lexicon/nouns.ts';
import type { Clause } from './clause.ts';
import { nounPhrase, textOf } from './phrases.ts';
import type { Part } from './reading.ts';
import type { Tree } from './tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Acts of speech that have a thing as their object: "reaffirmed its commitment", "voiced concerns". */
const asserting = words(
  'reaffirm affirm reiterate voice express assert declare stress emphasize emphasise underline condemn welcome praise hail denounce reject deny criticize criticise applaud pledge promise vow urge demand call claim',
);
/** What somebody wants, fears or thinks of something: nobody but the one who does can be its source. */
const inward = words('want fear hope worry seek oppose favor favour doubt regret welcome insist believe consider regard');
/** What moves somebody's mind: the one who is moved is their object. */
const moving = words('worry concern alarm anger frighten upset unsettle trouble shock outrage infuriate dismay delight please');
const feelings = words(
  'concerned worried confident committed ready willing determined opposed hopeful optimistic skeptical sceptical alarmed shocked saddened horrified reluctant unwilling prepared',
);

/**
 * Whose assertion or stance a clause is by what it says itself: its subject, when that is somebody ("the ministry reaffirmed its commitment", "the union remains opposed to …").
 * @returns null for other clauses, and where the subject is no name and no role
 */
export function stanceOf(text: string, tree: Tree, clause: Clause, subject: string, names: readonly NameMention[]): Source | null {
  if (clause.subject === null || (clause.passive && !clause.agentFirst)) return null;
  const { lemma } = tree.token(clause.head);
  const moved = clause.object !== null && moving.has(tree.lemma(clause.core)) ? clause.object : null;
  if (moved !== null) {
    const whom = textOf(text, tree, nounPhrase(tree, moved, clause.head));
    const proper = /^\p{Lu}/u.test(whom) || listed(tree.word(moved), bodyNouns) !== null;
    return proper
      ? speakerOf(text, tree, moved, whom, names, {
          via: [],
          cue: textOf(text, tree, [clause.core]),
          cueClass: 'think',
          direct: 'indirect',
        })
      : null;
  }
  const felt = clause.copular ? clause.core : clause.complement;
  const cue = asserting.has(lemma) || inward.has(lemma) ? clause.head : felt !== null && feelings.has(tree.word(felt)) ? felt : null;
  if (cue === null || (lemma === 'hail' && clause.object === null)) return null;
  const cueClass = inward.has(lemma) || cue !== clause.head ? 'think' : 'say';
  return speakerOf(text, tree, clause.subject, subject, names, { via: [], cue: textOf(text, tree, [cue]), cueClass, direct: 'indirect' });
}

/** A subject as a source; null where it is neither a name nor a role. */
export function speakerOf(
  text: string,
  tree: Tree,
  token: number,
  subject: string,
  names: readonly NameMention[],
  said: Pick<Source, 'via' | 'cue' | 'cueClass' | 'direct'>,
): Source | null {
  const { start, end } = tree.token(token);
  const name = names.find((each) => each.start < end && each.end > start);
  // "Officials" at the beginning of a sentence is no name.
  const common = tree.token(token).upos === 'NOUN' && listed(tree.word(token), personNouns) !== null;
  const proper = name !== undefined || (!common && /^\p{Lu}/u.test(text.slice(start, end)));
  if (!proper && !/^(?:NOUN|PROPN)$/.test(tree.token(token).upos)) return null;
  // What is described and not named keeps its article: "the government in Lima".
  const described = !proper && /^the \p{Ll}+ (?:in|of|at) \p{Lu}/u.test(subject);
  const body = described ? subject : subject.replace(/^(?:the|an?) /i, '');
  if (!proper && listed(tree.word(token), bodyNouns) !== null) return { kind: 'organisation', name: body, ...said };
  if (!proper) return listed(tree.word(token), personNouns) === null ? null : { kind: 'anonymous', role: subject, ...said };
  return { kind: name?.type === 'PER' ? 'named' : 'organisation', name: body, ...said };
}

const telling = words(
  'say tell report claim announce confirm warn note add state insist argue stress acknowledge admit allege deny predict estimate',
);

/** Who says a clause that is the object of a verb of saying, where nothing else found it. */
export function reporterOf(
  text: string,
  { tree, above }: Pick<Part, 'tree' | 'above'>,
  clause: Clause,
  names: readonly NameMention[],
): Source | null {
  if (tree.token(clause.head).relation !== 'ccomp') return null;
  const governing = above(clause);
  if (governing === undefined || governing.subject === null || governing.passive || !telling.has(tree.lemma(governing.head))) return null;
  const subject = textOf(text, tree, nounPhrase(tree, governing.subject, governing.head));
  const cue = textOf(text, tree, [governing.head]);
  return speakerOf(text, tree, governing.subject, subject, names, { via: [], cue, cueClass: 'say', direct: 'indirect' });
}
