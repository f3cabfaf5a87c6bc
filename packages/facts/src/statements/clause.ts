import type { Tree } from './tree.ts';

/** A predicate with what it is about. Indexes are tokens of the sentence; null where the clause has none. */
export interface Clause {
  /** The verb, or the adjective or noun that a copula makes a predicate. */
  head: number;
  subject: number | null;
  passive: boolean;
  /** Auxiliaries, negation, particle and the verb itself, in order. */
  verbGroup: number[];
  negative: boolean;
  object: number | null;
  recipient: number | null;
  /** Heads of prepositional and adverbial modifiers. */
  modifiers: number[];
  /** Clausal complement (what is said, wanted, begun). */
  complement: number | null;
}

const clauseRelations = new Set(['root', 'conj', 'ccomp', 'xcomp', 'advcl', 'acl', 'acl:relcl', 'parataxis', 'advcl:relcl']);
const negations = new Set(['not', "n't", 'n’t', 'never', 'no']);

/** The subject of a predicate: its own, else that of the predicate it is coordinated with or complements. */
function subjectOf(tree: Tree, head: number, depth = 0): number | null {
  const own = tree.children(head, 'nsubj', 'csubj')[0];
  if (own !== undefined) {
    const { relation } = tree.token(head);
    const isRelative = relation.startsWith('acl:relcl') && /^(?:who|which|that)$/i.test(tree.token(own).text);
    return isRelative ? tree.token(head).head : own;
  }
  const { relation, head: parent } = tree.token(head);
  if (parent < 0 || depth > 4) return null;
  if (relation === 'conj' || relation === 'xcomp') return subjectOf(tree, parent, depth + 1);
  if (relation === 'acl') return parent;
  if (relation === 'advcl' && tree.children(head, 'mark').length === 0) return subjectOf(tree, parent, depth + 1);
  return null;
}

/** Every clause of a sentence, in order of its predicate. */
export function findClauses(tree: Tree): Clause[] {
  const clauses: Clause[] = [];
  for (const [head, token] of tree.tokens.entries()) {
    const copular = tree.children(head, 'cop').length > 0;
    const base = token.relation.split(':', 1)[0] ?? '';
    if (!(token.upos === 'VERB' || copular)) continue;
    if (!clauseRelations.has(token.relation) && !clauseRelations.has(base)) continue;
    const passive = tree.children(head, 'nsubj:pass', 'aux:pass').length > 0;
    const helpers = tree
      .children(head, 'aux', 'cop', 'compound:prt')
      .concat(tree.children(head, 'advmod').filter((child) => negations.has(tree.token(child).text.toLowerCase())));
    clauses.push({
      head,
      subject: subjectOf(tree, head),
      passive,
      verbGroup: [...helpers, head].sort((a, b) => a - b),
      negative: helpers.some((child) => negations.has(tree.token(child).text.toLowerCase())),
      object: tree.children(head, 'obj')[0] ?? null,
      recipient: tree.children(head, 'iobj')[0] ?? null,
      modifiers: tree.children(head, 'obl'),
      complement: tree.children(head, 'ccomp', 'xcomp')[0] ?? null,
    });
  }
  return clauses;
}
