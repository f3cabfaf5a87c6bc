import type { Source } from '@copydesk/contracts';
import type { NameMention } from '@copydesk/language';
import type { Clause } from './clause.ts';
import { textOf } from './phrases.ts';
import type { Tree } from './tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Acts of speech that have a thing as their object: "reaffirmed its commitment", "voiced concerns". */
const asserting = words(
  'reaffirm affirm reiterate voice express assert declare stress emphasize emphasise underline condemn welcome praise hail denounce reject deny criticize criticise applaud pledge promise vow urge demand call claim',
);
/** What somebody wants, fears or thinks of something: nobody but the one who does can be its source. */
const inward = words('want fear hope worry seek oppose favor favour doubt regret welcome insist believe consider regard');
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
  const felt = clause.copular ? clause.core : clause.complement;
  const cue =
    asserting.has(lemma) || inward.has(lemma)
      ? clause.head
      : felt !== null && feelings.has(tree.token(felt).text.toLowerCase())
        ? felt
        : null;
  if (cue === null) return null;
  const { start, end } = tree.token(clause.subject);
  const name = names.find((each) => each.start < end && each.end > start);
  const proper = name !== undefined || /^\p{Lu}/u.test(text.slice(start, end));
  if (!proper && !/^(?:NOUN|PROPN)$/.test(tree.token(clause.subject).upos)) return null;
  const said = {
    via: [],
    cue: textOf(text, tree, [cue]),
    cueClass: inward.has(lemma) || cue !== clause.head ? 'think' : 'say',
    direct: 'indirect' as const,
  };
  if (!proper) return { kind: 'anonymous', role: subject, ...said };
  return { kind: name?.type === 'PER' ? 'named' : 'organisation', name: subject.replace(/^the /i, ''), ...said };
}
