import type { Mention } from '@copydesk/contracts';
import type { Clause } from './clause.ts';
import type { Tree } from './tree.ts';

const possible = new Set(['may', 'might', 'could', 'can']);
const planned = new Set(['will', 'shall', 'wo', 'going']);
const expected = new Set(['should', 'ought', 'must', 'would']);
/** Verbs that put what they govern into the future (their complement is a plan). */
const intent = new Set([
  'plan',
  'intend',
  'aim',
  'prepare',
  'agree',
  'pledge',
  'promise',
  'decide',
  'vow',
  'propose',
  'seek',
  'schedule',
  'commit',
  'want',
]);
const expectation = new Set(['expect', 'predict', 'forecast', 'project', 'anticipate', 'likely', 'hope', 'believe']);

/** How certain a clause says its event is, from its auxiliaries, its mood and what governs it. */
export function modalityOf(tree: Tree, clause: Clause): Mention['modality'] {
  const helpers = clause.verbGroup.filter((index) => index !== clause.head).map((index) => tree.token(index));
  const lemmas = helpers.map((token) => token.lemma.toLowerCase());
  const head = tree.token(clause.head);
  if (tree.children(clause.head, 'mark').some((mark) => /^(?:if|unless)$/i.test(tree.token(mark).text))) return 'conditional';
  if (lemmas.some((lemma) => possible.has(lemma))) return 'possible';
  if (lemmas.some((lemma) => planned.has(lemma))) return 'planned';
  if (lemmas.some((lemma) => expected.has(lemma))) return 'expected';
  if (head.relation === 'xcomp' || head.relation === 'ccomp' || head.relation === 'acl') {
    const governor = head.head < 0 ? '' : tree.token(head.head).lemma.toLowerCase();
    const infinitive = tree.children(clause.head, 'mark').some((mark) => tree.token(mark).lemma === 'to');
    if (infinitive && intent.has(governor)) return 'planned';
    if (infinitive && expectation.has(governor)) return 'expected';
    if (infinitive && head.relation !== 'ccomp') return 'planned';
  }
  const progressive = head.xpos === 'VBG' && lemmas.includes('be');
  const present = head.xpos === 'VBP' || head.xpos === 'VBZ' || helpers.some((token) => token.xpos === 'VBP' || token.xpos === 'VBZ');
  const perfect = lemmas.includes('have');
  return progressive || (present && !perfect && helpers.length === 0) ? 'ongoing' : 'done';
}
