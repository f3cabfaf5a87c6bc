import { factId } from '@copydesk/contracts';
import type { Fact } from '@copydesk/contracts';
import type { FactDraft } from '../drafts.ts';

/** Under which published identity each draft goes on. */
export interface Identity {
  readonly id: string;
  readonly key: string;
  /** Ids that this fact has taken over, old and new, sorted. */
  readonly aliases: readonly string[];
  /** The last published state of the id, whatever its status. */
  readonly last: Fact | null;
}

export interface Matching {
  readonly identities: ReadonlyMap<FactDraft, Identity>;
  /** Published facts that go on inside another one. */
  readonly joined: ReadonlyMap<Fact, string>;
  /** Published facts that nothing goes on from. */
  readonly lost: readonly Fact[];
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** How many of its mentions a published fact has in each draft. */
export type Shares = (fact: Fact) => ReadonlyMap<FactDraft, number>;

/** Counts shares by going through all mentions. */
function sharesIn(drafts: readonly FactDraft[]): Shares {
  const draftOf = new Map(drafts.flatMap((draft) => draft.mentions.map((mention) => [mention, draft] as const)));
  return (fact) => {
    const counts = new Map<FactDraft, number>();
    for (const mention of fact.mentions) {
      const draft = draftOf.get(mention);
      if (draft !== undefined) counts.set(draft, (counts.get(draft) ?? 0) + 1);
    }
    return counts;
  };
}

/** The draft that holds most of a published fact's mentions; ties go to the smaller key. */
function heirOf(fact: Fact, sharesOf: Shares): FactDraft | undefined {
  return [...sharesOf(fact)].sort(([a, x], [b, y]) => y - x || byKey(a, b))[0]?.[0];
}

/** A key that no live or superseded fact has; the id of a fact that was merely retracted may live again. */
function freshKey(draft: FactDraft, isTaken: (id: string) => boolean): string {
  let key = draft.key;
  for (let turn = 2; isTaken(factId(key)); turn++) key = `${draft.key}~${turn}`;
  return key;
}

/**
 * Finds for each draft the published fact that it continues. A published fact goes on where most of its mentions went; of several that meet in one draft the
 * smaller key keeps its id and the others become aliases. No draft gets an id that another story has (`elsewhere`). A fact that lost all its mentions (its article was revised) goes on in a new draft of the same descriptor.
 */
export function matchPublished(
  published: readonly Fact[],
  drafts: readonly FactDraft[],
  lookUp: (id: string) => Fact | undefined,
  elsewhere: ReadonlySet<string> = new Set(),
  sharesOf: Shares = sharesIn(drafts),
): Matching {
  const active = published.filter((fact) => fact.status === 'active').sort(byKey);
  const heirs = new Map<FactDraft, Fact[]>();
  const lost: Fact[] = [];
  for (const fact of active) {
    const heir = heirOf(fact, sharesOf);
    if (heir === undefined) lost.push(fact);
    else heirs.set(heir, [...(heirs.get(heir) ?? []), fact]);
  }
  const inOrder = [...drafts].sort(byKey);
  for (const fact of Array.from(lost)) {
    const heir = inOrder.find((draft) => !heirs.has(draft) && fact.key.startsWith(`${draft.descriptor}#`));
    if (heir === undefined) continue;
    heirs.set(heir, [fact]);
    lost.splice(lost.indexOf(fact), 1);
  }
  const identities = new Map<FactDraft, Identity>();
  const joined = new Map<Fact, string>();
  // Permanent: ids in use, and ids that stand for another fact.
  const taken = new Set(published.flatMap((fact) => fact.aliases));
  const isTaken = (id: string): boolean => taken.has(id) || elsewhere.has(id) || (lookUp(id)?.status ?? 'retracted') !== 'retracted';
  for (const draft of inOrder) {
    const [first, ...others] = heirs.get(draft) ?? [];
    if (first === undefined) {
      const key = freshKey(draft, isTaken);
      const id = factId(key);
      taken.add(id);
      const last = lookUp(id) ?? null;
      identities.set(draft, { id, key, aliases: last?.aliases ?? [], last });
      continue;
    }
    for (const other of others) joined.set(other, first.id);
    const aliases = [...new Set([...first.aliases, ...others.flatMap((other) => [other.id, ...other.aliases])])].sort();
    identities.set(draft, { id: first.id, key: first.key, aliases, last: first });
  }
  return { identities, joined, lost };
}
