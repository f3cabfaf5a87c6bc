import type { TimeMention } from '../times/index.ts';
import type { Clause } from './clause.ts';
import type { Tree } from './tree.ts';
import type { Part } from './reading.ts';

/** Tokens of a sentence within which an adverbial of time opens it, and so dates all that follows. */
const OPENING = 3;

/** The time that dates a clause: one among its own words, the nearest to its verb first; else the one that opens the sentence. */
export function timeOf(
  { tree, above }: Pick<Part, 'tree' | 'above'>,
  clause: Clause,
  times: readonly TimeMention[],
  depth = 0,
): TimeMention | undefined {
  // How long something took does not say when it was.
  const dating = times.filter((time) => !time.attributive && time.type !== 'DURATION');
  const inside = new Set(tree.subtree(clause.head, new Set(['ccomp', 'acl', 'parataxis', 'conj'])));
  const { start: verb } = tree.token(clause.core);
  const own = dating.filter((time) =>
    tree.tokens.some((token, index) => inside.has(index) && token.start >= time.start && token.end <= time.end),
  );
  const near = own.sort((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb));
  const relation = tree.token(clause.head).relation;
  if (relation.startsWith('acl')) return near[0];
  const opening = tree.tokens[OPENING]?.start ?? 0;
  const opener = dating.find((time) => time.start < opening);
  // What opens the sentence dates it, unless the verb has a time of its own and not one deep in its object.
  const direct = opener === undefined ? near[0] : near.find((time) => isDirect(tree, clause, time));
  if (direct !== undefined) return direct;
  if (opener !== undefined) return opener;
  // One time in a sentence dates its main clause, wherever the parser hung it.
  const main = relation === 'root' || relation === 'ccomp' || relation === 'conj';
  const elsewhere = new Set(tree.tokens.flatMap((token, index) => (token.relation.startsWith('acl') ? tree.subtree(index) : [])));
  const free = dating.filter(
    (time) => !tree.tokens.some((token, index) => elsewhere.has(index) && token.start >= time.start && token.end <= time.end),
  );
  if (main && free.length === 1) return free[0];
  if (main && relation !== 'conj') return undefined;
  // What happens along with something happens when it does ("…, killing three", "when the bridge fell").
  const mark = tree.children(clause.head, 'mark', 'advmod')[0];
  const along =
    mark === undefined
      ? tree.token(clause.head).xpos === 'VBG'
      : (tree.token(clause.head).xpos === 'VBG' ? /^(?:when|as|while|before|after)$/i : /^(?:when|as|while)$/i).test(tree.token(mark).text);
  const governor = (relation === 'conj' || (relation === 'advcl' && along)) && depth < 3 ? above(clause) : undefined;
  return governor === undefined ? undefined : timeOf({ tree, above }, governor, times, depth + 1);
}

/** A time hangs on the verb itself. */
function isDirect(tree: Tree, { head, core }: Clause, time: TimeMention): boolean {
  return tree
    .children(head)
    .concat(tree.children(core))
    .some((child) => {
      const { start, end, upos } = tree.token(child);
      return upos !== 'VERB' && start >= time.start && end <= time.end;
    });
}
